/**
 * Sign and Verify, each SigningAlgorithmSpec with each MessageType it accepts.
 *
 * Signatures have the forms KMS documents: ECDSA as the DER of (r, s) with no rule that s be low, the others as their
 * standards write them. ECDSA is hedged (RFC 6979, section 3.6): two signatures of one message differ, as those of KMS
 * do, and stay safe even if the given chance repeats. So is ML-DSA, the default of FIPS 204; which variant KMS takes AWS
 * does not say.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import {
  type MessageType,
  type MlDsaKeySpec,
  SIGNING_ALGORITHMS,
  type SigningAlgorithmFacts,
  type SigningAlgorithmSpec,
} from './algorithms.ts';
import { ECC_CURVES } from './ecc-curves.ts';
import { ed25519ph } from './ed25519ph.ts';
import { HASHES } from './hashes.ts';
import type { PrivateKey, PublicKey } from './keys.ts';
import { ML_DSA_SETS } from './ml-parameter-sets.ts';
import { orUndefined } from './or-undefined.ts';
import { readPkcs8 } from './pkcs8.ts';
import type { RandomBytes } from './random-bytes.ts';
import { signPkcs1, verifyPkcs1 } from './rsa-pkcs1-v1_5.ts';
import { signPss, verifyPss } from './rsa-pss.ts';
import { readSpki } from './spki.ts';

/** Why no signature was made or tried, in the order in which it is found out. */
export type SigningFailure =
  /** Answer: InvalidKeyUsageException, "Algorithm … is incompatible with key spec …". */
  | 'AlgorithmDoesNotFitKey'
  /** ED25519_SHA_512 takes RAW alone, ED25519_PH_SHA_512 DIGEST alone, EXTERNAL_MU is ML-DSA's. */
  | 'MessageTypeDoesNotFitAlgorithm'
  /** A DIGEST or EXTERNAL_MU of the wrong length. Answer: ValidationException, "Digest is invalid length for algorithm …". */
  | 'DigestIsInvalidLength';

interface MessageToSign {
  readonly SigningAlgorithm: SigningAlgorithmSpec;
  readonly MessageType: MessageType;
  readonly Message: Uint8Array;
}

export interface SignRequest extends MessageToSign {
  readonly privateKeyPkcs8: Uint8Array;
  readonly random: RandomBytes;
}

export interface VerifyRequest extends MessageToSign {
  readonly publicKeySpki: Uint8Array;
  readonly Signature: Uint8Array;
}

const HEDGE_BYTES = 32;

const failureOf = (
  key: PrivateKey | PublicKey,
  { SigningAlgorithm, MessageType, Message }: MessageToSign,
): SigningFailure | undefined => {
  const { keySpecs, messageTypes, digestBytes } = SIGNING_ALGORITHMS[SigningAlgorithm];
  if (!keySpecs.includes(key.KeySpec)) return 'AlgorithmDoesNotFitKey';
  if (!messageTypes.includes(MessageType)) return 'MessageTypeDoesNotFitAlgorithm';
  return MessageType !== 'RAW' && Message.length !== digestBytes ? 'DigestIsInvalidLength' : undefined;
};

/** What the scheme works on: a RAW message hashed where the algorithm names a hash, all else as it came. */
const representativeOf = ({ hash }: SigningAlgorithmFacts, { MessageType, Message }: MessageToSign): Uint8Array =>
  MessageType === 'RAW' && hash !== undefined ? HASHES[hash](Message) : Message;

const signMlDsa = (
  KeySpec: MlDsaKeySpec,
  seed: Uint8Array,
  { MessageType, Message, random }: SignRequest,
): Uint8Array => {
  const set = ML_DSA_SETS[KeySpec];
  const { secretKey } = set.keygen(seed);
  const extraEntropy = random(HEDGE_BYTES);
  return MessageType === 'EXTERNAL_MU'
    ? set.internal.sign(Message, secretKey, { externalMu: true, extraEntropy })
    : set.sign(Message, secretKey, { extraEntropy });
};

const signatureOf = (key: PrivateKey, request: SignRequest): Uint8Array | undefined => {
  const facts = SIGNING_ALGORITHMS[request.SigningAlgorithm];
  const { scheme, hash } = facts;
  const representative = representativeOf(facts, request);
  switch (key.kind) {
    case 'RSA':
      if (hash === undefined) return undefined;
      return scheme === 'RSASSA-PSS'
        ? signPss(hash, key, representative, request.random)
        : signPkcs1(hash, key, representative);
    case 'EC':
      return ECC_CURVES[key.KeySpec].sign(representative, key.scalar, {
        prehash: false,
        lowS: false,
        format: 'der',
        extraEntropy: request.random(HEDGE_BYTES),
      });
    case 'Ed25519':
      return (scheme === 'Ed25519ph' ? ed25519ph : ed25519).sign(representative, key.seed);
    case 'ML-DSA':
      return signMlDsa(key.KeySpec, key.seed, request);
    case 'ML-KEM':
      return undefined;
  }
};

export const sign = (
  request: SignRequest,
): { readonly Signature: Uint8Array } | { readonly failure: SigningFailure } => {
  const key = readPkcs8(request.privateKeyPkcs8);
  if (key === undefined) throw new Error('sign expected a private key in PKCS#8, got unreadable bytes');
  const failure = failureOf(key, request);
  if (failure !== undefined) return { failure };
  const Signature = signatureOf(key, request);
  if (Signature === undefined) throw new Error(`no signature by ${request.SigningAlgorithm} with ${key.KeySpec}`);
  return { Signature };
};

const verifyMlDsa = (
  KeySpec: MlDsaKeySpec,
  publicKey: Uint8Array,
  { MessageType, Message, Signature }: VerifyRequest,
): boolean => {
  const set = ML_DSA_SETS[KeySpec];
  return MessageType === 'EXTERNAL_MU'
    ? set.internal.verify(Signature, Message, publicKey, { externalMu: true })
    : set.verify(Signature, Message, publicKey);
};

const isValid = (key: PublicKey, request: VerifyRequest): boolean => {
  const facts = SIGNING_ALGORITHMS[request.SigningAlgorithm];
  const { scheme, hash } = facts;
  const { Signature } = request;
  const representative = representativeOf(facts, request);
  switch (key.kind) {
    case 'RSA':
      if (hash === undefined) return false;
      return (scheme === 'RSASSA-PSS' ? verifyPss : verifyPkcs1)(hash, key, representative, Signature);
    case 'EC': {
      const options = { prehash: false, lowS: false, format: 'der' } as const;
      const curve = ECC_CURVES[key.KeySpec];
      return orUndefined(() => curve.verify(Signature, representative, key.point, options)) ?? false;
    }
    case 'Ed25519': {
      const variant = scheme === 'Ed25519ph' ? ed25519ph : ed25519;
      // The strict reading of RFC 8032 and FIPS 186-5, not the lenient one of ZIP 215.
      return orUndefined(() => variant.verify(Signature, representative, key.bytes, { zip215: false })) ?? false;
    }
    case 'ML-DSA':
      return orUndefined(() => verifyMlDsa(key.KeySpec, key.bytes, request)) ?? false;
    case 'ML-KEM':
      return false;
  }
};

/** A signature of any length and any content is answered with true or false. */
export const verify = (
  request: VerifyRequest,
): { readonly SignatureValid: boolean } | { readonly failure: SigningFailure } => {
  const key = readSpki(request.publicKeySpki);
  if (key === undefined) throw new Error('verify expected a public key in DER, got unreadable bytes');
  const failure = failureOf(key, request);
  return failure === undefined ? { SignatureValid: isValid(key, request) } : { failure };
};
