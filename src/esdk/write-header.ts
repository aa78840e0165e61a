/**
 * Writes the header of a message, version 1 or 2, as the suite asks, up to where its tag begins.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html#header-structure
 */
import { concatBytes } from '@noble/hashes/utils.js';
import { seal } from './aead.ts';
import { uint8, uint16, uint32, utf8 } from './bytes.ts';
import type { EncryptedDataKey } from './data-key.ts';
import { contextBytes } from './encryption-context.ts';
import type { MessageHeader } from './read-header.ts';
import { IV_LENGTH } from './suites.ts';

/** provider id, provider info and ciphertext, each after its 2-byte length */
export const encryptedDataKeyBytes = (key: EncryptedDataKey): Uint8Array => {
  const fields = [utf8(key.providerId), key.providerInfoBytes ?? utf8(key.providerInfo), key.ciphertext];
  return concatBytes(...fields.flatMap((field) => [uint16(field.length), field]));
};

/** The part that the header's tag protects. */
const headerBody = (header: MessageHeader): Uint8Array => {
  const { suite, messageId, encryptionContext, encryptedDataKeys, framed, frameLength, commitment } = header;
  const context = contextBytes(encryptionContext);
  const one = suite.messageVersion === 1;
  return concatBytes(
    uint8(suite.messageVersion),
    one ? uint8(0x80) : new Uint8Array(),
    uint16(suite.id),
    messageId,
    uint16(context.length),
    context,
    uint16(encryptedDataKeys.length),
    ...encryptedDataKeys.map(encryptedDataKeyBytes),
    uint8(framed ? 2 : 1),
    one ? concatBytes(new Uint8Array(4), uint8(IV_LENGTH)) : new Uint8Array(),
    uint32(frameLength),
    commitment ?? new Uint8Array(),
  );
};

/** The whole header with its tag, which is an empty AES-GCM message whose AAD is the rest of the header. */
export const writeHeader = (header: MessageHeader, messageKey: Uint8Array): Uint8Array => {
  const body = headerBody(header);
  const iv = new Uint8Array(IV_LENGTH);
  const tag = seal(messageKey, iv, body, new Uint8Array());
  return concatBytes(body, header.suite.messageVersion === 1 ? iv : new Uint8Array(), tag);
};
