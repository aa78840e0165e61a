import { readFileSync } from 'node:fs';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, test } from 'vitest';
import {
  canonicalRequest,
  type SignedRequest,
  signatureOf,
  stringToSign,
  type VerifySettings,
  verifySignature,
} from '../../../src/aws/sigv4/index.ts';

interface SuiteCase {
  name: string;
  credentials: { access_key_id: string; secret_access_key: string; token?: string };
  region: string;
  service: string;
  signedRequest: string;
  canonicalRequest: string;
  stringToSign: string;
  signature: string;
  omitSessionToken?: boolean;
}

const { cases }: { cases: SuiteCase[] } = JSON.parse(
  readFileSync(new URL('../../oracles/sigv4-test-suite.json', import.meta.url), 'utf8'),
);

/** Reads the suite's text form of an HTTP request; a line that starts with a space continues the header before it. */
const readRequest = (text: string): SignedRequest => {
  const [head = '', ...body] = text.split('\n\n');
  const [requestLine = '', ...lines] = head.split('\n');
  const headers: [string, string][] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    if (/^\s/.test(line) && last) last[1] += ` ${line.trim()}`;
    else if (line !== '') headers.push([line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
  }
  const target = requestLine.replace(/^\S+ /, '').replace(/ HTTP\/1\.1$/, '');
  return {
    method: requestLine.split(' ')[0] ?? '',
    target,
    headers,
    body: new TextEncoder().encode(body.join('\n\n')),
  };
};

const AT = Date.UTC(2015, 7, 30, 12, 36, 0);

describe("AWS's Signature Version 4 test suite", () => {
  test.each(cases)('$name', (given) => {
    const request = readRequest(given.signedRequest);
    const names =
      request.headers.find(([name]) => name === 'Authorization')?.[1].match(/SignedHeaders=([^,]+)/)?.[1] ?? '';
    const canonical = canonicalRequest(request, names.split(';'));
    expect(canonical).toBe(given.canonicalRequest);
    const scope = { date: '20150830', region: given.region, service: given.service };
    const text = stringToSign(canonical, '20150830T123600Z', scope);
    expect(text).toBe(given.stringToSign);
    expect(signatureOf(text, given.credentials.secret_access_key, scope)).toBe(given.signature);
    const { token } = given.credentials;
    const verified = verifySignature(request, {
      now: AT,
      credentialsOf: () => ({ secretAccessKey: given.credentials.secret_access_key, sessionToken: token }),
    });
    expect(verified).toEqual({ ok: true, accessKeyId: 'AKIDEXAMPLE', region: given.region, service: given.service });
  });
});

class Sha256 {
  private readonly chunks: Uint8Array[] = [];
  private readonly secret: Uint8Array | undefined;
  constructor(secret?: string | Uint8Array) {
    this.secret = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret;
  }
  update(data: string | Uint8Array) {
    this.chunks.push(typeof data === 'string' ? new TextEncoder().encode(data) : data);
  }
  async digest() {
    const { createHash, createHmac } = await import('node:crypto');
    const hash = this.secret ? createHmac('sha256', this.secret) : createHash('sha256');
    for (const chunk of this.chunks) hash.update(chunk);
    return new Uint8Array(hash.digest());
  }
  reset() {}
}

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);
const BODY = '{"KeyId":"alias/payroll"}';

const signed = async ({
  secret = 'test',
  at = NOW,
  service = 'kms',
  region = 'ap-northeast-1',
  sessionToken,
}: {
  secret?: string;
  at?: number;
  service?: string;
  region?: string;
  sessionToken?: string;
} = {}): Promise<SignedRequest> => {
  const signer = new SignatureV4({
    service,
    region,
    credentials: { accessKeyId: 'test', secretAccessKey: secret, ...(sessionToken && { sessionToken }) },
    sha256: Sha256 as never,
  });
  const { headers } = await signer.sign(
    {
      method: 'POST',
      protocol: 'http:',
      hostname: '127.0.0.1',
      path: '/',
      query: {},
      headers: {
        host: '127.0.0.1:4599',
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'TrentService.DescribeKey',
      },
      body: BODY,
    },
    { signingDate: new Date(at) },
  );
  return { method: 'POST', target: '/', headers: Object.entries(headers), body: new TextEncoder().encode(BODY) };
};

