import type { IncomingMessage } from 'node:http';
import { isLoopbackOrigin } from './loopback.ts';

/** What an SDK in a page must be allowed to read. */
const EXPOSED = 'x-amzn-requestid, x-amzn-errortype, x-amz-request-id, date';
const HEADER_LIST = /^[A-Za-z0-9\-, ]{0,1000}$/;

/**
 * Headers for a browser, so that a page served on this machine can use the SDK. Other origins get none: their scripts
 * could sign as `test`, but never get past the preflight, nor read an answer.
 * @returns undefined for an origin that is refused
 */
export const corsHeaders = ({ headers }: IncomingMessage): Readonly<Record<string, string>> | undefined => {
  const { origin } = headers;
  if (origin === undefined) return {};
  if (!isLoopbackOrigin(origin)) return undefined;
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED, vary: 'Origin' };
};

export const preflightHeaders = ({ headers }: IncomingMessage): Readonly<Record<string, string>> => {
  const asked = headers['access-control-request-headers'] ?? '';
  return {
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': HEADER_LIST.test(asked) ? asked : '',
    'access-control-max-age': '86400',
    ...(headers['access-control-request-private-network'] === 'true' && {
      'access-control-allow-private-network': 'true',
    }),
  };
};
