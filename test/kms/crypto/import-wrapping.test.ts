import { constants, createCipheriv, createDecipheriv, privateDecrypt, publicEncrypt, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  IMPORT_WRAPPING,
  type ImportableKeySpec,
  KEY_MATERIAL_BYTES,
  type RsaKeySpec,
  WRAPPING_ALGORITHMS,
  type WrappingAlgorithm,
  type WrappingKeySpec,
} from '../../../src/kms/crypto/algorithms.ts';
import { mayWrap, unwrapKeyMaterial, wrapKeyMaterial } from '../../../src/kms/crypto/import-wrapping.ts';
import { generateSecret, readKeyMaterial } from '../../../src/kms/crypto/key-material.ts';
import { generateKeyPair } from '../../../src/kms/crypto/key-pair.ts';
import { unwrapWithAesKey, wrapWithAesKey } from '../../../src/kms/crypto/key-wrap.ts';
import { chance } from './chance.ts';
import { privateKeyIn, publicKeyIn, rsaPair } from './openssl.ts';
import { hex, vectorsFrom } from './vectors.ts';

const WRAPPING = Object.keys(WRAPPING_ALGORITHMS) as WrappingAlgorithm[];
const WRAPPING_KEYS = ['RSA_2048', 'RSA_3072', 'RSA_4096'] as const satisfies readonly WrappingKeySpec[];
const IMPORTABLE = Object.keys(IMPORT_WRAPPING) as ImportableKeySpec[];

const isRsa = (KeySpec: ImportableKeySpec): KeySpec is RsaKeySpec => KeySpec.startsWith('RSA');

/** Material as an importer has it: made by OpenSSL or here. */
const materialFor = (KeySpec: ImportableKeySpec): Uint8Array => {
  if (isRsa(KeySpec)) return rsaPair(KeySpec).privateKeyPkcs8;
  switch (KeySpec) {
    case 'SYMMETRIC_DEFAULT':
    case 'HMAC_224':
    case 'HMAC_256':
    case 'HMAC_384':
    case 'HMAC_512':
      return generateSecret(KeySpec, chance(KeySpec));
    default:
      return generateKeyPair(KeySpec, chance(KeySpec)).privateKeyPkcs8;
  }
};

/** https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-get-public-key-and-token.html, wrapping algorithms */
const AWS_TABLE: { readonly [Name in WrappingAlgorithm]: readonly string[] } = {
  RSAES_OAEP_SHA_1: ['SYMMETRIC', 'HMAC', 'ECC'],
  RSAES_OAEP_SHA_256: ['SYMMETRIC', 'HMAC', 'ECC'],
  RSA_AES_KEY_WRAP_SHA_1: ['RSA', 'ECC'],
  RSA_AES_KEY_WRAP_SHA_256: ['RSA', 'ECC'],
};

describe('mayWrap', () => {
  test.each(WRAPPING)('%s: as in the table of AWS', (algorithm) => {
    for (const KeySpec of IMPORTABLE.filter((spec) => spec !== 'ECC_NIST_P521')) {
      const [family = ''] = KeySpec.split('_');
      for (const wrappingKey of WRAPPING_KEYS)
        expect(mayWrap(KeySpec, algorithm, wrappingKey), KeySpec).toBe(AWS_TABLE[algorithm].includes(family));
    }
  });
  test('a P-521 key is too long for OAEP under RSA_2048 alone', () => {
    for (const algorithm of WRAPPING)
      expect(mayWrap('ECC_NIST_P521', algorithm, 'RSA_2048')).toBe(WRAPPING_ALGORITHMS[algorithm].wrapsWithAesKey);
    for (const algorithm of WRAPPING) expect(mayWrap('ECC_NIST_P521', algorithm, 'RSA_3072')).toBe(true);
  });
});

describe.each(IMPORTABLE)('%s', (KeySpec) => {
  const material = materialFor(KeySpec);
  const allowed = WRAPPING.flatMap((algorithm) =>
    WRAPPING_KEYS.filter((wrappingKey) => mayWrap(KeySpec, algorithm, wrappingKey)).map(
      (wrappingKey) => [algorithm, wrappingKey] as const,
    ),
  );

  test.each(allowed)(
    '%s under %s: what fits by the table fits in fact, and comes out the same',
    (algorithm, wrappingKey) => {
      const { privateKeyPkcs8, publicKeySpki } = rsaPair(wrappingKey);
      const wrapped = wrapKeyMaterial(algorithm, publicKeySpki, material, chance('wrap')) ?? new Uint8Array();
      // GetParametersForImport's EncryptedKeyMaterial: 1 to 6144 bytes.
      expect(wrapped.length).toBeLessThanOrEqual(6144);
      expect(unwrapKeyMaterial(algorithm, privateKeyPkcs8, wrapped)).toEqual(material);
    },
  );

  test('readKeyMaterial takes it, and not with a byte less, a byte more or for another spec', () => {
    expect(readKeyMaterial(KeySpec, material)).toBeDefined();
    expect(readKeyMaterial(KeySpec, material.subarray(0, -1))).toBeUndefined();
    expect(readKeyMaterial(KeySpec, Uint8Array.of(...material, 0))).toBeUndefined();
    for (const other of IMPORTABLE.filter((spec) => spec !== KeySpec)) {
      // Bare bytes have nothing but a length: an Ed25519 key in PKCS#8 is as long as HMAC_384 material.
      const isAsLong = new Map<string, number>(Object.entries(KEY_MATERIAL_BYTES)).get(other) === material.length;
      expect(readKeyMaterial(other, material) !== undefined, other).toBe(isAsLong);
    }
  });
});

