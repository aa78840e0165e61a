/**
 * Encrypts a file, or any Blob, into a framed message, frame by frame. What it writes is what `sealMessage` would have
 * written, byte for byte.
 */
import { type BodyPart, bodyAad, frameIv } from '../body-aad.ts';
import type { EncryptionMaterials } from '../materials.ts';
import { isRefused, type Refused, refused } from '../refusal.ts';
import { blockHead, footerBytes, frameCount, type MessageShape, partOf, startMessage } from '../seal-message.ts';
import { signDigest, startHash } from '../signature.ts';
import { suiteOf } from '../suites.ts';
import {
  type ByteSink,
  FILE_FRAME_LENGTH,
  type FileJobOptions,
  framesAtOnce,
  MAX_FILE_FRAME_LENGTH,
  readSlice,
  release,
} from './file-job.ts';
import { inOrder } from './in-order.ts';
import { canDo, webAead } from './web-aead.ts';

interface SealedFrame {
  readonly head: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly done: number;
}

export interface EncryptedFile {
  /** Length of the message, in bytes. */
  readonly length: number;
}

/**
 * @param shape `frameLength` from 1 byte to 2 MiB, default 1 MiB
 * @returns the length of the message, or why none was begun. Throws only the abort signal's reason, or what reading the
 *          file or writing to the sink throws; what the sink then has is no message.
 */
export const encryptFile = async (
  file: Blob,
  materials: EncryptionMaterials,
  { messageId, frameLength = FILE_FRAME_LENGTH }: MessageShape,
  sink: ByteSink,
  { onProgress, signal }: FileJobOptions = {},
): Promise<EncryptedFile | Refused> => {
  const suite = suiteOf(materials.suite);
  if (!canDo(suite)) return refused('suiteNotForFiles');
  if (frameLength < 1 || frameLength > MAX_FILE_FRAME_LENGTH) return refused('frameLengthOutOfRange');
  const started = startMessage(materials, { messageId, frameLength }, file.size);
  if (isRefused(started)) return started;
  const { header, bytes, messageKey } = started;
  const aead = await webAead(messageKey);
  const hash = suite.signature && startHash(suite.signature);

  let length = 0;
  const write = async (piece: Uint8Array<ArrayBuffer>): Promise<void> => {
    hash?.update(piece);
    length += piece.length;
    await sink.write(piece);
    release(piece);
  };

  const count = frameCount(file.size, frameLength);
  const sealFrame = async (number: number): Promise<SealedFrame> => {
    const last = number === count;
    const start = (number - 1) * frameLength;
    const done = last ? file.size : start + frameLength;
    const content = await readSlice(file, start, done);
    const part: BodyPart = partOf(header, last);
    const aad = bodyAad(messageId, part, number, content.length);
    const head = Uint8Array.from(blockHead(part, number, content.length));
    const sealed = await aead.seal(frameIv(number), aad, content);
    release(content);
    return { head, sealed, done };
  };
  async function* frames() {
    for (let number = 1; number <= count; number++) {
      signal?.throwIfAborted();
      yield () => sealFrame(number);
    }
  }

  signal?.throwIfAborted();
  await write(Uint8Array.from(bytes));
  await inOrder(frames(), framesAtOnce(frameLength), async ({ head, sealed, done }) => {
    signal?.throwIfAborted();
    await write(head);
    await write(sealed);
    onProgress?.(done, file.size);
  });
  if (suite.signature && hash && materials.signingKey) {
    const footer = footerBytes(signDigest(suite.signature, hash.digest(), materials.signingKey));
    length += footer.length;
    await sink.write(Uint8Array.from(footer));
  }
  return { length };
};
