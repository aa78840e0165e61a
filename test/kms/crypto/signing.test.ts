import { constants, createHash, sign as opensslSign, verify as opensslVerify } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE, numberToBytesLE } from '@noble/curves/utils.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { shake256 } from '@noble/hashes/sha3.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { algorithmIdentifier } from '../../../src/kms/crypto/algorithm-identifier.ts';
import {
  type AsymmetricKeySpec,
  type EcdsaKeySpec,
  type HashName,
  type MessageType,
  type RsaKeySpec,
  SIGNING_ALGORITHMS,
  type SigningAlgorithmSpec,
} from '../../../src/kms/crypto/algorithms.ts';
import { bitString, integer, sequence } from '../../../src/kms/crypto/der-write.ts';
import { HASHES } from '../../../src/kms/crypto/hashes.ts';
import { generateKeyPair, type KeyPair } from '../../../src/kms/crypto/key-pair.ts';
import { writePkcs8 } from '../../../src/kms/crypto/pkcs8.ts';
import { publicKeyOf } from '../../../src/kms/crypto/public-key-of.ts';
import { verifyPkcs1 } from '../../../src/kms/crypto/rsa-pkcs1-v1_5.ts';
import { signPss, verifyPss } from '../../../src/kms/crypto/rsa-pss.ts';
import { sign, verify } from '../../../src/kms/crypto/signing.ts';
import { readSpki, writeSpki } from '../../../src/kms/crypto/spki.ts';
import { chance } from './chance.ts';
import { privateKeyIn, publicKeyIn, rsaPair } from './openssl.ts';
import { hex, rsaKeyFrom, vectorsFrom } from './vectors.ts';

const pairOf = (KeySpec: AsymmetricKeySpec): KeyPair =>
  KeySpec === 'RSA_2048' || KeySpec === 'RSA_3072' || KeySpec === 'RSA_4096'
    ? rsaPair(KeySpec)
    : generateKeyPair(KeySpec, chance(KeySpec));

const ALGORITHMS = Object.keys(SIGNING_ALGORITHMS) as SigningAlgorithmSpec[];
const CASES = ALGORITHMS.flatMap((SigningAlgorithm) => {
  const { keySpecs, messageTypes } = SIGNING_ALGORITHMS[SigningAlgorithm];
  return keySpecs.flatMap((KeySpec) =>
    messageTypes.map((MessageType) => [KeySpec, SigningAlgorithm, MessageType] as const),
  );
});

const TEXT = utf8ToBytes('Pay 100 to Sato');

const opensslHash = (SigningAlgorithm: SigningAlgorithmSpec): string | undefined =>
  SIGNING_ALGORITHMS[SigningAlgorithm].hash?.replace('SHA_', 'sha');

/** The message as each MessageType wants it. */
const messageFor = (
  SigningAlgorithm: SigningAlgorithmSpec,
  MessageType: MessageType,
  publicKeySpki: Uint8Array,
): Uint8Array => {
  if (MessageType === 'RAW') return TEXT;
  if (MessageType === 'DIGEST')
    return Uint8Array.from(
      createHash(opensslHash(SigningAlgorithm) ?? 'sha512')
        .update(TEXT)
        .digest(),
    );
  const key = readSpki(publicKeySpki);
  if (key?.kind !== 'ML-DSA') throw new Error('expected an ML-DSA key');
  // FIPS 204, algorithm 7, line 6, for an empty context.
  const tr = shake256(key.bytes, { dkLen: 64 });
  return shake256(concatBytes(tr, Uint8Array.of(0, 0), TEXT), { dkLen: 64 });
};

const signed = (
  { privateKeyPkcs8 }: KeyPair,
  SigningAlgorithm: SigningAlgorithmSpec,
  MessageType: MessageType,
  Message: Uint8Array,
  seed = 'signature',
): Uint8Array => {
  const answer = sign({ privateKeyPkcs8, SigningAlgorithm, MessageType, Message, random: chance(seed) });
  if ('failure' in answer) throw new Error(answer.failure);
  return answer.Signature;
};

const opensslOptions = (SigningAlgorithm: SigningAlgorithmSpec) =>
  SIGNING_ALGORITHMS[SigningAlgorithm].scheme === 'RSASSA-PSS'
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : {};

