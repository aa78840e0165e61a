/**
 * The algorithm suites of the AWS Encryption SDK, all eleven.
 *
 * Every suite is AES-GCM with a 12-byte IV and a 16-byte tag. They differ in the length of the key, in how the key of
 * the message comes from the data key, in whether the message commits to that key, and in whether it is signed.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/algorithms-reference.html
 */

export type SuiteId = 0x0014 | 0x0046 | 0x0078 | 0x0114 | 0x0146 | 0x0178 | 0x0214 | 0x0346 | 0x0378 | 0x0478 | 0x0578;

export interface Suite {
  readonly id: SuiteId;
  /** AWS's name in its programming interfaces. */
  readonly name: string;
  /** Version of the message format that the suite is written in. */
  readonly messageVersion: 1 | 2;
  /** Length of the data key and of the key that encrypts the message, in bytes. */
  readonly keyLength: 16 | 24 | 32;
  /** Hash of HKDF; undefined where the data key itself encrypts the message, which forbids caching it. */
  readonly derivesKeyWith?: 'SHA-256' | 'SHA-384' | 'SHA-512';
  /** The header holds a value that only the one right data key can produce. */
  readonly commitsToKey: boolean;
  readonly signature?: { readonly curve: 'P-256' | 'P-384'; readonly hash: 'SHA-256' | 'SHA-384' };
}

export const IV_LENGTH = 12;
export const TAG_LENGTH = 16;
export const COMMITMENT_LENGTH = 32;

const P256 = { curve: 'P-256', hash: 'SHA-256' } as const;
const P384 = { curve: 'P-384', hash: 'SHA-384' } as const;

const suite = (
  id: SuiteId,
  name: string,
  keyLength: Suite['keyLength'],
  rest: Pick<Suite, 'derivesKeyWith' | 'signature'> = {},
): Suite => ({ id, name, keyLength, messageVersion: 1, commitsToKey: false, ...rest });

export const suites: readonly Suite[] = [
  suite(0x0014, 'ALG_AES128_GCM_IV12_TAG16', 16),
  suite(0x0046, 'ALG_AES192_GCM_IV12_TAG16', 24),
  suite(0x0078, 'ALG_AES256_GCM_IV12_TAG16', 32),
  suite(0x0114, 'ALG_AES128_GCM_IV12_TAG16_HKDF_SHA256', 16, { derivesKeyWith: 'SHA-256' }),
  suite(0x0146, 'ALG_AES192_GCM_IV12_TAG16_HKDF_SHA256', 24, { derivesKeyWith: 'SHA-256' }),
  suite(0x0178, 'ALG_AES256_GCM_IV12_TAG16_HKDF_SHA256', 32, { derivesKeyWith: 'SHA-256' }),
  suite(0x0214, 'ALG_AES128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256', 16, {
    derivesKeyWith: 'SHA-256',
    signature: P256,
  }),
  suite(0x0346, 'ALG_AES192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384', 24, {
    derivesKeyWith: 'SHA-384',
    signature: P384,
  }),
  suite(0x0378, 'ALG_AES256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384', 32, {
    derivesKeyWith: 'SHA-384',
    signature: P384,
  }),
  {
    ...suite(0x0478, 'ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY', 32, { derivesKeyWith: 'SHA-512' }),
    messageVersion: 2,
    commitsToKey: true,
  },
  {
    ...suite(0x0578, 'ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY_ECDSA_P384', 32, {
      derivesKeyWith: 'SHA-512',
      signature: P384,
    }),
    messageVersion: 2,
    commitsToKey: true,
  },
];

/** What the SDK takes when nobody names a suite (commitment policy REQUIRE_ENCRYPT_REQUIRE_DECRYPT). */
export const DEFAULT_SUITE: SuiteId = 0x0578;

const byId = new Map<number, Suite>(suites.map((each) => [each.id, each]));

/** @returns undefined for a number that names no suite */
export const findSuite = (id: number): Suite | undefined => byId.get(id);

export const suiteOf = (id: SuiteId): Suite => {
  const found = findSuite(id);
  if (!found) throw new Error(`suite expected an id of the table, got ${id}`);
  return found;
};
