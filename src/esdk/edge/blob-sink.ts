/**
 * Collects output into a Blob without holding it in the script's memory: pieces are handed to the browser every few
 * MiB, and the browser keeps large Blobs on disk.
 */
import type { ByteSink } from './file-job.ts';

const HAND_OVER = 4 * 2 ** 20;

export interface BlobSink extends ByteSink {
  /** @returns everything that was written; the sink is empty afterwards */
  readonly take: (type?: string) => Blob;
}

export const blobSink = (): BlobSink => {
  let whole: Blob[] = [];
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let pendingLength = 0;
  const handOver = () => {
    if (pending.length > 0) whole.push(new Blob(pending));
    pending = [];
    pendingLength = 0;
  };
  return {
    write: (bytes) => {
      pending.push(bytes);
      pendingLength += bytes.length;
      if (pendingLength >= HAND_OVER) handOver();
    },
    take: (type = 'application/octet-stream') => {
      handOver();
      const blob = new Blob(whole, { type });
      whole = [];
      return blob;
    },
  };
};
