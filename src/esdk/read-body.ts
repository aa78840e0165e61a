/**
 * Reads one block of the body at a time, and the footer.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html#body-structure
 */
import type { BodyPart } from './body-aad.ts';
import type { Cursor } from './cursor.ts';
import type { MessageHeader } from './read-header.ts';
import { IV_LENGTH, TAG_LENGTH } from './suites.ts';

/** In place of a sequence number: the last frame follows. */
export const FINAL_FRAME_MARK = 0xffffffff;

/** The most that AES-GCM may encrypt under one IV, in bytes: 2^36 − 32. */
export const MAX_CONTENT_LENGTH = 2 ** 36 - 32;

export interface BodyBlock {
  readonly part: BodyPart;
  readonly sequenceNumber: number;
  readonly iv: Uint8Array;
  readonly contentLength: number;
  /** content ‖ tag(16) */
  readonly sealed: Uint8Array;
  /** The block with everything around its content: what a signature covers. */
  readonly whole: Uint8Array;
  /** First byte of the block, and one past its last. */
  readonly start: number;
  readonly end: number;
  readonly tagAt: number;
}

export interface BodyLimits {
  /** Longest frame, or longest unframed content, that is taken into memory, in bytes. Default: no limit of its own. */
  readonly maxFrameLength?: number;
}

const readSealed = (cursor: Cursor, path: string, part: BodyPart, contentLength: number) => {
  const start = cursor.offset;
  cursor.bytes(
    contentLength,
    `${path}.content`,
    'content',
    part === 'frame' ? 'content' : part === 'finalFrame' ? 'finalContent' : 'unframedContent',
  );
  const tagAt = cursor.offset;
  cursor.bytes(TAG_LENGTH, `${path}.tag`, 'frameTag');
  return { sealed: cursor.since(start), tagAt };
};

const readUnframed = (cursor: Cursor, { maxFrameLength = Number.POSITIVE_INFINITY }: BodyLimits): BodyBlock => {
  const start = cursor.offset;
  const iv = cursor.bytes(IV_LENGTH, 'body.iv', 'frameIv');
  const lengthStart = cursor.offset;
  const contentLength = cursor.number(8, 'body.contentLength', 'contentLength');
  if (contentLength > MAX_CONTENT_LENGTH) cursor.refuse('contentTooLong', lengthStart);
  if (contentLength > maxFrameLength) cursor.refuse('frameTooLong', lengthStart);
  const { sealed, tagAt } = readSealed(cursor, 'body', 'unframed', contentLength);
  return {
    part: 'unframed',
    sequenceNumber: 1,
    iv,
    contentLength,
    sealed,
    whole: cursor.since(start),
    start,
    end: cursor.offset,
    tagAt,
  };
};

const readFrame = (
  cursor: Cursor,
  { frameLength }: MessageHeader,
  expected: number,
  { maxFrameLength = Number.POSITIVE_INFINITY }: BodyLimits,
): BodyBlock => {
  const path = `body.frames.${expected - 1}`;
  const start = cursor.offset;
  const final = cursor.peekUint32() === FINAL_FRAME_MARK;
  if (final) cursor.number(4, `${path}.mark`, 'finalFrameMark');
  const numberStart = cursor.offset;
  const sequenceNumber = cursor.number(4, `${path}.sequenceNumber`, 'sequenceNumber');
  if (sequenceNumber !== expected) cursor.refuse('frameOutOfOrder', numberStart);
  const iv = cursor.bytes(IV_LENGTH, `${path}.iv`, 'frameIv');
  const lengthStart = cursor.offset;
  const contentLength = final ? cursor.number(4, `${path}.contentLength`, 'contentLength') : frameLength;
  if (contentLength > frameLength) cursor.refuse('finalFrameTooLong', lengthStart);
  if (contentLength > maxFrameLength) cursor.refuse('frameTooLong', lengthStart);
  const part = final ? 'finalFrame' : 'frame';
  const { sealed, tagAt } = readSealed(cursor, path, part, contentLength);
  return {
    part,
    sequenceNumber,
    iv,
    contentLength,
    sealed,
    whole: cursor.since(start),
    start,
    end: cursor.offset,
    tagAt,
  };
};

/**
 * @param expected sequence number that the block must have, from 1
 * @returns undefined after a refusal, which the cursor tells
 */
export const readBlock = (
  cursor: Cursor,
  header: MessageHeader,
  expected: number,
  limits: BodyLimits = {},
): BodyBlock | undefined => {
  const block = header.framed ? readFrame(cursor, header, expected, limits) : readUnframed(cursor, limits);
  return cursor.ok ? block : undefined;
};

export const isLast = ({ part }: BodyBlock): boolean => part !== 'frame';

export interface Footer {
  readonly signature: Uint8Array;
  /** First byte of the signature. */
  readonly at: number;
}

/** Reads what follows the body: the signature if the suite signs, and in any case nothing more. */
export const readFooter = (cursor: Cursor, { suite }: MessageHeader): Footer | undefined => {
  if (!suite.signature) {
    if (cursor.ok && cursor.left > 0) cursor.refuse('trailingBytes');
    return undefined;
  }
  const length = cursor.number(2, 'footer.signatureLength', 'signatureLength');
  const at = cursor.offset;
  const signature = cursor.bytes(length, 'footer.signature', 'signature');
  if (cursor.ok && cursor.left > 0) cursor.refuse('trailingBytes');
  return cursor.ok ? { signature, at } : undefined;
};
