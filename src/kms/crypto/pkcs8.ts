/**
 * PKCS#8 in DER (RFC 5208, RFC 5958): the form of a private key in GenerateDataKeyPair and of an imported one.
 *
 *     SEQUENCE { version, AlgorithmIdentifier, OCTET STRING { the key }, [0] attributes?, [1] public key? }
 *
 * The key within is an RSAPrivateKey (RFC 8017), an ECPrivateKey (RFC 5915), an OCTET STRING (Ed25519, RFC 8410), or for
 * ML-DSA and ML-KEM the seed, alone or with the expanded key (RFC 9881, RFC 9935). We write the seed alone.
 */
import { equalBytes } from '@noble/curves/utils.js';
import { algorithmIdentifier, readAlgorithmIdentifier } from './algorithm-identifier.ts';
import type { EcdsaKeySpec, MlDsaKeySpec, MlKemKeySpec } from './algorithms.ts';
import {
  bitStringOf,
  contentOf,
  type DerElement,
  integerOf,
  objectIdentifierOf,
  readElements,
  readSequence,
  readSole,
} from './der-read.ts';
import { contextConstructed, contextPrimitive, DER_TAG } from './der-tags.ts';
import { bitString, element, integer, octetString, sequence } from './der-write.ts';
import { ECC_CURVES } from './ecc-curves.ts';
import { NAMED_CURVES } from './key-identifiers.ts';
import type { PrivateKey, PublicKey } from './keys.ts';
import { ML_DSA_SEED_BYTES, ML_DSA_SETS, ML_KEM_SEED_BYTES, ML_KEM_SETS } from './ml-parameter-sets.ts';
import { publicKeyOf } from './public-key-of.ts';
import { rsaKeySpecOf } from './rsa.ts';

const ED25519_SEED_BYTES = 32;

const ATTRIBUTES = contextConstructed(0);
const PUBLIC_KEY = contextPrimitive(1);
const EC_PARAMETERS = contextConstructed(0);
const EC_PUBLIC_KEY = contextConstructed(1);
const SEED = contextPrimitive(0);

/**
 * Takes optional elements in the order of their tags.
 * @returns their contents by tag, or `undefined` when an element is unknown, repeated or out of order
 */
const optionalElements = (
  elements: readonly DerElement[],
  ...tags: readonly number[]
): ReadonlyMap<number, Uint8Array> | undefined => {
  const positions = elements.map(({ tag }) => tags.indexOf(tag));
  const areInOrder = positions.every((position, index) => position > (positions[index - 1] ?? -1));
  return areInOrder ? new Map(elements.map(({ tag, content }) => [tag, content])) : undefined;
};

const readRsaPrivateKey = (bytes: Uint8Array): PrivateKey | undefined => {
  const integers = readSequence(bytes)?.map(integerOf);
  const [version, n, e, d, p, q, dP, dQ, qInv] = integers ?? [];
  const numbers = [n, e, d, p, q, dP, dQ, qInv];
  // Version 1 announces more than two primes.
  if (version !== 0n || integers?.length !== 9 || numbers.some((number) => number === undefined || number < 2n))
    return undefined;
  const key = { n, e, d, p, q, dP, dQ, qInv } as {
    readonly [Name in 'n' | 'e' | 'd' | 'p' | 'q' | 'dP' | 'dQ' | 'qInv']: bigint;
  };
  const KeySpec = rsaKeySpecOf(key);
  return KeySpec === undefined ? undefined : { kind: 'RSA', KeySpec, ...key };
};

const readEcPrivateKey = (KeySpec: EcdsaKeySpec, bytes: Uint8Array): PrivateKey | undefined => {
  const [version, secret, ...rest] = readSequence(bytes) ?? [];
  const scalar = contentOf(secret, DER_TAG.OCTET_STRING);
  const optional = optionalElements(rest, EC_PARAMETERS, EC_PUBLIC_KEY);
  if (integerOf(version) !== 1n || scalar === undefined || optional === undefined) return undefined;
  const { lengths, utils } = ECC_CURVES[KeySpec];
  if (scalar.length !== lengths.secretKey || !utils.isValidSecretKey(scalar)) return undefined;

  const parameters = optional.get(EC_PARAMETERS);
  if (parameters !== undefined) {
    const [curve, ...excess] = readElements(parameters) ?? [];
    if (excess.length > 0 || objectIdentifierOf(curve) !== NAMED_CURVES[KeySpec]) return undefined;
  }
  const key: PrivateKey = { kind: 'EC', KeySpec, scalar };
  const embedded = optional.get(EC_PUBLIC_KEY);
  if (embedded === undefined) return key;
  const [point, ...excess] = readElements(embedded) ?? [];
  return excess.length === 0 && matches(publicKeyOf(key), bitStringOf(point)) ? key : undefined;
};