describe.each(CASES)('%s, %s, %s', (KeySpec, SigningAlgorithm, MessageType) => {
  const pair = pairOf(KeySpec);
  const Message = messageFor(SigningAlgorithm, MessageType, pair.publicKeySpki);
  const { publicKeySpki } = pair;

  test('what is signed verifies, with a flipped bit it does not', () => {
    const Signature = signed(pair, SigningAlgorithm, MessageType, Message);
    const request = { publicKeySpki, SigningAlgorithm, MessageType, Message };
    expect(verify({ ...request, Signature })).toEqual({ SignatureValid: true });
    const bent = Signature.map((byte, index) => (index === Signature.length - 1 ? byte ^ 1 : byte));
    expect(verify({ ...request, Signature: bent })).toEqual({ SignatureValid: false });
    const otherMessage = Message.map((byte, index) => (index === 0 ? byte ^ 1 : byte));
    expect(verify({ ...request, Message: otherMessage, Signature })).toEqual({ SignatureValid: false });
  });

  test('the same chance gives the same signature', () => {
    expect(signed(pair, SigningAlgorithm, MessageType, Message)).toEqual(
      signed(pair, SigningAlgorithm, MessageType, Message),
    );
  });

  // node:crypto has no Ed25519ph; RFC 8032 has a vector, below.
  test.skipIf(SigningAlgorithm === 'ED25519_PH_SHA_512')('OpenSSL verifies it, and what OpenSSL signs verifies', () => {
    const options = opensslOptions(SigningAlgorithm);
    const digest = opensslHash(SigningAlgorithm);
    const ours = signed(pair, SigningAlgorithm, MessageType, Message);
    expect(opensslVerify(digest, TEXT, { key: publicKeyIn(publicKeySpki), ...options }, ours)).toBe(true);
    const theirs = opensslSign(digest, TEXT, { key: privateKeyIn(pair.privateKeyPkcs8), ...options });
    const Signature = Uint8Array.from(theirs);
    expect(verify({ publicKeySpki, SigningAlgorithm, MessageType, Message, Signature })).toEqual({
      SignatureValid: true,
    });
  });
});

describe('signatures of the same message by the same key', () => {
  test.each(['RSASSA_PSS_SHA_256', 'ECDSA_SHA_256', 'ML_DSA_SHAKE_256'] as const)(
    '%s: differ each time',
    (algorithm) => {
      const [KeySpec = 'RSA_2048'] = SIGNING_ALGORITHMS[algorithm].keySpecs;
      const pair = pairOf(KeySpec);
      expect(signed(pair, algorithm, 'RAW', TEXT, '1')).not.toEqual(signed(pair, algorithm, 'RAW', TEXT, '2'));
    },
  );
  test.each(['RSASSA_PKCS1_V1_5_SHA_256', 'ED25519_SHA_512'] as const)('%s: are the same', (algorithm) => {
    const [KeySpec = 'RSA_2048'] = SIGNING_ALGORITHMS[algorithm].keySpecs;
    const pair = pairOf(KeySpec);
    expect(signed(pair, algorithm, 'RAW', TEXT, '1')).toEqual(signed(pair, algorithm, 'RAW', TEXT, '2'));
  });
  /** https://docs.aws.amazon.com/kms/latest/developerguide/mldsa.html */
  test('ML-DSA: a message and its EXTERNAL_MU have the same signature', () => {
    const pair = pairOf('ML_DSA_65');
    const mu = messageFor('ML_DSA_SHAKE_256', 'EXTERNAL_MU', pair.publicKeySpki);
    expect(signed(pair, 'ML_DSA_SHAKE_256', 'EXTERNAL_MU', mu)).toEqual(signed(pair, 'ML_DSA_SHAKE_256', 'RAW', TEXT));
  });
  test('ECC_SECG_P256K1: s is not forced low, as KMS does not', () => {
    const pair = pairOf('ECC_SECG_P256K1');
    const lengths = Array.from({ length: 40 }, (_, at) => {
      const signature = signed(pair, 'ECDSA_SHA_256', 'RAW', TEXT, `${at}`);
      const sLength = signature[4 + (signature[3] ?? 0) + 1];
      return sLength;
    });
    // An s in the upper half needs a 33rd byte in DER.
    expect(new Set(lengths)).toContain(33);
  });
});

