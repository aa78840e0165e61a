import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import keyDeletion from '../../content/worlds/key-deletion.ts';
import { WORLD_JSON_SCHEMA, worldJsonSchema } from '../../scripts/world-schema.ts';
import { MAX_WORLD_FILE, parseWorldFile } from '../../src/learn/world-file.ts';

const parse = (file: unknown) => parseWorldFile(JSON.stringify(file));

describe('a world file', () => {
  test('is of the form of start worlds', () => {
    const { id: seed, steps } = keyDeletion;
    expect(parse({ $schema: '../schema/world.json', seed, steps })).toEqual({ ok: true, file: { seed, steps } });
  });

  test.each([
    [{ advance: 'P7D' }],
    [{ advance: 'PT30M' }],
    [{ advance: 'next' }],
    [{ iam: 'app', statements: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }],
    [{ command: { stage: { setOutages: ['eu-west-1'] } } }],
    [{ operation: 'ListKeys', as: 'auditor', region: 'eu-west-1', via: 's3' }],
  ])('may have the step %j', (step) => {
    expect(parse({ seed: 's', steps: [step] })).toMatchObject({ ok: true });
  });

  test.each([
    ['no seed', { steps: [] }],
    ['no steps', { seed: 's' }],
    ['a member that nobody knows', { seed: 's', steps: [], more: 1 }],
    ['an operation that KMS does not have', { seed: 's', steps: [{ operation: 'MakeKey' }] }],
    ['a duration in words', { seed: 's', steps: [{ advance: '7 days' }] }],
    ['an empty duration', { seed: 's', steps: [{ advance: 'P' }] }],
    ['half a duration', { seed: 's', steps: [{ advance: 'P1DT' }] }],
    ['a step of two kinds', { seed: 's', steps: [{ advance: 'P1D', operation: 'ListKeys' }] }],
    ['more steps than one can want', { seed: 's', steps: Array(5001).fill({ advance: 'next' }) }],
    ['a list', []],
    [
      'a name of JavaScript’s own',
      JSON.parse('{"seed":"s","steps":[{"operation":"ListKeys","input":{"__proto__":1}}]}'),
    ],
  ])('is refused for %s, and told where', (_, file) => {
    const parsed = parse(file);
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.problems[0]).toMatch(/^\S.*: ./);
  });

  test('is refused when it is no JSON, or too large', () => {
    expect(parseWorldFile('{')).toMatchObject({ ok: false });
    expect(parseWorldFile(' '.repeat(MAX_WORLD_FILE + 1))).toMatchObject({ ok: false });
  });

  test('has a JSON Schema that says the same (npx node scripts/world-schema.ts)', () => {
    expect(JSON.parse(readFileSync(WORLD_JSON_SCHEMA, 'utf8'))).toEqual(JSON.parse(worldJsonSchema()));
  });
});
