/**
 * How long each family of cryptographic operation takes: `npx node bench/crypto.ts`.
 * Prints the median of several runs, in milliseconds, as Sign or Decrypt meet it: reading the stored key included.
 */
import { generateKeyPairSync } from 'node:crypto';
import type { SeededKeySpec, SigningAlgorithmSpec } from '../src/kms/crypto/algorithms.ts';
import { decryptAsymmetric, encryptAsymmetric } from '../src/kms/crypto/asymmetric-encryption.ts';
import { decapsulate, encapsulate } from '../src/kms/crypto/encapsulation.ts';
import { unwrapKeyMaterial, wrapKeyMaterial } from '../src/kms/crypto/import-wrapping.ts';
import { deriveSharedSecret } from '../src/kms/crypto/key-agreement.ts';
import { generateKeyPair, type KeyPair, keyPairFromPkcs8 } from '../src/kms/crypto/key-pair.ts';
import { generateMac } from '../src/kms/crypto/mac.ts';
import { sign, verify } from '../src/kms/crypto/signing.ts';

const RUNS = 15;
let lastByte = 0;
/** Any bytes will do for measuring; each call gives others. */
const random = (length: number): Uint8Array => new Uint8Array(length).fill(++lastByte % 251, 0);

const medianOf = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

const row = (name: string, action: () => unknown): void => {
  action();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    action();
    return performance.now() - start;
  });
  console.log(`${name.padEnd(52)} ${medianOf(times).toFixed(2).padStart(8)} ms`);
};

const present = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('expected a value, got undefined');
  return value;
};

const rsaPair = (modulusLength: number): KeyPair => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
  return {
    privateKeyPkcs8: Uint8Array.from(privateKey.export({ format: 'der', type: 'pkcs8' })),
    publicKeySpki: Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' })),
  };
};

const Message = new Uint8Array(1024).fill(1);

const signing = (name: string, pair: KeyPair, SigningAlgorithm: SigningAlgorithmSpec): void => {
  const request = { SigningAlgorithm, MessageType: 'RAW', Message } as const;
  const make = () => sign({ ...request, privateKeyPkcs8: pair.privateKeyPkcs8, random });
  row(`${name} Sign ${SigningAlgorithm}`, make);
  const made = make();
  if ('failure' in made) throw new Error(made.failure);
  row(`${name} Verify ${SigningAlgorithm}`, () =>
    verify({ ...request, publicKeySpki: pair.publicKeySpki, Signature: made.Signature }),
  );
};

for (const bits of [2048, 3072, 4096] as const) {
  const KeySpec = `RSA_${bits}` as const;
  const pair = rsaPair(bits);
  row(`${KeySpec} check of an incoming pair`, () => keyPairFromPkcs8(KeySpec, pair.privateKeyPkcs8));
  signing(KeySpec, pair, 'RSASSA_PSS_SHA_256');
  const blob = present(encryptAsymmetric('RSAES_OAEP_SHA_256', pair.publicKeySpki, random(32), random));
  row(`${KeySpec} Encrypt`, () => encryptAsymmetric('RSAES_OAEP_SHA_256', pair.publicKeySpki, random(32), random));
  row(`${KeySpec} Decrypt`, () => decryptAsymmetric('RSAES_OAEP_SHA_256', pair.privateKeyPkcs8, blob));
  const wrapped = present(wrapKeyMaterial('RSA_AES_KEY_WRAP_SHA_256', pair.publicKeySpki, random(1200), random));
  row(`${KeySpec} ImportKeyMaterial, unwrap`, () =>
    unwrapKeyMaterial('RSA_AES_KEY_WRAP_SHA_256', pair.privateKeyPkcs8, wrapped),
  );
}

const signers: readonly (readonly [SeededKeySpec, SigningAlgorithmSpec])[] = [
  ['ECC_NIST_P256', 'ECDSA_SHA_256'],
  ['ECC_NIST_P384', 'ECDSA_SHA_384'],
  ['ECC_NIST_P521', 'ECDSA_SHA_512'],
  ['ECC_SECG_P256K1', 'ECDSA_SHA_256'],
  ['ECC_NIST_EDWARDS25519', 'ED25519_SHA_512'],
  ['ML_DSA_44', 'ML_DSA_SHAKE_256'],
  ['ML_DSA_65', 'ML_DSA_SHAKE_256'],
  ['ML_DSA_87', 'ML_DSA_SHAKE_256'],
];
for (const [KeySpec, SigningAlgorithm] of signers) {
  row(`${KeySpec} pair`, () => generateKeyPair(KeySpec, random));
  signing(KeySpec, generateKeyPair(KeySpec, random), SigningAlgorithm);
}

for (const KeySpec of ['ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521'] as const) {
  const [ours, theirs] = [generateKeyPair(KeySpec, random), generateKeyPair(KeySpec, random)];
  row(`${KeySpec} DeriveSharedSecret`, () => deriveSharedSecret(ours.privateKeyPkcs8, theirs.publicKeySpki));
}

for (const KeySpec of ['ML_KEM_512', 'ML_KEM_768', 'ML_KEM_1024'] as const) {
  const pair = generateKeyPair(KeySpec, random);
  const { SharedSecretCiphertextBlob } = present(encapsulate(pair.publicKeySpki, random));
  row(`${KeySpec} pair`, () => generateKeyPair(KeySpec, random));
  row(`${KeySpec} Encapsulate`, () => encapsulate(pair.publicKeySpki, random));
  row(`${KeySpec} Decapsulate`, () => decapsulate(pair.privateKeyPkcs8, SharedSecretCiphertextBlob));
}

for (const algorithm of ['HMAC_SHA_224', 'HMAC_SHA_512'] as const)
  row(`GenerateMac ${algorithm}, 1 KiB`, () => generateMac(algorithm, random(64), Message));
