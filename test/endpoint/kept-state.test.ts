import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateKeyCommand, DescribeKeyCommand, GenerateRandomCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginWorld } from '../../src/endpoint/begin-world.ts';
import { DEFAULT_WORLD } from '../../src/endpoint/default-world.ts';
import { keeperOf, loadState, previousOf } from '../../src/endpoint/kept-state.ts';
import { call, type World } from '../../src/kms/index.ts';
import { clientOf, spawnEndpoint } from './endpoint.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-state-'));
  file = join(folder, 'state');
});
afterEach(() => rmSync(folder, { recursive: true }));

const START = beginWorld(DEFAULT_WORLD).world;
const withKeys = (count: number): World =>
  Array.from({ length: count }).reduce<World>(
    (world) => call(world, { operation: 'CreateKey', input: {} }).world,
    START,
  );

const loaded = () => {
  const state = loadState(file);
  return state.kind === 'loaded' ? { keys: Object.keys(state.world.keys).length, from: state.from } : state;
};

describe('a kept state', () => {
  test('is the last world, and the one before it stays', async () => {
    const keeper = keeperOf(file);
    expect(loaded()).toEqual({ kind: 'none' });
    await keeper.keep(withKeys(1));
    await keeper.keep(withKeys(2));
    expect(loaded()).toEqual({ keys: 2, from: file });
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -200));
    expect(loaded()).toEqual({ keys: 1, from: previousOf(file) });
    expect(readdirSync(folder).toSorted()).toEqual(['state', 'state.previous']);
  });

  test('writes once for all that came while it was writing', async () => {
    const keeper = keeperOf(file);
    const promises = [1, 2, 3, 4].map((count) => keeper.keep(withKeys(count)));
    await Promise.all(promises);
    expect(loaded()).toMatchObject({ keys: 4 });
    expect(new Set(promises).size).toBeLessThan(4);
  });

  test.each([
    ['nothing', ''],
    ['a world of another kind', '{"format":"kms-notebook-state","version":2,"sha256":""}\n{}\n'],
    ['no JSON', 'hello'],
    ['one bit turned', undefined],
  ])('is not read from %s', async (_, text) => {
    await keeperOf(file).keep(withKeys(1));
    writeFileSync(file, text ?? readFileSync(file, 'utf8').replace('AdministratorAccess', 'AdministratorAccesS'));
    expect(loaded()).toEqual({ kind: 'damaged', files: [file] });
  });

  test('gives no number twice', async () => {
    await keeperOf(file).keep(START);
    const state = loadState(file);
    expect(state.kind === 'loaded' && state.world.seq - START.seq).toBeGreaterThan(100_000);
  });
});

describe('an endpoint with --state', () => {
  test('has every key that it has answered, whenever it is killed', async () => {
    const known: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const endpoint = await spawnEndpoint('--state', file);
      const clients = Array.from({ length: 4 }, () => clientOf(endpoint));
      const { Keys = [] } = await (clients[0] as (typeof clients)[0]).send(new ListKeysCommand({ Limit: 1000 }));
      expect(Keys.map(({ KeyId }) => KeyId)).toEqual(expect.arrayContaining(known));
      let alive = true;
      const working = clients.map(async (client) => {
        while (alive) {
          try {
            const { KeyMetadata } = await client.send(new CreateKeyCommand({}));
            known.push(KeyMetadata?.KeyId ?? '');
          } catch {
            return;
          }
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 150 + round * 83));
      endpoint.process.kill('SIGKILL');
      await once(endpoint.process, 'exit');
      alive = false;
      await Promise.all(working);
    }
    expect(known.length).toBeGreaterThan(8);
    const endpoint = await spawnEndpoint('--state', file);
    expect(endpoint.printed()).toContain('Continues from');
    const client = clientOf(endpoint);
    for (const KeyId of known.slice(-5))
      expect((await client.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyId).toBe(KeyId);
    await endpoint.stop();
  });

  test('does not repeat its random bytes after a kill', async () => {
    const first = await spawnEndpoint('--state', file);
    const ask = async (endpoint: typeof first) =>
      Buffer.from(
        (await clientOf(endpoint).send(new GenerateRandomCommand({ NumberOfBytes: 16 }))).Plaintext ?? [],
      ).toString('hex');
    const before = await ask(first);
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    const second = await spawnEndpoint('--state', file);
    expect(await ask(second)).not.toBe(before);
    await second.stop();
  });

  test('does not start over a state that it cannot read', async () => {
    writeFileSync(file, 'something else');
    await expect(spawnEndpoint('--state', file)).rejects.toThrow(/exit 1: The kept world cannot be read/);
    expect(readFileSync(file, 'utf8')).toBe('something else');
  });
});

describe('an endpoint with --world', () => {
  test('serves the world of the file, and lets its caller sign', async () => {
    const world = join(folder, 'world.json');
    const steps = [{ operation: 'CreateKey', input: { Description: 'payroll' }, save: 'k' }, { advance: 'P1D' }];
    writeFileSync(world, JSON.stringify({ seed: 'lesson', steps }));
    const endpoint = await spawnEndpoint('--world', world);
    expect(endpoint.printed()).toContain('user/admin');
    expect((await clientOf(endpoint).send(new ListKeysCommand({}))).Keys).toHaveLength(1);
    await endpoint.stop();
  });

  test.each([
    ['{"seed":"x"}', 'steps'],
    ['{"seed":"x","steps":[{"operation":"MakeKey"}]}', 'steps.0'],
    ['{"seed":"x","steps":[{"iam":"nobody","statements":[]}]}', 'steps.0: "nobody" is no principal'],
    ['no JSON', 'the file'],
  ])('says what is wrong with %s', async (text, problem) => {
    const world = join(folder, 'world.json');
    writeFileSync(world, text);
    await expect(spawnEndpoint('--world', world)).rejects.toThrow(problem);
  });
});
