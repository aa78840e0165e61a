import {
  ALGORITHM,
  canonicalRequest,
  type SignedRequest,
  signatureOf,
  stringToSign,
} from '../../../src/aws/sigv4/index.ts';
import { toBase64, utf8 } from '../../../src/kms/crypto/bytes.ts';

/** When these requests were signed. */
export const SIGNED_AT = Date.UTC(2026, 10, 24, 12, 0, 0);
const TIMESTAMP = '20261124T120000Z';

export interface Asked {
  readonly target?: string;
  readonly service?: string;
  readonly region?: string;
  readonly body?: unknown;
  readonly accessKeyId?: string;
  readonly secret?: string;
  readonly headers?: readonly (readonly [string, string])[];
}

/** A request as a client sends it. */
export const signed = ({
  target,
  service = 'kms',
  region = 'ap-northeast-1',
  body = {},
  accessKeyId = 'test',
  secret = 'test',
  headers = [['Content-Type', 'application/x-amz-json-1.1']],
}: Asked): SignedRequest => {
  const unsigned: SignedRequest = {
    method: 'POST',
    target: '/',
    headers: [
      ['Host', '127.0.0.1:4599'],
      ['X-Amz-Date', TIMESTAMP],
      ...(target === undefined ? [] : [['X-Amz-Target', target] as const]),
      ...headers,
    ],
    body: body instanceof Uint8Array ? body : utf8(typeof body === 'string' ? body : JSON.stringify(body)),
  };
  const scope = { date: TIMESTAMP.slice(0, 8), region, service };
  const names = ['host', 'x-amz-date'];
  const signature = signatureOf(stringToSign(canonicalRequest(unsigned, names), TIMESTAMP, scope), secret, scope);
  const authorization = `${ALGORITHM} Credential=${accessKeyId}/${scope.date}/${region}/${service}/aws4_request, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { ...unsigned, headers: [...unsigned.headers, ['Authorization', authorization]] };
};

export const kms = (operation: string, body: unknown = {}, more: Asked = {}): SignedRequest =>
  signed({ target: `TrentService.${operation}`, body, ...more });

export const blob = (text: string): string => toBase64(utf8(text));
