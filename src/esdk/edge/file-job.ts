/** What encrypting and decrypting a file have in common: where the bytes go, progress, cancelling. */

/** Takes the output piece by piece, in order. A piece is emptied when `write` has returned: what is to stay is copied. */
export interface ByteSink {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => void | Promise<void>;
}

export interface FileJobOptions {
  /** Called after every frame, with plaintext or message bytes done of those that the file has. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Aborting ends the job at the next frame with the signal's reason thrown, as fetch does. */
  readonly signal?: AbortSignal;
}

/**
 * Frames in work at once: enough to keep WebCrypto's threads busy, at most 2 MiB of them, each of which is in memory
 * about four times while it is worked on.
 */
export const framesAtOnce = (frameLength: number): number =>
  Math.min(16, Math.max(1, Math.floor((2 * 2 ** 20) / Math.max(1, frameLength))));

/** Plaintext bytes a frame for files: at 1 MiB WebCrypto runs at its full speed. */
export const FILE_FRAME_LENGTH = 2 ** 20;

/** The longest frame, or unframed content, that is taken into memory. */
export const MAX_FILE_FRAME_LENGTH = 2 * 2 ** 20;

/**
 * Gives memory back now instead of at the next garbage collection, which a megabyte of plaintext does not hurry. The
 * array is empty afterwards. Where the browser cannot, the collector does it later.
 */
export const release = ({ buffer }: Uint8Array<ArrayBuffer>): void => {
  buffer.transfer?.(0);
};

/** @returns those bytes of the blob; fewer at its end */
export const readSlice = async (blob: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.slice(start, Math.min(end, blob.size)).arrayBuffer());