describe('refusals', () => {
  const request = (SigningAlgorithm: SigningAlgorithmSpec, MessageType: MessageType, Message: Uint8Array) => ({
    SigningAlgorithm,
    MessageType,
    Message,
    random: chance('refused'),
  });

  test.each(ALGORITHMS)('%s does not fit the keys of other specs', (algorithm) => {
    const { keySpecs, messageTypes } = SIGNING_ALGORITHMS[algorithm];
    const [MessageType = 'RAW'] = messageTypes;
    for (const KeySpec of [
      'RSA_2048',
      'ECC_NIST_P256',
      'ECC_NIST_P384',
      'ECC_NIST_EDWARDS25519',
      'ML_DSA_44',
    ] as const) {
      if (keySpecs.includes(KeySpec)) continue;
      const { privateKeyPkcs8, publicKeySpki } = pairOf(KeySpec);
      const failure = { failure: 'AlgorithmDoesNotFitKey' };
      expect(sign({ ...request(algorithm, MessageType, TEXT), privateKeyPkcs8 })).toEqual(failure);
      const Signature = new Uint8Array(64);
      expect(verify({ ...request(algorithm, MessageType, TEXT), publicKeySpki, Signature })).toEqual(failure);
    }
  });

  test.each([
    ['ECC_NIST_EDWARDS25519', 'ED25519_SHA_512', 'DIGEST'],
    ['ECC_NIST_EDWARDS25519', 'ED25519_PH_SHA_512', 'RAW'],
    ['ECC_NIST_P256', 'ECDSA_SHA_256', 'EXTERNAL_MU'],
    ['RSA_2048', 'RSASSA_PSS_SHA_256', 'EXTERNAL_MU'],
    ['ML_DSA_65', 'ML_DSA_SHAKE_256', 'DIGEST'],
  ] as const)('%s, %s does not take %s', (KeySpec, algorithm, MessageType) => {
    const { privateKeyPkcs8 } = pairOf(KeySpec);
    expect(sign({ ...request(algorithm, MessageType, new Uint8Array(64)), privateKeyPkcs8 })).toEqual({
      failure: 'MessageTypeDoesNotFitAlgorithm',
    });
  });

  test.each(CASES.filter(([, , MessageType]) => MessageType !== 'RAW'))(
    '%s, %s, %s: one byte more or less than the digest has is refused by Sign and Verify',
    (KeySpec, algorithm, MessageType) => {
      const { privateKeyPkcs8, publicKeySpki } = pairOf(KeySpec);
      const { digestBytes } = SIGNING_ALGORITHMS[algorithm];
      for (const length of [0, digestBytes - 1, digestBytes + 1]) {
        const asked = request(algorithm, MessageType, new Uint8Array(length));
        expect(sign({ ...asked, privateKeyPkcs8 })).toEqual({ failure: 'DigestIsInvalidLength' });
        expect(verify({ ...asked, publicKeySpki, Signature: new Uint8Array(64) })).toEqual({
          failure: 'DigestIsInvalidLength',
        });
      }
    },
  );

  test.each([
    ['RSA_2048', 'RSASSA_PSS_SHA_256'],
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_512'],
    ['ECC_NIST_P521', 'ECDSA_SHA_512'],
    ['ECC_SECG_P256K1', 'ECDSA_SHA_256'],
    ['ECC_NIST_EDWARDS25519', 'ED25519_SHA_512'],
    ['ML_DSA_44', 'ML_DSA_SHAKE_256'],
  ] as const)('%s, %s: no bytes whatever make Verify throw or agree', (KeySpec, SigningAlgorithm) => {
    const { publicKeySpki } = pairOf(KeySpec);
    const sizes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ minLength: 256, maxLength: 256 }));
    fc.assert(
      fc.property(sizes, (Signature) => {
        const answer = verify({ ...request(SigningAlgorithm, 'RAW', TEXT), publicKeySpki, Signature });
        expect(answer).toEqual({ SignatureValid: false });
      }),
      { numRuns: 60 },
    );
  });
});

