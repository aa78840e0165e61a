import { concat, fromHex, fromUtf8, toHex, utf8 } from './bytes.ts';

/**
 * Reads and writes the CiphertextBlob of a symmetric KMS key.
 *
 *     version(1) ‖ account(6) ‖ length(1) ‖ key id ‖ key material id(32) ‖ IV(12) ‖ ciphertext ‖ tag(16)
 *
 * AWS does not publish its layout. This one is ours, made so that Decrypt needs no KeyId and finds the right version of
 * a rotated key, as AWS promises. All that stands before the IV is authenticated together with the encryption context.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html#KMS-Decrypt-request-KeyId
 */
export interface CiphertextBlob {
  /** 12 digits. */
  readonly AccountId: string;
  readonly KeyId: string;
  /** 64 hexadecimal digits. */
  readonly KeyMaterialId: string;
  /** 12 bytes. */
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  /** 16 bytes. */
  readonly tag: Uint8Array;
}

export type BlobField = 'version' | 'account' | 'keyIdLength' | 'keyId' | 'keyMaterialId' | 'iv' | 'ciphertext' | 'tag';

export interface ByteRange {
  readonly field: BlobField;
  /** First byte, counted from 0. */
  readonly start: number;
  /** One past the last byte. */
  readonly end: number;
}

const VERSION = 1;
const FIXED = { version: 1, account: 6, keyIdLength: 1, keyMaterialId: 32, iv: 12, tag: 16 } as const;

/** The authenticated beginning of a blob, up to the IV. */
export const blobHeader = ({
  AccountId,
  KeyId,
  KeyMaterialId,
}: Pick<CiphertextBlob, 'AccountId' | 'KeyId' | 'KeyMaterialId'>): Uint8Array => {
  const keyId = utf8(KeyId);
  const material = fromHex(KeyMaterialId);
  if (material?.length !== FIXED.keyMaterialId) throw new Error(`"${KeyMaterialId}" is no key material id`);
  const account = fromHex(
    Number(AccountId)
      .toString(16)
      .padStart(2 * FIXED.account, '0'),
  ) as Uint8Array;
  return concat(Uint8Array.of(VERSION), account, Uint8Array.of(keyId.length), keyId, material);
};

export const writeCiphertextBlob = (blob: CiphertextBlob): Uint8Array =>
  concat(blobHeader(blob), blob.iv, blob.ciphertext, blob.tag);

/** `undefined` for anything that is not a blob of ours, such as the raw output of an RSA key. */
export const readCiphertextBlob = (bytes: Uint8Array): CiphertextBlob | undefined => {
  const ranges = blobRanges(bytes);
  if (!ranges) return undefined;
  const part = (field: BlobField) => {
    const { start, end } = ranges.find((range) => range.field === field) as ByteRange;
    return bytes.subarray(start, end);
  };
  return {
    AccountId: String(Number.parseInt(toHex(part('account')), 16)).padStart(12, '0'),
    KeyId: fromUtf8(part('keyId')),
    KeyMaterialId: toHex(part('keyMaterialId')),
    iv: part('iv'),
    ciphertext: part('ciphertext'),
    tag: part('tag'),
  };
};

/** Which bytes are what, without a gap; `undefined` for anything that is not a blob of ours. */
export const blobRanges = (bytes: Uint8Array): readonly ByteRange[] | undefined => {
  if (bytes[0] !== VERSION) return undefined;
  const keyIdLength = bytes[FIXED.version + FIXED.account];
  if (keyIdLength === undefined) return undefined;
  const overhead = Object.values(FIXED).reduce((sum, length) => sum + length, keyIdLength);
  if (bytes.length < overhead) return undefined;

  const lengths: readonly (readonly [BlobField, number])[] = [
    ['version', FIXED.version],
    ['account', FIXED.account],
    ['keyIdLength', FIXED.keyIdLength],
    ['keyId', keyIdLength],
    ['keyMaterialId', FIXED.keyMaterialId],
    ['iv', FIXED.iv],
    ['ciphertext', bytes.length - overhead],
    ['tag', FIXED.tag],
  ];
  let start = 0;
  return lengths.map(([field, length]) => {
    const range = { field, start, end: start + length };
    start += length;
    return range;
  });
};
