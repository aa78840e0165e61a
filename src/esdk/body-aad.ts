/**
 * What every frame's tag protects besides its content: to which message it belongs, its place, and whether it is last.
 *
 *     message id ‖ "AWSKMSEncryptionClient …" ‖ sequence number(4) ‖ content length(8)
 *
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/body-aad-reference.html
 */
import { concatBytes } from '@noble/hashes/utils.js';
import { uint32, uint64, utf8 } from './bytes.ts';
import { IV_LENGTH } from './suites.ts';

export type BodyPart = 'frame' | 'finalFrame' | 'unframed';

const LABELS: Readonly<Record<BodyPart, Uint8Array>> = {
  frame: utf8('AWSKMSEncryptionClient Frame'),
  finalFrame: utf8('AWSKMSEncryptionClient Final Frame'),
  unframed: utf8('AWSKMSEncryptionClient Single Block'),
};

export const bodyAad = (
  messageId: Uint8Array,
  part: BodyPart,
  sequenceNumber: number,
  contentLength: number,
): Uint8Array => concatBytes(messageId, LABELS[part], uint32(sequenceNumber), uint64(contentLength));

/** The IV that we write: the sequence number in the last four bytes. Other writers use other ones. */
export const frameIv = (sequenceNumber: number): Uint8Array =>
  concatBytes(new Uint8Array(IV_LENGTH - 4), uint32(sequenceNumber));