describe('published vectors', () => {
  interface EcdsaVector {
    readonly KeySpec: EcdsaKeySpec;
    readonly SigningAlgorithm: SigningAlgorithmSpec;
    readonly message: string;
    readonly point: string;
    readonly r: string;
    readonly s: string;
    readonly valid: boolean;
    readonly comment: string;
  }
  test.each(
    vectorsFrom<EcdsaVector>('ecdsa').map((vector, at) => [at, vector.KeySpec, vector.comment, vector] as const),
  )('ECDSA %i, %s, %s', (_at, _spec, _comment, { KeySpec, SigningAlgorithm, message, point, r, s, valid }) => {
    const publicKeySpki = sequence(algorithmIdentifier(KeySpec), bitString(hex(point)));
    const Signature = sequence(integer(BigInt(`0x${r}`)), integer(BigInt(`0x${s}`)));
    const request = { publicKeySpki, SigningAlgorithm, MessageType: 'RAW', Message: hex(message), Signature } as const;
    const isValid = readSpki(publicKeySpki) !== undefined && verify(request);
    expect(isValid || { SignatureValid: false }).toEqual({ SignatureValid: valid });
  });

  interface RsaVector {
    readonly KeySpec: RsaKeySpec;
    readonly SigningAlgorithm: SigningAlgorithmSpec;
    readonly n: string;
    readonly e: string;
    readonly message: string;
    readonly signature: string;
    readonly valid: boolean;
    readonly comment: string;
  }
  test.each(
    vectorsFrom<RsaVector>('rsa-pkcs1-v1_5').map((vector, at) => [at, vector.KeySpec, vector.comment, vector] as const),
  )('RSASSA-PKCS1-v1_5 %i, %s, %s', (_at, _spec, _comment, { SigningAlgorithm, n, e, message, signature, valid }) => {
    // Below the door of Verify: some of these keys have exponents that KMS does not.
    const { hash = 'SHA_1' } = SIGNING_ALGORITHMS[SigningAlgorithm];
    const key = { n: BigInt(`0x${n}`), e: BigInt(`0x${e}`) };
    expect(verifyPkcs1(hash, key, HASHES[hash](hex(message)), hex(signature))).toBe(valid);
  });

  interface PssVector {
    readonly hash: HashName;
    readonly message: string;
    readonly salt: string;
    readonly signature: string;
    readonly [number: string]: string;
  }
  test.each(vectorsFrom<PssVector>('rsa-pss').map((vector, at) => [at, vector] as const))(
    'RSASSA-PSS %i: with the published salt, the signature is the published one',
    (_at, { hash, message, salt, signature, ...numbers }) => {
      const key = rsaKeyFrom(numbers);
      const digest = HASHES[hash](hex(message));
      expect(signPss(hash, key, digest, () => hex(salt))).toEqual(hex(signature));
      expect(verifyPss(hash, key, digest, hex(signature))).toBe(true);
    },
  );

  interface EdwardsVector {
    readonly seed: string;
    readonly publicKey: string;
    readonly message: string;
    readonly signature: string;
  }
  test.each(vectorsFrom<EdwardsVector>('ed25519').map((vector, at) => [at, vector] as const))(
    'Ed25519, %i bytes: the signature is the published one',
    (_at, { seed, message, signature, publicKey }) => {
      const KeySpec = 'ECC_NIST_EDWARDS25519';
      const privateKeyPkcs8 = writePkcs8({ kind: 'Ed25519', KeySpec, seed: hex(seed) });
      const publicKeySpki = writeSpki({ kind: 'Ed25519', KeySpec, bytes: hex(publicKey) });
      const Message = hex(message);
      const Signature = signed({ privateKeyPkcs8, publicKeySpki }, 'ED25519_SHA_512', 'RAW', Message);
      expect(Signature).toEqual(hex(signature));
      expect(
        verify({ publicKeySpki, SigningAlgorithm: 'ED25519_SHA_512', MessageType: 'RAW', Message, Signature }),
      ).toEqual({ SignatureValid: true });
    },
  );

  test('Ed25519: an R that is not in canonical form is refused, as RFC 8032, section 5.1.7 says', () => {
    const KeySpec = 'ECC_NIST_EDWARDS25519';
    const seed = new Uint8Array(32).fill(7);
    const { scalar, pointBytes } = ed25519.utils.getExtendedPublicKey(seed);
    const publicKeySpki = writeSpki({ kind: 'Ed25519', KeySpec, bytes: pointBytes });
    const answerTo = (identity: Uint8Array) => {
      const k = bytesToNumberLE(sha512(concatBytes(identity, pointBytes, TEXT)));
      const S = numberToBytesLE(ed25519.Point.Fn.create(k * scalar), 32);
      const Signature = concatBytes(identity, S);
      return verify({
        publicKeySpki,
        SigningAlgorithm: 'ED25519_SHA_512',
        MessageType: 'RAW',
        Message: TEXT,
        Signature,
      });
    };
    // The neutral point, y = 1, and the same with y = p + 1. ZIP 215 would take both.
    expect(answerTo(hex(`01${'00'.repeat(31)}`))).toEqual({ SignatureValid: true });
    expect(answerTo(hex(`ee${'ff'.repeat(30)}7f`))).toEqual({ SignatureValid: false });
  });

  test('Ed25519ph: the signature of "abc" in RFC 8032, section 7.3', () => {
    const KeySpec = 'ECC_NIST_EDWARDS25519';
    const seed = hex('833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42');
    const key = { kind: 'Ed25519', KeySpec, seed } as const;
    const publicKey = publicKeyOf(key);
    expect(publicKey).toMatchObject({
      bytes: hex('ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf'),
    });
    const pair = { privateKeyPkcs8: writePkcs8(key), publicKeySpki: writeSpki(publicKey) };
    const Message = Uint8Array.from(createHash('sha512').update('abc').digest());
    const Signature = signed(pair, 'ED25519_PH_SHA_512', 'DIGEST', Message);
    expect(Buffer.from(Signature).toString('hex')).toBe(
      '98a70222f0b8121aa9d30f813d683f809e462b469c7ff87639499bb94e6dae4131f85042463c2a355a2003d062adf5aaa10b8c61e636062aaad11c2a26083406',
    );
  });
});

test('every signing algorithm is tried with every key spec and MessageType it fits', () => {
  const [rsa, ecdsa, ed25519, mlDsa] = [6 * 3 * 2, 4 * 2, 2, 3 * 2];
  expect(CASES).toHaveLength(rsa + ecdsa + ed25519 + mlDsa);
});
