/** HTTP on loopback in front of a house. Whatever comes in, the answer is one of AWS's, and the server lives. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type HttpResponse, jsonError } from '../aws/wire/index.ts';
import { CONTROL, control } from './control.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import type { House } from './house.ts';
import { mayControl } from './loopback.ts';
import { readBody } from './read-body.ts';

export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

export interface ServerSettings {
  /** For a whole request to arrive, in milliseconds. */
  readonly requestTimeout?: number;
}

/** With 1 MiB of body each, what all connections can hold in memory at most. */
const MAX_CONNECTIONS = 256;

export const serve = async (house: House, port: number, settings: ServerSettings = {}): Promise<Served> => {
  const { requestTimeout = 30_000 } = settings;
  /** The last request of each connection: pipelined ones are answered in their order. */
  const turns = new WeakMap<Socket, Promise<void>>();

  const server = createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: Math.min(10_000, requestTimeout),
      requestTimeout,
      connectionsCheckingInterval: Math.min(1000, requestTimeout),
      keepAliveTimeout: 65_000,
      noDelay: true,
    },
    (request, response) => {
      const before = turns.get(request.socket);
      const turn = handle(house, request, response, before);
      turns.set(request.socket, turn);
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  // Whoever neither sends nor reads for so long is gone.
  server.timeout = 120_000;
  server.on('clientError', refuseMalformed);
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });

const handle = async (
  house: House,
  request: IncomingMessage,
  response: ServerResponse,
  before: Promise<void> | undefined,
): Promise<void> => {
  try {
    const body = await readBody(request);
    await before;
    if (body === 'aborted') return;
    if (body === 'tooLarge') {
      // What is still coming is not waited for.
      send(response, tooLarge(), { connection: 'close' });
      response.once('finish', () => request.socket.destroySoon());
      return;
    }
    await respond(house, request, response, body.bytes);
  } catch (error) {
    console.error(error);
    if (!response.headersSent) send(response, jsonError({ __type: 'InternalFailure' }, 500, randomUUID()));
  }
};

const respond = async (
  house: House,
  request: IncomingMessage,
  response: ServerResponse,
  body: Uint8Array,
): Promise<void> => {
  const { method = 'GET', url = '/', headers } = request;
  if (url.startsWith(CONTROL)) {
    if (!mayControl(request)) return send(response, forbidden('The control path is for this machine alone.'));
    const contentType = headers['content-type'] ?? '';
    return send(response, await control(house, { method, path: url, contentType, body }));
  }
  const cors = corsHeaders(request);
  if (!cors) return send(response, forbidden('Pages of other origins are not served.'));
  if (method === 'OPTIONS' && headers.origin !== undefined)
    return send(response, { status: 204, headers: preflightHeaders(request), body: '' }, cors);
  const answered = await house.answer(
    { method, target: url, headers: pairsOf(request.rawHeaders), body },
    headers['user-agent'] ?? '',
  );
  send(response, answered, cors);
};

const pairsOf = (raw: readonly string[]): (readonly [string, string])[] => {
  const pairs: (readonly [string, string])[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) pairs.push([raw[at] as string, raw[at + 1] as string]);
  return pairs;
};

const send = (
  response: ServerResponse,
  { status, headers, body }: HttpResponse,
  further: Readonly<Record<string, string>> = {},
): void => {
  const length = status === 204 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { 'cache-control': 'no-store', ...headers, ...further, ...length });
  response.end(body);
};

const tooLarge = (): HttpResponse =>
  jsonError({ __type: 'RequestEntityTooLargeException', message: 'Request is too large.' }, 413, randomUUID());

const forbidden = (message: string): HttpResponse =>
  jsonError({ __type: 'AccessDeniedException', message }, 403, randomUUID());

const MALFORMED: { readonly [code: string]: readonly [status: number, type: string] } = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'RequestTimeoutException'],
  HPE_HEADER_OVERFLOW: [431, 'RequestHeaderFieldsTooLargeException'],
};

/** What is no HTTP, or takes too long to become it. */
const refuseMalformed = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, type] = MALFORMED[error.code ?? ''] ?? [400, 'BadRequestException'];
  const { headers, body } = jsonError({ __type: type }, status, randomUUID());
  const lines = Object.entries({ ...headers, connection: 'close', 'content-length': String(body.length) });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  );
};
