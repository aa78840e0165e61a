/**
 * Collects output into a Blob without holding it in the script's memory: every piece is handed to the browser,
 * which keeps large Blobs on disk.
 */
import type { ByteSink } from './file-job.ts';

export interface BlobSink extends ByteSink {
  /** @returns everything that was written; the sink is empty afterwards */
  readonly take: (type?: string) => Blob;
}

const SMALL = 64 * 2 ** 10;
const ENOUGH = 2 ** 20;

export const blobSink = (): BlobSink => {
  let parts: Blob[] = [];
  // Heads of frames and small frames wait for each other, or a large file would be a million Blobs.
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let waitingLength = 0;
  const handOver = (...more: Uint8Array<ArrayBuffer>[]) => {
    if (waiting.length + more.length > 0) parts.push(new Blob([...waiting, ...more]));
    waiting = [];
    waitingLength = 0;
  };
  return {
    write: (bytes) => {
      if (bytes.length > SMALL) return handOver(bytes);
      waiting.push(bytes.slice());
      waitingLength += bytes.length;
      if (waitingLength >= ENOUGH) handOver();
    },
    take: (type = 'application/octet-stream') => {
      handOver();
      const blob = new Blob(parts, { type });
      parts = [];
      return blob;
    },
  };
};
