/**
 * SubjectPublicKeyInfo in DER (RFC 5280, section 4.1.2.7): the form of a public key in GetPublicKey, GenerateDataKeyPair,
 * GetParametersForImport and DeriveSharedSecret.
 *
 *     SEQUENCE { AlgorithmIdentifier, BIT STRING { RSAPublicKey | point on the curve | bytes } }
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { algorithmIdentifier, readAlgorithmIdentifier } from './algorithm-identifier.ts';
import { bitStringOf, integerOf, readSequence } from './der-read.ts';
import { bitString, integer, sequence } from './der-write.ts';
import { ECC_CURVES } from './ecc-curves.ts';
import type { PublicKey } from './keys.ts';
import { ML_DSA_SETS, ML_KEM_SETS } from './ml-parameter-sets.ts';
import { isAcceptablePublicExponent, rsaKeySpecOf } from './rsa.ts';

const readRsaPublicKey = (bytes: Uint8Array): PublicKey | undefined => {
  const [modulus, exponent, ...excess] = readSequence(bytes) ?? [];
  const n = integerOf(modulus);
  const e = integerOf(exponent);
  if (n === undefined || e === undefined || excess.length > 0 || !isAcceptablePublicExponent(e)) return undefined;
  const KeySpec = rsaKeySpecOf({ n, e });
  return KeySpec === undefined ? undefined : { kind: 'RSA', KeySpec, n, e };
};

/** `undefined` unless the bytes are the DER of a public key of a kind and size that KMS has, with a point on its curve. */
export const readSpki = (bytes: Uint8Array): PublicKey | undefined => {
  const [algorithm, subjectPublicKey, ...excess] = readSequence(bytes) ?? [];
  const kind = readAlgorithmIdentifier(algorithm);
  const key = bitStringOf(subjectPublicKey);
  if (kind === undefined || key === undefined || excess.length > 0) return undefined;
  switch (kind) {
    case 'RSA':
      return readRsaPublicKey(key);
    case 'ECC_NIST_P256':
    case 'ECC_NIST_P384':
    case 'ECC_NIST_P521':
    case 'ECC_SECG_P256K1':
      return ECC_CURVES[kind].utils.isValidPublicKey(key) ? { kind: 'EC', KeySpec: kind, point: key } : undefined;
    case 'ECC_NIST_EDWARDS25519':
      return ed25519.utils.isValidPublicKey(key) ? { kind: 'Ed25519', KeySpec: kind, bytes: key } : undefined;
    case 'ML_DSA_44':
    case 'ML_DSA_65':
    case 'ML_DSA_87':
      return key.length === ML_DSA_SETS[kind].lengths.publicKey
        ? { kind: 'ML-DSA', KeySpec: kind, bytes: key }
        : undefined;
    case 'ML_KEM_512':
    case 'ML_KEM_768':
    case 'ML_KEM_1024':
      return key.length === ML_KEM_SETS[kind].lengths.publicKey
        ? { kind: 'ML-KEM', KeySpec: kind, bytes: key }
        : undefined;
  }
};

export const writeSpki = (key: PublicKey): Uint8Array => {
  switch (key.kind) {
    case 'RSA':
      return sequence(algorithmIdentifier('RSA'), bitString(sequence(integer(key.n), integer(key.e))));
    case 'EC':
      return sequence(algorithmIdentifier(key.KeySpec), bitString(key.point));
    default:
      return sequence(algorithmIdentifier(key.KeySpec), bitString(key.bytes));
  }
};
