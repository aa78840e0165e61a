import type { IncomingMessage } from 'node:http';

const MAX_BODY = 2 ** 20;

export type Body = { readonly bytes: Uint8Array } | 'tooLarge' | 'aborted';

/** The body of a request, as long as it is small enough. What is too large is not even read to its end. */
export const readBody = (request: IncomingMessage): Promise<Body> => {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) return Promise.resolve('tooLarge');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_BODY) {
        chunks.length = 0;
        request.pause();
        resolve('tooLarge');
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve({ bytes: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks) }));
    request.on('close', () => resolve('aborted'));
    request.on('error', () => resolve('aborted'));
  });
};