test('ECC_NIST_P521 under RSA_2048 with OAEP: forbidden because it does not fit', () => {
  const { publicKeySpki } = rsaPair('RSA_2048');
  const material = materialFor('ECC_NIST_P521');
  for (const algorithm of ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'] as const)
    expect(wrapKeyMaterial(algorithm, publicKeySpki, material, chance('long'))).toBeUndefined();
});

describe('RSA_AES_KEY_WRAP as an importer does it with OpenSSL', () => {
  const IV = Buffer.from('a65959a6', 'hex');
  test.each(['RSA_AES_KEY_WRAP_SHA_1', 'RSA_AES_KEY_WRAP_SHA_256'] as const)('%s, both ways', (algorithm) => {
    const { privateKeyPkcs8, publicKeySpki } = rsaPair('RSA_3072');
    const material = materialFor('RSA_2048');
    const oaep = {
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: algorithm === 'RSA_AES_KEY_WRAP_SHA_1' ? 'sha1' : 'sha256',
    };
    const aesKey = randomBytes(32);
    // id-aes256-wrap-pad is the cipher that AWS's instructions use with OpenSSL.
    const cipher = createCipheriv('id-aes256-wrap-pad', aesKey, IV);
    const theirs = Buffer.concat([
      publicEncrypt({ key: publicKeyIn(publicKeySpki), ...oaep }, aesKey),
      cipher.update(material),
      cipher.final(),
    ]);
    expect(unwrapKeyMaterial(algorithm, privateKeyPkcs8, Uint8Array.from(theirs))).toEqual(material);

    const ours = wrapKeyMaterial(algorithm, publicKeySpki, material, chance('hybrid')) ?? new Uint8Array();
    const unwrappedKey = privateDecrypt({ key: privateKeyIn(privateKeyPkcs8), ...oaep }, ours.subarray(0, 384));
    const decipher = createDecipheriv('id-aes256-wrap-pad', unwrappedKey, IV);
    const opened = Buffer.concat([decipher.update(ours.subarray(384)), decipher.final()]);
    expect(Uint8Array.from(opened)).toEqual(material);
  });
});

describe('unwrapKeyMaterial refuses', () => {
  const { privateKeyPkcs8, publicKeySpki } = rsaPair('RSA_2048');
  const material = materialFor('ECC_NIST_P256');

  test('every algorithm but the one it was wrapped with', () => {
    for (const used of WRAPPING) {
      const wrapped = wrapKeyMaterial(used, publicKeySpki, material, chance(used)) ?? new Uint8Array();
      for (const tried of WRAPPING) {
        const unwrapped = unwrapKeyMaterial(tried, privateKeyPkcs8, wrapped);
        expect(unwrapped, `${used}, ${tried}`).toEqual(tried === used ? material : undefined);
      }
    }
  });

  test('a changed byte anywhere', () => {
    const wrapped =
      wrapKeyMaterial('RSA_AES_KEY_WRAP_SHA_256', publicKeySpki, material, chance('bent')) ?? new Uint8Array();
    fc.assert(
      fc.property(fc.nat(wrapped.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const bent = wrapped.map((byte, index) => (index === at ? byte ^ mask : byte));
        expect(unwrapKeyMaterial('RSA_AES_KEY_WRAP_SHA_256', privateKeyPkcs8, bent)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('bytes of any kind and length', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WRAPPING), fc.uint8Array({ maxLength: 600 }), (algorithm, bytes) => {
        expect(unwrapKeyMaterial(algorithm, privateKeyPkcs8, bytes)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('an AES key of another length inside', () => {
    const shortKey = new Uint8Array(16).fill(9);
    const { publicKeySpki: spki } = rsaPair('RSA_2048');
    const key = wrapKeyMaterial('RSAES_OAEP_SHA_256', spki, shortKey, chance('short')) ?? new Uint8Array();
    const wrapped = Uint8Array.of(...key, ...wrapWithAesKey(shortKey, material));
    expect(unwrapKeyMaterial('RSA_AES_KEY_WRAP_SHA_256', privateKeyPkcs8, wrapped)).toBeUndefined();
  });
});

test('wrapKeyMaterial refuses to wrap nothing', () => {
  for (const algorithm of WRAPPING)
    expect(
      wrapKeyMaterial(algorithm, rsaPair('RSA_2048').publicKeySpki, new Uint8Array(), chance('0')),
    ).toBeUndefined();
});

interface KeyWrapVector {
  readonly key: string;
  readonly wrapped: string;
  readonly material: string | null;
}
test.each(vectorsFrom<KeyWrapVector>('key-wrap').map((vector, at) => [at, vector] as const))(
  'published vector %i of AES key wrap with padding',
  (_at, { key, wrapped, material }) => {
    expect(unwrapWithAesKey(hex(key), hex(wrapped))).toEqual(material === null ? undefined : hex(material));
    if (material !== null) expect(wrapWithAesKey(hex(key), hex(material))).toEqual(hex(wrapped));
  },
);
