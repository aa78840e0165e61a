/**
 * Reads the header of a message, version 1 or 2.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html#header-structure
 */
import type { Cursor } from './cursor.ts';
import { type EncryptedDataKey, KMS_PROVIDER } from './data-key.ts';
import { type EncryptionContext, PUBLIC_KEY } from './encryption-context.ts';
import { COMMITMENT_LENGTH, findSuite, IV_LENGTH, type Suite, TAG_LENGTH } from './suites.ts';

export interface MessageHeader {
  readonly suite: Suite;
  /** 16 bytes in version 1, 32 in version 2. */
  readonly messageId: Uint8Array;
  /** As stored: a signed message has `aws-crypto-public-key` in it. */
  readonly encryptionContext: EncryptionContext;
  readonly encryptedDataKeys: readonly EncryptedDataKey[];
  readonly framed: boolean;
  /** Plaintext bytes in every frame but the last; 0 where the body is one block. */
  readonly frameLength: number;
  readonly commitment?: Uint8Array;
}

export interface ReadHeader extends MessageHeader {
  /** Everything before the header's IV and tag: what that tag protects. */
  readonly authenticated: Uint8Array;
  readonly iv: Uint8Array;
  readonly tag: Uint8Array;
  /** Offsets at which a later refusal points. */
  readonly at: {
    readonly contextStart: number;
    readonly dataKeys: number;
    readonly commitment: number;
    readonly tag: number;
  };
}

export interface ReadLimits {
  /** More encrypted data keys than this are refused, since each may cost a call. Default 64; ours, the SDK has none. */
  readonly maxEncryptedDataKeys?: number;
}

const DEFAULT_MAX_ENCRYPTED_DATA_KEYS = 64;
const OBJECT_TYPE = 0x80;
const UNFRAMED = 1;
const FRAMED = 2;
/** 'A': every version and type begins so in base64. */
const BASE64_START = 0x41;

const readContext = (cursor: Cursor): EncryptionContext => {
  const length = cursor.number(2, 'header.encryptionContext.length', 'contextLength');
  if (length === 0 || !cursor.ok) return {};
  const start = cursor.offset;
  const count = cursor.number(2, 'header.encryptionContext.pairCount', 'contextPairCount');
  if (count === 0) cursor.refuse('contextMalformed', start);
  const pairs = new Map<string, string>();
  for (let pair = 0; pair < count && cursor.ok; pair++) {
    const path = `header.encryptionContext.${pair}`;
    const keyStart = cursor.offset;
    const key = cursor.text(cursor.number(2, `${path}.keyLength`, 'contextKeyLength'), `${path}.key`, 'contextKey');
    const valueStart = cursor.offset;
    const value = cursor.text(
      cursor.number(2, `${path}.valueLength`, 'contextValueLength'),
      `${path}.value`,
      'contextValue',
      key === PUBLIC_KEY ? 'publicKeyValue' : 'contextValue',
    );
    if (key === undefined) cursor.refuse('textNotUtf8', keyStart);
    else if (value === undefined) cursor.refuse('textNotUtf8', valueStart);
    else if (pairs.has(key)) cursor.refuse('contextKeyTwice', keyStart);
    else pairs.set(key, value);
    if (cursor.offset > start + length) cursor.refuse('contextMalformed', keyStart);
  }
  if (cursor.offset !== start + length) cursor.refuse('contextMalformed');
  return Object.fromEntries(pairs);
};

const readEncryptedDataKey = (cursor: Cursor, path: string): EncryptedDataKey => {
  const start = cursor.offset;
  const providerId = cursor.text(
    cursor.number(2, `${path}.providerIdLength`, 'providerIdLength'),
    `${path}.providerId`,
    'providerId',
  );
  if (providerId === undefined) cursor.refuse('textNotUtf8', start);
  const byKms = providerId === KMS_PROVIDER;
  const infoLength = cursor.number(2, `${path}.providerInfoLength`, 'providerInfoLength');
  const infoStart = cursor.offset;
  const providerInfo = cursor.text(
    infoLength,
    `${path}.providerInfo`,
    'providerInfo',
    byKms ? 'kmsKeyArn' : 'providerInfo',
  );
  const infoBytes = cursor.since(infoStart);
  const ciphertext = cursor.bytes(
    cursor.number(2, `${path}.ciphertextLength`, 'dataKeyLength'),
    `${path}.ciphertext`,
    'dataKey',
    byKms ? 'kmsDataKey' : 'dataKey',
  );
  return providerInfo === undefined
    ? { providerId: providerId ?? '', providerInfo: '', providerInfoBytes: infoBytes.slice(0, infoLength), ciphertext }
    : { providerId: providerId ?? '', providerInfo, ciphertext };
};

