/**
 * Key pairs in the two encodings in which AWS shows them: PKCS#8 for the private half, SubjectPublicKeyInfo for the
 * public one, both DER.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import type { AsymmetricKeySpec, SeededKeySpec } from './algorithms.ts';
import { ECC_CURVES } from './ecc-curves.ts';
import type { PrivateKey } from './keys.ts';
import { ML_DSA_SEED_BYTES, ML_KEM_SEED_BYTES } from './ml-parameter-sets.ts';
import { readPkcs8, writePkcs8 } from './pkcs8.ts';
import { publicKeyOf } from './public-key-of.ts';
import type { RandomBytes } from './random-bytes.ts';
import { isSoundRsaPrivateKey } from './rsa.ts';
import { writeSpki } from './spki.ts';

export interface KeyPair {
  /** PKCS#8 PrivateKeyInfo, DER. */
  readonly privateKeyPkcs8: Uint8Array;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKeySpki: Uint8Array;
}

const encode = (key: PrivateKey): KeyPair => ({
  privateKeyPkcs8: writePkcs8(key),
  publicKeySpki: writeSpki(publicKeyOf(key)),
});

const privateKeyFrom = (KeySpec: SeededKeySpec, random: RandomBytes): PrivateKey => {
  switch (KeySpec) {
    case 'ECC_NIST_EDWARDS25519':
      return { kind: 'Ed25519', KeySpec, seed: random(ed25519.lengths.secretKey ?? 32) };
    case 'ML_DSA_44':
    case 'ML_DSA_65':
    case 'ML_DSA_87':
      return { kind: 'ML-DSA', KeySpec, seed: random(ML_DSA_SEED_BYTES) };
    case 'ML_KEM_512':
    case 'ML_KEM_768':
    case 'ML_KEM_1024':
      return { kind: 'ML-KEM', KeySpec, seed: random(ML_KEM_SEED_BYTES) };
    default: {
      const { lengths, utils } = ECC_CURVES[KeySpec];
      // Half as many bytes again as the scalar has, reduced: no scalar is noticeably likelier than another.
      const seed = random(lengths.seed ?? 0);
      return { kind: 'EC', KeySpec, scalar: utils.randomSecretKey(seed) };
    }
  }
};

/** A new pair; the same bytes from `random` give the same pair. An RSA pair comes from outside: {@link keyPairFromPkcs8}. */
export const generateKeyPair = (KeySpec: SeededKeySpec, random: RandomBytes): KeyPair =>
  encode(privateKeyFrom(KeySpec, random));

/**
 * The pair of a private key that was made elsewhere: imported by a user, or an RSA key of WebCrypto.
 * @returns both halves in our own encoding, so that two encodings of one key give the same bytes; `undefined` when the
 * bytes are no PKCS#8 key, are of another key spec, or hold numbers that do not fit together
 */
export const keyPairFromPkcs8 = (KeySpec: AsymmetricKeySpec, pkcs8: Uint8Array): KeyPair | undefined => {
  const key = readPkcs8(pkcs8);
  if (key === undefined || key.KeySpec !== KeySpec) return undefined;
  return key.kind === 'RSA' && !isSoundRsaPrivateKey(key) ? undefined : encode(key);
};
