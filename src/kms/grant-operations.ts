import { isKeyPair } from './key-types.ts';
import type { KeyUsage } from './vocabulary.ts';
import { isSymmetric, type KeyRecord } from './world.ts';

const WITH_ANY_KEY = ['CreateGrant', 'DescribeKey', 'RetireGrant'] as const;
const CIPHERS = ['Decrypt', 'Encrypt', 'ReEncryptFrom', 'ReEncryptTo'] as const;
const DATA_KEYS = [
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
] as const;

const BY_USAGE: { readonly [Usage in KeyUsage]: readonly string[] } = {
  ENCRYPT_DECRYPT: CIPHERS,
  SIGN_VERIFY: ['Sign', 'Verify'],
  GENERATE_VERIFY_MAC: ['GenerateMac', 'VerifyMac'],
  KEY_AGREEMENT: ['DeriveSharedSecret'],
  ENCAPSULATE_DECAPSULATE: ['Decapsulate', 'Encapsulate'],
};

/**
 * The operations that a grant on this key can allow: those that a key of its type can do at all.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#terms-grant-operations
 */
export const grantableOperations = (key: Pick<KeyRecord, 'KeySpec' | 'KeyUsage'>): readonly string[] => [
  ...BY_USAGE[key.KeyUsage],
  ...(isSymmetric(key) ? DATA_KEYS : []),
  ...(isKeyPair(key.KeySpec) ? ['GetPublicKey'] : []),
  ...WITH_ANY_KEY,
];
