import { expect, test } from 'vitest';
import { encryptAsymmetric } from '../../../src/kms/crypto/asymmetric-encryption.ts';
import { encapsulate } from '../../../src/kms/crypto/encapsulation.ts';
import { wrapKeyMaterial } from '../../../src/kms/crypto/import-wrapping.ts';
import { generateKeyPair } from '../../../src/kms/crypto/key-pair.ts';
import { sign } from '../../../src/kms/crypto/signing.ts';
import { chance } from './chance.ts';
import { rsaPair } from './openssl.ts';

const rsa = rsaPair('RSA_2048');

/**
 * The libraries fetch chance of their own when they are given none; then a replay would not give the same bytes. (They
 * also blind their multiplications with chance of their own, which leaves no trace in the result.)
 */
test.each([
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'ECC_NIST_EDWARDS25519',
  'ML_DSA_44',
  'ML_KEM_512',
] as const)('%s: a pair takes no chance but the given', (KeySpec) => {
  const pair = generateKeyPair(KeySpec, chance('a'));
  expect(generateKeyPair(KeySpec, chance('a'))).toEqual(pair);
});

test.each([
  ['ECC_NIST_P256', 'ECDSA_SHA_256'],
  ['ECC_NIST_P384', 'ECDSA_SHA_384'],
  ['ECC_NIST_P521', 'ECDSA_SHA_512'],
  ['ECC_SECG_P256K1', 'ECDSA_SHA_256'],
  ['ECC_NIST_EDWARDS25519', 'ED25519_SHA_512'],
  ['ML_DSA_44', 'ML_DSA_SHAKE_256'],
] as const)('%s, %s: a signature takes no chance but the given', (KeySpec, SigningAlgorithm) => {
  const { privateKeyPkcs8 } = generateKeyPair(KeySpec, chance('a'));
  const request = { privateKeyPkcs8, SigningAlgorithm, MessageType: 'RAW', Message: Uint8Array.of(1) } as const;
  expect(sign({ ...request, random: chance('b') })).toEqual(sign({ ...request, random: chance('b') }));
});

test('RSA: signatures, ciphertexts and wrapped material take no chance but the given', () => {
  const { privateKeyPkcs8, publicKeySpki } = rsa;
  const Message = Uint8Array.of(1);
  const make = () => [
    sign({
      privateKeyPkcs8,
      SigningAlgorithm: 'RSASSA_PSS_SHA_256',
      MessageType: 'RAW',
      Message,
      random: chance('b'),
    }),
    encryptAsymmetric('RSAES_OAEP_SHA_256', publicKeySpki, Message, chance('c')),
    wrapKeyMaterial('RSA_AES_KEY_WRAP_SHA_256', publicKeySpki, Message, chance('d')),
  ];
  expect(make()).toEqual(make());
});

test('ML-KEM: an encapsulated secret takes no chance but the given', () => {
  const { publicKeySpki } = generateKeyPair('ML_KEM_512', chance('a'));
  expect(encapsulate(publicKeySpki, chance('b'))).toEqual(encapsulate(publicKeySpki, chance('b')));
});
