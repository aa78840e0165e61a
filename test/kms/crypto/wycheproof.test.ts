/**
 * All vectors of Project Wycheproof that concern the algorithms of KMS. They are not part of this repository: clone
 * https://github.com/C2SP/wycheproof (Apache-2.0) and name its folder in WYCHEPROOF to run them.
 *
 *     WYCHEPROOF=../wycheproof npx vitest run test/kms/crypto/wycheproof.test.ts
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { algorithmIdentifier } from '../../../src/kms/crypto/algorithm-identifier.ts';
import type {
  AsymmetricEncryptionAlgorithm,
  EcdsaKeySpec,
  MacAlgorithmSpec,
  MessageType,
  MlDsaKeySpec,
  MlKemKeySpec,
  SigningAlgorithmSpec,
} from '../../../src/kms/crypto/algorithms.ts';
import { decryptAsymmetric } from '../../../src/kms/crypto/asymmetric-encryption.ts';
import { bitString, sequence } from '../../../src/kms/crypto/der-write.ts';
import { ECC_CURVES } from '../../../src/kms/crypto/ecc-curves.ts';
import { decapsulate, encapsulate } from '../../../src/kms/crypto/encapsulation.ts';
import { deriveSharedSecret } from '../../../src/kms/crypto/key-agreement.ts';
import { unwrapWithAesKey, wrapWithAesKey } from '../../../src/kms/crypto/key-wrap.ts';
import { generateMac, verifyMac } from '../../../src/kms/crypto/mac.ts';
import { readPkcs8, writePkcs8 } from '../../../src/kms/crypto/pkcs8.ts';
import { publicKeyOf } from '../../../src/kms/crypto/public-key-of.ts';
import { sign, verify } from '../../../src/kms/crypto/signing.ts';
import { readSpki, writeSpki } from '../../../src/kms/crypto/spki.ts';

interface Vector {
  readonly tcId: number;
  readonly comment?: string;
  readonly flags?: readonly string[];
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly [field: string]: unknown;
}
interface Group {
  readonly tests: readonly Vector[];
  readonly [field: string]: unknown;
}

const folder = process.env.WYCHEPROOF;
const vectorsOf = (name: string): readonly Group[] =>
  JSON.parse(readFileSync(join(folder ?? '', 'testvectors_v1', `${name}.json`), 'utf8')).testGroups;

const bytes = (value: unknown): Uint8Array => hexToBytes(String(value ?? ''));
const nothingRandom = (length: number) => new Uint8Array(length);

/** The vectors for which `passes` contradicts the vector's verdict; "acceptable" ones may go either way. */
const contradicted = (
  name: string,
  passes: (vector: Vector, group: Group) => boolean | 'not ours',
): readonly string[] => {
  const contradictions: string[] = [];
  let tried = 0;
  for (const group of vectorsOf(name)) {
    for (const vector of group.tests) {
      const passed = passes(vector, group);
      if (passed === 'not ours') continue;
      tried++;
      if (vector.result !== 'acceptable' && passed !== (vector.result === 'valid'))
        contradictions.push(`${vector.tcId} ${vector.result}: ${vector.comment} ${vector.flags?.join()}`);
    }
  }
  expect(tried).toBeGreaterThan(0);
  return contradictions;
};

const isVerified = (SigningAlgorithm: SigningAlgorithmSpec, spki: Uint8Array, vector: Vector): boolean => {
  if (readSpki(spki) === undefined) return false;
  const answer = verify({
    SigningAlgorithm,
    MessageType: 'RAW',
    publicKeySpki: spki,
    Message: bytes(vector.msg),
    Signature: bytes(vector.sig),
  });
  return 'SignatureValid' in answer && answer.SignatureValid;
};

