/** HTTP by hand: what no client of AWS would send. */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { SignedRequest } from '../../src/aws/sigv4/index.ts';
import { ALGORITHM, canonicalRequest, signatureOf, stringToSign } from '../../src/aws/sigv4/index.ts';

/** A signed request as bytes for a socket. */
export const requestBytes = (target: string, body: Uint8Array, more: readonly string[] = []): Buffer => {
  const timestamp = `${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  const scope = { date: timestamp.slice(0, 8), region: 'ap-northeast-1', service: 'kms' };
  const headers: SignedRequest['headers'] = [
    ['Host', '127.0.0.1'],
    ['X-Amz-Date', timestamp],
    ['X-Amz-Target', target],
    ['Content-Length', String(body.length)],
  ];
  const names = ['host', 'x-amz-date', 'x-amz-target'];
  const canonical = canonicalRequest({ method: 'POST', target: '/', headers, body }, names);
  const signature = signatureOf(stringToSign(canonical, timestamp, scope), 'test', scope);
  const authorization = `Authorization: ${ALGORITHM} Credential=test/${scope.date}/${scope.region}/kms/aws4_request, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const lines = ['POST / HTTP/1.1', ...headers.map(([name, value]) => `${name}: ${value}`), authorization, ...more];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]);
};

export const call = (operation: string, input: unknown = {}, more: readonly string[] = []): Buffer =>
  requestBytes(`TrentService.${operation}`, Buffer.from(JSON.stringify(input)), more);

/** Sends bytes and reads until the server closes, or until `enough` says so. */
export const send = async (
  port: number,
  chunks: readonly (Buffer | string)[],
  enough: (text: string) => boolean = () => false,
): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    if (enough(text)) socket.end();
  });
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  for (const chunk of chunks) if (!socket.destroyed) socket.write(chunk);
  await closed;
  return text;
};

export const answered = (count: number) => (text: string) =>
  text.split('HTTP/1.1 ').length - 1 >= count && text.includes('\r\n\r\n') && text.trimEnd().endsWith('}');
