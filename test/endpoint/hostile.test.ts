import { once } from 'node:events';
import { connect } from 'node:net';
import { CreateKeyCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { clientOf, type Endpoint, startEndpoint } from './endpoint.ts';
import { answered, call, requestBytes, send } from './raw.ts';

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint({ requestTimeout: 700 });
});
afterAll(() => endpoint.stop());

/** Whatever came in: the next client is served. */
afterEach(async () => {
  const { $metadata } = await clientOf(endpoint).send(new ListKeysCommand({}));
  expect($metadata.httpStatusCode).toBe(200);
});

describe('a body beyond 1 MiB', () => {
  test('is refused when it is announced', async () => {
    const text = await send(endpoint.port, [requestBytes('TrentService.ListKeys', Buffer.alloc(2 ** 20 + 1, 0x20))]);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(text).toContain('RequestEntityTooLargeException');
  });

  test('is refused when it comes in chunks without an end', async () => {
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000, 0x20), Buffer.from('\r\n')]);
    const head = 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n';
    const text = await send(endpoint.port, [head, ...Array<Buffer>(40).fill(chunk)]);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('of just 1 MiB is read', async () => {
    const body = Buffer.concat([Buffer.from('{}'), Buffer.alloc(2 ** 20 - 2, 0x20)]);
    expect(await send(endpoint.port, [requestBytes('TrentService.ListKeys', body)], answered(1))).toMatch(
      /^HTTP\/1\.1 200 /,
    );
  });
});

describe('what is no request', () => {
  test.each([
    ['no HTTP', '\x16\x03\x01\x02\x00\x01\x00', /^HTTP\/1\.1 400 /],
    ['headers without measure', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    ['a method of its own', 'BREW / HTTP/1.1\r\nHost: a\r\n\r\n', /^HTTP\/1\.1 400 /],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      /^HTTP\/1\.1 400 /,
    ],
  ])('%s is refused in JSON', async (_, bytes, status) => {
    const text = await send(endpoint.port, [bytes], answered(1));
    expect(text).toMatch(status);
    expect(text).toMatch(/\{"__type":"\w+"\}$/);
  });

  test.each([['GET /'], ['GET /favicon.ico'], ['PUT /x'], ['POST /?Action']])(
    '%s is an UnknownOperationException',
    async (line) => {
      const text = await send(endpoint.port, [`${line} HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n`], answered(1));
      expect(text).toMatch(/^HTTP\/1\.1 400 /);
      expect(text).toContain('{"__type":"UnknownOperationException"}');
    },
  );
});

describe('slow clients', () => {
  test('who do not finish their request are told so, and cut off', async () => {
    const bytes = call('ListKeys', { Limit: 1 });
    const text = await send(endpoint.port, [bytes.subarray(0, bytes.length - 3)]);
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('who go away in the middle leave nothing behind', async () => {
    for (let nth = 0; nth < 20; nth += 1) {
      const socket = connect(endpoint.port, '127.0.0.1');
      await once(socket, 'connect');
      const bytes = call('CreateKey');
      socket.write(bytes.subarray(0, bytes.length - 1));
      socket.destroy();
    }
    expect((await clientOf(endpoint).send(new ListKeysCommand({}))).Keys).toEqual([]);
  });
});

test('requests that come without waiting are answered in their order, also when an RSA key is among them', async () => {
  const chunks = [
    call('CreateKey', { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
    call('DescribeKey', { KeyId: 'alias/second' }),
    call('DescribeKey', { KeyId: 'alias/third' }),
  ];
  const text = await send(endpoint.port, [Buffer.concat(chunks)], answered(3));
  const places = ['"KeySpec":"RSA_2048"', 'alias/second is not found', 'alias/third is not found'].map((part) =>
    text.indexOf(part),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test('no bytes end it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, asBody) => {
      const sent = Buffer.from(bytes);
      const text = await send(
        endpoint.port,
        [asBody ? requestBytes('TrentService.Encrypt', sent) : sent, '\r\n\r\n'],
        answered(1),
      );
      expect(text === '' || /^HTTP\/1\.1 4\d\d /.test(text)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('a key made meanwhile is there', async () => {
  await clientOf(endpoint).send(new CreateKeyCommand({}));
});