/** Whether an encoding that carries its public key carries the right one. */
const matches = (publicKey: PublicKey, embedded: Uint8Array | undefined): boolean => {
  if (embedded === undefined) return false;
  switch (publicKey.kind) {
    case 'RSA':
      return true;
    case 'EC': {
      const isCompressed = embedded.length < publicKey.point.length;
      const point = isCompressed
        ? ECC_CURVES[publicKey.KeySpec].Point.fromBytes(publicKey.point).toBytes(true)
        : publicKey.point;
      return equalBytes(point, embedded);
    }
    default:
      return equalBytes(publicKey.bytes, embedded);
  }
};

/**
 * The seed of an ML-DSA or ML-KEM key. From an expanded key alone the seed cannot be computed: `undefined`.
 * @param expand what the seed expands to, to compare with an expanded key beside it
 */
const readSeed = (
  bytes: Uint8Array,
  seedLength: number,
  expand: (seed: Uint8Array) => Uint8Array,
): Uint8Array | undefined => {
  const alone = readSole(bytes, SEED);
  if (alone !== undefined) return alone.length === seedLength ? alone : undefined;
  const [seedElement, expandedElement, ...excess] = readSequence(bytes) ?? [];
  const seed = contentOf(seedElement, DER_TAG.OCTET_STRING);
  const expanded = contentOf(expandedElement, DER_TAG.OCTET_STRING);
  if (seed?.length !== seedLength || expanded === undefined || excess.length > 0) return undefined;
  return equalBytes(expand(seed), expanded) ? seed : undefined;
};

const readMlDsa = (KeySpec: MlDsaKeySpec, bytes: Uint8Array): PrivateKey | undefined => {
  const seed = readSeed(bytes, ML_DSA_SEED_BYTES, (from) => ML_DSA_SETS[KeySpec].keygen(from).secretKey);
  return seed === undefined ? undefined : { kind: 'ML-DSA', KeySpec, seed };
};

const readMlKem = (KeySpec: MlKemKeySpec, bytes: Uint8Array): PrivateKey | undefined => {
  const seed = readSeed(bytes, ML_KEM_SEED_BYTES, (from) => ML_KEM_SETS[KeySpec].keygen(from).secretKey);
  return seed === undefined ? undefined : { kind: 'ML-KEM', KeySpec, seed };
};

const readEd25519 = (bytes: Uint8Array): PrivateKey | undefined => {
  const seed = readSole(bytes, DER_TAG.OCTET_STRING);
  return seed?.length === ED25519_SEED_BYTES ? { kind: 'Ed25519', KeySpec: 'ECC_NIST_EDWARDS25519', seed } : undefined;
};

const readKey = (kind: ReturnType<typeof readAlgorithmIdentifier>, bytes: Uint8Array): PrivateKey | undefined => {
  switch (kind) {
    case undefined:
      return undefined;
    case 'RSA':
      return readRsaPrivateKey(bytes);
    case 'ECC_NIST_EDWARDS25519':
      return readEd25519(bytes);
    case 'ML_DSA_44':
    case 'ML_DSA_65':
    case 'ML_DSA_87':
      return readMlDsa(kind, bytes);
    case 'ML_KEM_512':
    case 'ML_KEM_768':
    case 'ML_KEM_1024':
      return readMlKem(kind, bytes);
    default:
      return readEcPrivateKey(kind, bytes);
  }
};

/**
 * `undefined` unless the bytes are the DER of a private key of a kind and size that KMS has. The numbers of an RSA key
 * are read, not tested: {@link keyPairFromPkcs8} does that once, when the key comes in.
 */
export const readPkcs8 = (bytes: Uint8Array): PrivateKey | undefined => {
  const [version, algorithm, privateKey, ...rest] = readSequence(bytes) ?? [];
  const key = contentOf(privateKey, DER_TAG.OCTET_STRING);
  const optional = optionalElements(rest, ATTRIBUTES, PUBLIC_KEY);
  const versionNumber = integerOf(version);
  if (key === undefined || optional === undefined || (versionNumber !== 0n && versionNumber !== 1n)) return undefined;
  const read = readKey(readAlgorithmIdentifier(algorithm), key);

  const embedded = optional.get(PUBLIC_KEY);
  if (read === undefined || embedded === undefined) return read;
  const isBelievable = versionNumber === 1n && embedded[0] === 0 && matches(publicKeyOf(read), embedded.subarray(1));
  return isBelievable ? read : undefined;
};

const keyBytes = (key: PrivateKey): Uint8Array => {
  switch (key.kind) {
    case 'RSA':
      return sequence(...[0n, key.n, key.e, key.d, key.p, key.q, key.dP, key.dQ, key.qInv].map(integer));
    case 'EC': {
      const point = ECC_CURVES[key.KeySpec].getPublicKey(key.scalar, false);
      return sequence(integer(1n), octetString(key.scalar), element(EC_PUBLIC_KEY, bitString(point)));
    }
    case 'Ed25519':
      return octetString(key.seed);
    default:
      return element(SEED, key.seed);
  }
};

/** Version 0, without attributes, as OpenSSL and Java write it; of ML-DSA and ML-KEM keys the seed alone. */
export const writePkcs8 = (key: PrivateKey): Uint8Array =>
  sequence(integer(0n), algorithmIdentifier(key.kind === 'RSA' ? 'RSA' : key.KeySpec), octetString(keyBytes(key)));