describe.skipIf(folder === undefined || !existsSync(folder))(
  'Wycheproof (skipped unless WYCHEPROOF names a clone)',
  () => {
    const signatures: readonly (readonly [string, SigningAlgorithmSpec])[] = [
      ...(['2048', '3072', '4096'] as const).flatMap((bits) =>
        (['256', '384', '512'] as const).map(
          (hash) => [`rsa_signature_${bits}_sha${hash}_test`, `RSASSA_PKCS1_V1_5_SHA_${hash}`] as const,
        ),
      ),
      ['rsa_pss_2048_sha256_mgf1_32_test', 'RSASSA_PSS_SHA_256'],
      ['rsa_pss_3072_sha256_mgf1_32_test', 'RSASSA_PSS_SHA_256'],
      ['rsa_pss_4096_sha256_mgf1_32_test', 'RSASSA_PSS_SHA_256'],
      ['rsa_pss_2048_sha384_mgf1_48_test', 'RSASSA_PSS_SHA_384'],
      ['rsa_pss_4096_sha384_mgf1_48_test', 'RSASSA_PSS_SHA_384'],
      ['rsa_pss_4096_sha512_mgf1_64_test', 'RSASSA_PSS_SHA_512'],
      ['ecdsa_secp256r1_sha256_test', 'ECDSA_SHA_256'],
      ['ecdsa_secp256k1_sha256_test', 'ECDSA_SHA_256'],
      ['ecdsa_secp384r1_sha384_test', 'ECDSA_SHA_384'],
      ['ecdsa_secp521r1_sha512_test', 'ECDSA_SHA_512'],
      ['ed25519_test', 'ED25519_SHA_512'],
    ];
    const existing = signatures.filter(([name]) => existsSync(join(folder ?? '', 'testvectors_v1', `${name}.json`)));
    test.each(existing)('%s', (name, SigningAlgorithm) => {
      expect(
        contradicted(name, (vector, { publicKeyDer }) =>
          // A public exponent of 3 is no key of KMS.
          vector.flags?.includes('SmallPublicKey')
            ? 'not ours'
            : isVerified(SigningAlgorithm, bytes(publicKeyDer), vector),
        ),
      ).toEqual([]);
    });

    test.each([0, 20])('PSS signatures with a salt of %i bytes are not those of KMS', (saltLength) => {
      const name = saltLength === 0 ? 'rsa_pss_2048_sha256_mgf1_0_test' : 'rsa_pss_2048_sha256_mgf1sha1_20_test';
      for (const { tests, publicKeyDer } of vectorsOf(name))
        for (const vector of tests.filter(({ result }) => result === 'valid'))
          expect(isVerified('RSASSA_PSS_SHA_256', bytes(publicKeyDer), vector)).toBe(false);
    });

    test.each([
      ['rsa_oaep_2048_sha1_mgf1sha1_test', 'RSAES_OAEP_SHA_1'],
      ['rsa_oaep_2048_sha256_mgf1sha256_test', 'RSAES_OAEP_SHA_256'],
      ['rsa_oaep_3072_sha256_mgf1sha256_test', 'RSAES_OAEP_SHA_256'],
      ['rsa_oaep_4096_sha256_mgf1sha256_test', 'RSAES_OAEP_SHA_256'],
    ] as const satisfies readonly (readonly [string, AsymmetricEncryptionAlgorithm])[])('%s', (name, algorithm) => {
      expect(
        contradicted(name, (vector, { privateKeyPkcs8 }) => {
          if (vector.label !== '') return 'not ours';
          const plaintext = decryptAsymmetric(algorithm, bytes(privateKeyPkcs8), bytes(vector.ct));
          return plaintext !== undefined && bytesToHex(plaintext) === vector.msg;
        }),
      ).toEqual([]);
    });

    test.each([
      ['ecdh_secp256r1_test', 'ECC_NIST_P256'],
      ['ecdh_secp384r1_test', 'ECC_NIST_P384'],
      ['ecdh_secp521r1_test', 'ECC_NIST_P521'],
    ] as const satisfies readonly (readonly [string, EcdsaKeySpec])[])('%s', (name, KeySpec) => {
      const length = ECC_CURVES[KeySpec].lengths.secretKey ?? 0;
      expect(
        contradicted(name, (vector) => {
          const scalar = bytes(
            String(vector.private)
              .padStart(2 * length, '0')
              .slice(-2 * length),
          );
          const secret = deriveSharedSecret(writePkcs8({ kind: 'EC', KeySpec, scalar }), bytes(vector.public));
          return secret !== undefined && bytesToHex(secret) === vector.shared;
        }),
      ).toEqual([]);
    });

    test.each(['224', '256', '384', '512'] as const)('hmac_sha%s_test', (hash) => {
      const algorithm: MacAlgorithmSpec = `HMAC_SHA_${hash}`;
      expect(
        contradicted(`hmac_sha${hash}_test`, (vector, { tagSize }) => {
          if (tagSize !== Number(hash)) return 'not ours';
          const [key, message, tag] = [bytes(vector.key), bytes(vector.msg), bytes(vector.tag)];
          const isMade = bytesToHex(generateMac(algorithm, key, message)) === vector.tag;
          return isMade && verifyMac(algorithm, key, message, tag);
        }),
      ).toEqual([]);
    });

    test('aes_kwp_test', () => {
      expect(
        contradicted('aes_kwp_test', (vector) => {
          const [key, message, wrapped] = [bytes(vector.key), bytes(vector.msg), bytes(vector.ct)];
          const unwrapped = unwrapWithAesKey(key, wrapped);
          const isUnwrapped = unwrapped !== undefined && bytesToHex(unwrapped) === vector.msg;
          return isUnwrapped && bytesToHex(wrapWithAesKey(key, message)) === vector.ct;
        }),
      ).toEqual([]);
    });

    describe.each(['44', '65', '87'] as const)('ML-DSA-%s', (size) => {
      const KeySpec: MlDsaKeySpec = `ML_DSA_${size}`;
      test('signs the expected bytes when given zeros for chance', () => {
        expect(
          contradicted(`mldsa_${size}_sign_seed_test`, (vector, { privateKeyPkcs8, privateSeed }) => {
            if ((vector.ctx !== undefined && vector.ctx !== '') || vector.flags?.includes('Randomized'))
              return 'not ours';
            const MessageType: MessageType = vector.msg === undefined ? 'EXTERNAL_MU' : 'RAW';
            const seed = bytes(privateSeed);
            if (seed.length !== 32) return readPkcs8(bytes(privateKeyPkcs8)) !== undefined;
            const pkcs8 = writePkcs8({ kind: 'ML-DSA', KeySpec, seed });
            if (privateKeyPkcs8 !== undefined) expect(bytesToHex(pkcs8)).toBe(privateKeyPkcs8);
            const answer = sign({
              SigningAlgorithm: 'ML_DSA_SHAKE_256',
              MessageType,
              privateKeyPkcs8: pkcs8,
              Message: bytes(MessageType === 'RAW' ? vector.msg : vector.mu),
              random: nothingRandom,
            });
            return 'Signature' in answer && bytesToHex(answer.Signature) === vector.sig;
          }),
        ).toEqual([]);
      });
      test('verifies', () => {
        expect(
          contradicted(`mldsa_${size}_verify_test`, (vector, { publicKey }) => {
            if (vector.ctx !== undefined && vector.ctx !== '') return 'not ours';
            return isVerified(
              'ML_DSA_SHAKE_256',
              sequence(algorithmIdentifier(KeySpec), bitString(bytes(publicKey))),
              vector,
            );
          }),
        ).toEqual([]);
      });
    });

    describe.each(['512', '768', '1024'] as const)('ML-KEM-%s', (size) => {
      const KeySpec: MlKemKeySpec = `ML_KEM_${size}`;
      const spkiOf = (key: unknown) => sequence(algorithmIdentifier(KeySpec), bitString(bytes(key)));
      test('decapsulates', () => {
        expect(
          contradicted(`mlkem_${size}_test`, (vector) => {
            const seed = bytes(vector.seed);
            const pkcs8 = writePkcs8({ kind: 'ML-KEM', KeySpec, seed });
            if (readPkcs8(pkcs8) === undefined) return false;
            const secret = decapsulate(pkcs8, bytes(vector.c));
            return secret !== undefined && bytesToHex(secret) === vector.K;
          }),
        ).toEqual([]);
      });
      test('encapsulates the expected bytes', () => {
        expect(
          contradicted(`mlkem_${size}_encaps_test`, (vector) => {
            const made = encapsulate(spkiOf(vector.ek), () => bytes(vector.m));
            return (
              made !== undefined &&
              bytesToHex(made.SharedSecret) === vector.K &&
              bytesToHex(made.SharedSecretCiphertextBlob) === vector.c
            );
          }),
        ).toEqual([]);
      });
      test('makes the expected pair from a seed', () => {
        expect(
          contradicted(`mlkem_${size}_keygen_seed_test`, (vector) => {
            const key = publicKeyOf({ kind: 'ML-KEM', KeySpec, seed: bytes(vector.seed) });
            return bytesToHex(writeSpki(key)) === bytesToHex(spkiOf(vector.ek));
          }),
        ).toEqual([]);
      });
    });
  },
);
