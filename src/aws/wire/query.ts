/**
 * The Query protocol of STS: a form comes in, XML goes out, or JSON where a client asks for it.
 * Sources: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html,
 *          https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
import { fromUtf8 } from '../../kms/crypto/bytes.ts';
import type { ServiceError } from '../neighbours/neighbour.ts';
import { headerOf, type SignedRequest } from '../sigv4/signed-request.ts';
import type { HttpResponse } from './http.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
export const STS_VERSION = '2011-06-15';

export const isQuery = (request: SignedRequest): boolean =>
  headerOf(request, 'content-type')?.startsWith('application/x-www-form-urlencoded') === true ||
  (request.method === 'GET' && /[?&]Action=/.test(request.target));

export const readForm = (request: SignedRequest): ReadonlyMap<string, string> => {
  const text =
    request.method === 'GET' ? request.target.slice(request.target.indexOf('?') + 1) : fromUtf8(request.body);
  return new Map(
    text.split('&').map((pair): [string, string] => {
      const [name = '', ...value] = pair.split('=');
      return [decoded(name), decoded(value.join('='))];
    }),
  );
};

const decoded = (text: string): string => {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
};

const wantsJson = (request: SignedRequest): boolean =>
  headerOf(request, 'accept')?.split(',')[0]?.trim().startsWith('application/json') === true;

export const queryOutput = (
  request: SignedRequest,
  operation: string,
  output: Readonly<Record<string, unknown>>,
  requestId: string,
): HttpResponse => {
  const whole = {
    [`${operation}Response`]: { [`${operation}Result`]: output, ResponseMetadata: { RequestId: requestId } },
  };
  return respond(request, 200, whole, requestId);
};

export const queryError = (
  request: SignedRequest,
  { __type, message = '' }: ServiceError,
  status: number,
  requestId: string,
): HttpResponse => {
  const whole = { ErrorResponse: { Error: { Type: 'Sender', Code: __type, Message: message }, RequestId: requestId } };
  return respond(request, status, whole, requestId);
};

const respond = (request: SignedRequest, status: number, whole: object, requestId: string): HttpResponse => {
  const json = wantsJson(request);
  return {
    status,
    headers: { 'content-type': json ? 'application/json' : 'text/xml', 'x-amzn-requestid': requestId },
    body: json ? JSON.stringify(whole) : xmlOf(whole, ` xmlns="${NAMESPACE}"`),
  };
};

const xmlOf = (value: unknown, attributes = ''): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, inner]) => `<${name}${attributes}>${xmlOf(inner)}</${name}>`)
        .join('')
    : escapeXml(String(value));

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
