import { CreateKeyCommand, DescribeKeyCommand, ListKeysCommand, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientOf, type Endpoint, startEndpoint } from './endpoint.ts';
import { send } from './raw.ts';

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.stop());

const clock = async (body: unknown) => {
  const response = await fetch(`${endpoint.url}/_notebook/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return {
    status: response.status,
    ...((await response.json()) as { now?: string; message?: string; happenings?: unknown[] }),
  };
};
const reset = () => fetch(`${endpoint.url}/_notebook/reset`, { method: 'POST' });

describe('the clock', () => {
  test('is turned by a duration, to an instant, or to the next thing that is due', async () => {
    await reset();
    const client = clientOf(endpoint);
    const { KeyMetadata } = await client.send(new CreateKeyCommand({}));
    const KeyId = KeyMetadata?.KeyId;
    expect(await clock({ advance: 'P1DT12H' })).toMatchObject({ status: 200, now: '2026-04-02T12:00:00Z' });
    expect(await clock({ to: '2026-04-03T00:00:00Z' })).toMatchObject({ now: '2026-04-03T00:00:00Z' });
    await client.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    expect(await clock({ to: 'next' })).toMatchObject({
      now: '2026-04-10T00:00:00Z',
      happenings: [
        { what: 'StateChanged', to: 'Deleted' },
        { what: 'KeyDeleted', at: '2026-04-10T00:00:00Z' },
      ],
    });
    await expect(client.send(new DescribeKeyCommand({ KeyId }))).rejects.toThrow('does not exist');
  });

  test.each([
    ['{'],
    ['[]'],
    [{}],
    [{ advance: 'P7D', to: 'next' }],
    [{ advance: '7 days' }],
    [{ advance: 'P99999999D' }],
    [{ to: 'yesterday' }],
    [{ to: '1999-01-01T00:00:00Z' }],
    [{ to: 'next', more: 1 }],
  ])('refuses %j', async (body) => {
    expect(await clock(body)).toMatchObject({ status: 400, message: expect.any(String) });
  });
});

test('a reset begins again, and begins alike', async () => {
  await reset();
  const first = await (await fetch(`${endpoint.url}/_notebook/world`)).json();
  await clientOf(endpoint).send(new CreateKeyCommand({}));
  await clock({ advance: 'P1D' });
  await reset();
  expect((await clientOf(endpoint).send(new ListKeysCommand({}))).Keys).toEqual([]);
  const again = (await (await fetch(`${endpoint.url}/_notebook/world`)).json()) as { seq: number };
  expect({ ...again, seq: 0 }).toEqual({ ...(first as object), seq: 0 });
});

const get = (path: string, ...headers: readonly string[]) =>
  send(endpoint.port, [`GET ${path} HTTP/1.1\r\n${[...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`]);

describe('the control path is closed', () => {
  test.each([
    ['to a page of another origin', ['Host: 127.0.0.1:4599', 'Origin: https://example.com']],
    ['to a page on another port of this machine', ['Host: 127.0.0.1:4599', 'Origin: http://127.0.0.1:4321']],
    ['to a name that was pointed here', ['Host: attacker.example:4599', 'Origin: http://attacker.example:4599']],
    ['to such a name without an origin', ['Host: attacker.example:4599']],
    ['to a picture in a strange page', ['Host: 127.0.0.1:4599', 'Sec-Fetch-Site: cross-site']],
  ])('%s', async (_, headers) => {
    const text = await get('/_notebook/world', ...headers);
    expect(text).toMatch(/^HTTP\/1\.1 403 /);
    expect(text).not.toContain('SecretAccessKey');
    expect(text.toLowerCase()).not.toContain('access-control-allow-origin');
  });

  test('but open to a command line, and to a page of its own', async () => {
    expect(await get('/_notebook/world', 'Host: localhost:4599')).toMatch(/^HTTP\/1\.1 200 /);
    const own = ['Host: localhost:4599', 'Origin: http://localhost:4599', 'Sec-Fetch-Site: same-origin'];
    expect(await get('/_notebook/world', ...own)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('to a form, which can send no JSON', async () => {
    const { status } = await fetch(`${endpoint.url}/_notebook/clock`, { method: 'POST', body: '{"advance":"P7D"}' });
    expect(status).toBe(415);
  });

  test('and says what there is', async () => {
    expect((await fetch(`${endpoint.url}/_notebook/anything`)).status).toBe(404);
  });
});

describe('a browser SDK', () => {
  const preflight = (Origin: string) =>
    fetch(endpoint.url, {
      method: 'OPTIONS',
      headers: {
        Origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,x-amz-date,x-amz-target',
      },
    });

  test('of a page on this machine passes the preflight and may read request ids', async () => {
    const allowed = await preflight('http://localhost:4321');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('http://localhost:4321');
    expect(allowed.headers.get('access-control-allow-headers')).toBe('authorization,x-amz-date,x-amz-target');
    const answer = await fetch(endpoint.url, { method: 'POST', headers: { Origin: 'http://localhost:4321' } });
    expect(answer.headers.get('access-control-expose-headers')).toContain('x-amzn-requestid');
  });

  test.each(['https://example.com', 'null', 'http://localhost.example.com', 'http://127.0.0.1.example.com', 'file://'])(
    'of %s does not',
    async (origin) => {
      const refused = await preflight(origin);
      expect(refused.status).toBe(403);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});