const verify = (request: SignedRequest, settings: Partial<VerifySettings> = {}) =>
  verifySignature(request, {
    now: NOW,
    credentialsOf: (id) => (id === 'test' ? { secretAccessKey: 'test' } : undefined),
    services: ['kms', 'sts'],
    ...settings,
  });

const refusal = (request: SignedRequest, settings: Partial<VerifySettings> = {}) => {
  const verified = verify(request, settings);
  return verified.ok ? undefined : verified.error;
};

const withHeader = (
  request: SignedRequest,
  name: string,
  change: (value: string) => string | undefined,
): SignedRequest => ({
  ...request,
  headers: request.headers.flatMap(([given, value]) => {
    if (given.toLowerCase() !== name) return [[given, value] as const];
    const changed = change(value);
    return changed === undefined ? [] : [[given, changed] as const];
  }),
});

describe('verifySignature', () => {
  test("accepts what the SDK's signer signs, and tells access key, Region and service", async () => {
    expect(verify(await signed())).toEqual({ ok: true, accessKeyId: 'test', region: 'ap-northeast-1', service: 'kms' });
  });

  test('accepts temporary credentials with their token, and not without it', async () => {
    const credentialsOf = () => ({ secretAccessKey: 'test', sessionToken: 'token' });
    expect(verify(await signed({ sessionToken: 'token' }), { credentialsOf }).ok).toBe(true);
    expect(refusal(await signed(), { credentialsOf })?.__type).toBe('UnrecognizedClientException');
  });

  test('refuses a wrong secret', async () => {
    expect(refusal(await signed({ secret: 'guess' }))).toEqual({
      __type: 'InvalidSignatureException',
      message:
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      status: 400,
    });
  });

  test('refuses a changed body and a changed signed header', async () => {
    const request = await signed();
    const forged = { ...request, body: new TextEncoder().encode('{"KeyId":"alias/other"}') };
    expect(refusal(forged)?.__type).toBe('InvalidSignatureException');
    const retargeted = withHeader(request, 'x-amz-target', () => 'TrentService.ScheduleKeyDeletion');
    expect(refusal(retargeted)?.__type).toBe('InvalidSignatureException');
  });

  test('refuses an access key that nobody has', async () => {
    expect(refusal(await signed(), { credentialsOf: () => undefined })).toEqual({
      __type: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
      status: 400,
    });
  });

  test('refuses a request without signature', async () => {
    expect(refusal(withHeader(await signed(), 'authorization', () => undefined))).toEqual({
      __type: 'MissingAuthenticationTokenException',
      message: 'Request is missing Authentication Token',
      status: 400,
    });
  });

  test('names what an Authorization header lacks', async () => {
    const request = withHeader(await signed(), 'authorization', () => 'Bearer abc');
    expect(refusal(request)?.message).toBe(
      "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization=Bearer abc",
    );
  });

  test('accepts a clock that is off by exactly five minutes, and not by a second more', async () => {
    const limit = 5 * 60_000;
    for (const off of [-limit, limit]) expect(verify(await signed({ at: NOW + off })).ok).toBe(true);
    expect(refusal(await signed({ at: NOW - limit - 1000 }))?.message).toBe(
      'Signature expired: 20261124T115459Z is now earlier than 20261124T115500Z (20261124T120000Z - 5 min.)',
    );
    expect(refusal(await signed({ at: NOW + limit + 1000 }))?.message).toBe(
      'Signature not yet current: 20261124T120501Z is still later than 20261124T120500Z (20261124T120000Z + 5 min.)',
    );
  });

  test('refuses the scope of another service and another day', async () => {
    expect(refusal(await signed({ service: 's3' }))?.message).toBe(
      "Credential should be scoped to correct service: 'kms'.",
    );
    const request = withHeader(await signed(), 'authorization', (value) => value.replace('/20261124/', '/20261123/'));
    expect(refusal(request)?.message).toBe(
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20261123' != '20261124', from '20261124T120000Z'.",
    );
  });

  test('demands that the host is signed', async () => {
    const request = withHeader(await signed(), 'authorization', (value) => value.replace(/host;/, ''));
    expect(refusal(request)?.message).toBe("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  });

  test('speaks as Query services do when asked to', async () => {
    const request = await signed({ service: 'sts', secret: 'guess' });
    expect(refusal(request, { protocol: 'query' })).toMatchObject({ __type: 'SignatureDoesNotMatch', status: 403 });
  });
});