const readEncryptedDataKeys = (cursor: Cursor, limit: number): readonly EncryptedDataKey[] => {
  const start = cursor.offset;
  const count = cursor.number(2, 'header.encryptedDataKeys.count', 'dataKeyCount');
  if (count === 0) cursor.refuse('noEncryptedDataKey', start);
  if (count > limit) cursor.refuse('tooManyEncryptedDataKeys', start);
  const keys: EncryptedDataKey[] = [];
  for (let index = 0; index < count && cursor.ok; index++)
    keys.push(readEncryptedDataKey(cursor, `header.encryptedDataKeys.${index}`));
  return keys;
};

const readSuite = (cursor: Cursor, version: number): Suite | undefined => {
  const start = cursor.offset;
  const suite = findSuite(cursor.suiteId('header.suiteId'));
  if (!suite) cursor.refuse('suiteUnknown', start);
  else if (suite.messageVersion !== version) cursor.refuse('suiteOfOtherVersion', start);
  return suite;
};

/** @returns undefined after a refusal, which the cursor tells */
export const readHeader = (
  cursor: Cursor,
  { maxEncryptedDataKeys = DEFAULT_MAX_ENCRYPTED_DATA_KEYS }: ReadLimits = {},
): ReadHeader | undefined => {
  const messageStart = cursor.offset;
  const version = cursor.number(1, 'header.version', 'version');
  if (version === BASE64_START) cursor.refuse('base64', messageStart);
  else if (version !== 1 && version !== 2) cursor.refuse('versionUnknown', messageStart);
  if (version === 1) {
    const typeStart = cursor.offset;
    if (cursor.number(1, 'header.type', 'type') !== OBJECT_TYPE) cursor.refuse('typeUnknown', typeStart);
  }
  const suite = readSuite(cursor, version);
  const messageId = cursor.bytes(version === 1 ? 16 : 32, 'header.messageId', 'messageId');
  const contextStart = cursor.offset;
  const encryptionContext = readContext(cursor);
  const dataKeysStart = cursor.offset;
  const encryptedDataKeys = readEncryptedDataKeys(cursor, maxEncryptedDataKeys);

  const contentTypeStart = cursor.offset;
  const contentType = cursor.number(1, 'header.contentType', 'contentType');
  if (contentType !== FRAMED && contentType !== UNFRAMED) cursor.refuse('contentTypeUnknown', contentTypeStart);
  if (version === 1) {
    const reservedStart = cursor.offset;
    if (cursor.number(4, 'header.reserved', 'reserved') !== 0) cursor.refuse('reservedNotZero', reservedStart);
    const ivLengthStart = cursor.offset;
    if (cursor.number(1, 'header.ivLength', 'ivLength') !== IV_LENGTH) cursor.refuse('ivLengthWrong', ivLengthStart);
  }
  const frameLengthStart = cursor.offset;
  const frameLength = cursor.number(4, 'header.frameLength', 'frameLength');
  const framed = contentType === FRAMED;
  if (framed !== frameLength > 0) cursor.refuse('frameLengthWrong', frameLengthStart);

  const commitmentStart = cursor.offset;
  const commitment = suite?.commitsToKey
    ? cursor.bytes(COMMITMENT_LENGTH, 'header.commitment', 'commitment')
    : undefined;
  const authenticated = cursor.since(messageStart);
  // Version 2 spares the IV: it is always twelve zeros.
  const iv = version === 1 ? cursor.bytes(IV_LENGTH, 'header.iv', 'headerIv') : new Uint8Array(IV_LENGTH);
  const tagStart = cursor.offset;
  const tag = cursor.bytes(TAG_LENGTH, 'header.tag', 'headerTag');

  if (!cursor.ok || !suite) return undefined;
  return {
    suite,
    messageId,
    encryptionContext,
    encryptedDataKeys,
    framed,
    frameLength,
    ...(commitment ? { commitment } : {}),
    authenticated,
    iv,
    tag,
    at: { contextStart, dataKeys: dataKeysStart, commitment: commitmentStart, tag: tagStart },
  };
};
