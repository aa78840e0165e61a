/** Serves a built site on a free port of this machine, under the base path that it was built for. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export interface Served {
  /** Without a slash at the end: `http://127.0.0.1:41234/base`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const fileAt = (path: string): string | undefined => {
  for (const candidate of [path, join(path, 'index.html')]) {
    if (statSync(candidate, { throwIfNoEntry: false })?.isFile()) return candidate;
  }
  return undefined;
};

export const serveSite = async (folder: string, base = ''): Promise<Served> => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname.startsWith(`${base}/`)
      ? normalize(decodeURIComponent(pathname.slice(base.length)))
      : undefined;
    const file = inside === undefined ? undefined : fileAt(join(folder, inside));
    const shown = file ?? join(folder, '404.html');
    response.writeHead(file ? 200 : 404, { 'content-type': TYPES[extname(shown)] ?? 'application/octet-stream' });
    createReadStream(shown)
      .on('error', () => response.end())
      .pipe(response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
};
