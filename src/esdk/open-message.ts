/**
 * Opens a message, and hands out its plaintext only when all of it has proved genuine.
 *
 * In the order of the SDKs: header read, data key decrypted, commitment compared, header tag checked, then each frame,
 * then the signature. Memory and time grow with the bytes that are there, never with a length that they claim.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/how-it-works.html
 */
import { equalBytes } from '@noble/ciphers/utils.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { open } from './aead.ts';
import { bodyAad } from './body-aad.ts';
import { Cursor } from './cursor.ts';
import { deriveKey } from './derive-key.ts';
import type { DecryptionMaterials, DecryptionMaterialsRequest, DecryptMaterials } from './materials.ts';
import { type BodyLimits, isLast, readBlock, readFooter } from './read-body.ts';
import { type MessageHeader, type ReadHeader, type ReadLimits, readHeader } from './read-header.ts';
import { isRefused, type Refused, refused } from './refusal.ts';
import { digestIsSigned, startHash } from './signature.ts';

export interface OpenedMessage {
  readonly plaintext: Uint8Array;
  readonly header: MessageHeader;
}

export type OpenLimits = ReadLimits & BodyLimits;

export const materialsRequestOf = (header: MessageHeader): DecryptionMaterialsRequest => ({
  suite: header.suite.id,
  encryptionContext: header.encryptionContext,
  encryptedDataKeys: header.encryptedDataKeys,
});

/** Points a refusal of the materials at the part of the header that it speaks of. */
export const atHeader = ({ refusal }: Refused, { at }: ReadHeader): Refused => {
  const aboutContext = refusal.reason === 'publicKeyMissing' || refusal.reason === 'publicKeyUnexpected';
  return { refusal: { ...refusal, offset: aboutContext ? at.contextStart : at.dataKeys } };
};

/** @returns the key of the message, once the commitment and the header's tag agree with it */
export const openHeader = (header: ReadHeader, { plaintextDataKey }: DecryptionMaterials): Uint8Array | Refused => {
  const { messageKey, commitment } = deriveKey(header.suite, plaintextDataKey, header.messageId);
  if (commitment && !equalBytes(commitment, header.commitment ?? new Uint8Array()))
    return refused('commitmentMismatch', header.at.commitment);
  return open(messageKey, header.iv, header.authenticated, header.tag)
    ? messageKey
    : refused('headerTagMismatch', header.at.tag);
};

/** The header as a message of its own keeps it, without the reader's notes. */
export const publicHeader = ({ authenticated, iv, tag, at, ...header }: ReadHeader): MessageHeader => header;

/** @param decryptMaterials gives the data key: from a keyring, or from the cache */
export const openMessage = (
  message: Uint8Array,
  decryptMaterials: DecryptMaterials,
  limits: OpenLimits = {},
): OpenedMessage | Refused => {
  const cursor = new Cursor(message);
  const stopped = (): Refused => ({ refusal: cursor.refusal ?? { reason: 'truncated', offset: cursor.offset } });
  const header = readHeader(cursor, limits);
  if (!header) return stopped();
  const materials = decryptMaterials(materialsRequestOf(header));
  if (isRefused(materials)) return atHeader(materials, header);
  const messageKey = openHeader(header, materials);
  if (isRefused(messageKey)) return messageKey;

  const contents: Uint8Array[] = [];
  for (let expected = 1; ; expected++) {
    const block = readBlock(cursor, header, expected, limits);
    if (!block) return stopped();
    const aad = bodyAad(header.messageId, block.part, block.sequenceNumber, block.contentLength);
    const content = open(messageKey, block.iv, aad, block.sealed);
    if (!content) return refused('bodyTagMismatch', block.tagAt);
    contents.push(content);
    if (isLast(block)) break;
  }

  const signedEnd = cursor.offset;
  const footer = readFooter(cursor, header);
  if (!cursor.ok) return stopped();
  const { signature } = header.suite;
  if (signature && footer) {
    const hash = startHash(signature);
    hash.update(message.subarray(0, signedEnd));
    if (!digestIsSigned(signature, hash.digest(), footer.signature, materials.verificationKey ?? ''))
      return refused('signatureInvalid', footer.at);
  }
  return { plaintext: concatBytes(...contents), header: publicHeader(header) };
};
