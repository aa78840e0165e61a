/**
 * Writes a whole message with given materials: header, body, and footer if the suite signs.
 *
 * A frame's IV is its sequence number. That is safe because the key is derived anew for every message id; under the
 * three suites that derive nothing it is the data key that must never be used twice.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html
 */
import { concatBytes } from '@noble/hashes/utils.js';
import { seal } from './aead.ts';
import { type BodyPart, bodyAad, frameIv } from './body-aad.ts';
import { uint16, uint32, uint64 } from './bytes.ts';
import { deriveKey } from './derive-key.ts';
import type { EncryptionMaterials } from './materials.ts';
import { FINAL_FRAME_MARK, MAX_CONTENT_LENGTH } from './read-body.ts';
import type { MessageHeader } from './read-header.ts';
import { type Refused, refused } from './refusal.ts';
import { signDigest, startHash } from './signature.ts';
import { suiteOf } from './suites.ts';
import { writeHeader } from './write-header.ts';

/** What the SDKs take when nobody says otherwise, in bytes. */
export const DEFAULT_FRAME_LENGTH = 4096;

export interface MessageShape {
  /** Plaintext bytes a frame, 1 … 2^32 − 1; 0 writes the body as one block. Default 4096. */
  readonly frameLength?: number;
  /** Unique bytes: 16 in version 1, 32 in version 2. */
  readonly messageId: Uint8Array;
}

export interface OpenedHeader {
  readonly header: MessageHeader;
  readonly bytes: Uint8Array;
  readonly messageKey: Uint8Array;
}

export const messageIdLength = (version: 1 | 2): number => (version === 1 ? 16 : 32);

/** How many frames the plaintext fills; an empty one still has its final frame. */
export const frameCount = (plaintextLength: number, frameLength: number): number =>
  frameLength === 0 ? 1 : Math.max(1, Math.ceil(plaintextLength / frameLength));

/** Derives the message's key and writes the header; the body may follow piece by piece. */
export const startMessage = (
  materials: EncryptionMaterials,
  { frameLength = DEFAULT_FRAME_LENGTH, messageId }: MessageShape,
  plaintextLength: number,
): OpenedHeader | Refused => {
  const suite = suiteOf(materials.suite);
  if (messageId.length !== messageIdLength(suite.messageVersion))
    throw new Error(`messageId expected ${messageIdLength(suite.messageVersion)} bytes, got ${messageId.length}`);
  if (!Number.isInteger(frameLength) || frameLength < 0 || frameLength > 0xffffffff)
    return refused('frameLengthOutOfRange');
  if (frameLength === 0 && plaintextLength > MAX_CONTENT_LENGTH) return refused('contentTooLong');
  if (frameCount(plaintextLength, frameLength) >= FINAL_FRAME_MARK) return refused('tooManyFrames');
  const { messageKey, commitment } = deriveKey(suite, materials.plaintextDataKey, messageId);
  const header: MessageHeader = {
    suite,
    messageId,
    encryptionContext: materials.encryptionContext,
    encryptedDataKeys: materials.encryptedDataKeys,
    framed: frameLength > 0,
    frameLength,
    ...(commitment ? { commitment } : {}),
  };
  return { header, bytes: writeHeader(header, messageKey), messageKey };
};

/** Everything of a block that stands before its content. */
export const blockHead = (part: BodyPart, sequenceNumber: number, contentLength: number): Uint8Array => {
  const iv = frameIv(sequenceNumber);
  switch (part) {
    case 'unframed':
      return concatBytes(iv, uint64(contentLength));
    case 'frame':
      return concatBytes(uint32(sequenceNumber), iv);
    case 'finalFrame':
      return concatBytes(uint32(FINAL_FRAME_MARK), uint32(sequenceNumber), iv, uint32(contentLength));
  }
};

export const footerBytes = (signature: Uint8Array): Uint8Array => concatBytes(uint16(signature.length), signature);

export const partOf = ({ framed }: MessageHeader, last: boolean): BodyPart =>
  framed ? (last ? 'finalFrame' : 'frame') : 'unframed';

/** @returns the message, or why the materials and the shape do not make one */
export const sealMessage = (
  plaintext: Uint8Array,
  materials: EncryptionMaterials,
  shape: MessageShape,
): Uint8Array | Refused => {
  const started = startMessage(materials, shape, plaintext.length);
  if ('refusal' in started) return started;
  const { header, bytes, messageKey } = started;
  const { suite, messageId, frameLength } = header;
  const pieces = [bytes];
  const count = frameCount(plaintext.length, frameLength);
  for (let number = 1; number <= count; number++) {
    const last = number === count;
    const start = (number - 1) * frameLength;
    const content = plaintext.subarray(start, last ? plaintext.length : start + frameLength);
    const part = partOf(header, last);
    const aad = bodyAad(messageId, part, number, content.length);
    pieces.push(blockHead(part, number, content.length), seal(messageKey, frameIv(number), aad, content));
  }
  if (suite.signature && materials.signingKey) {
    const hash = startHash(suite.signature);
    for (const piece of pieces) hash.update(piece);
    pieces.push(footerBytes(signDigest(suite.signature, hash.digest(), materials.signingKey)));
  }
  return concatBytes(...pieces);
};
