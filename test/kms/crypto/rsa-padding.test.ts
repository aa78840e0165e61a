/** Blocks that only the holder of a key could pad wrongly: no random change of a ciphertext or signature finds them. */
import { bytesToNumberBE, concatBytes, numberToBytesBE } from '@noble/curves/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { mgf1 } from 'micro-rsa-dsa-dh/rsa.js';
import { describe, expect, test } from 'vitest';
import { readPkcs8 } from '../../../src/kms/crypto/pkcs8.ts';
import { type RsaPrivateKey, rsaPrivateOperation, rsaPublicOperation } from '../../../src/kms/crypto/rsa.ts';
import { decryptOaep } from '../../../src/kms/crypto/rsa-oaep.ts';
import { signPkcs1, verifyPkcs1 } from '../../../src/kms/crypto/rsa-pkcs1-v1_5.ts';
import { verifyPss } from '../../../src/kms/crypto/rsa-pss.ts';
import { xorBytes } from '../../../src/kms/crypto/xor-bytes.ts';
import { chance } from './chance.ts';
import { rsaPair } from './openssl.ts';

const readKey = (): RsaPrivateKey => {
  const key = readPkcs8(rsaPair('RSA_2048').privateKeyPkcs8);
  if (key?.kind !== 'RSA') throw new Error('expected an RSA key');
  return key;
};
const key = readKey();
const LENGTH = 256;
const HASH = 32;
const mask = mgf1(sha256);
const random = chance('padding');
const zeros = (length: number) => new Uint8Array(length);
const digest = sha256(Uint8Array.of(1, 2, 3));

const asBytes = (value: bigint | undefined): Uint8Array => numberToBytesBE(value ?? 0n, LENGTH);

test('a number as large as the modulus has no ciphertext and no signature', () => {
  for (const tooLarge of [key.n, key.n + 5n]) {
    expect(rsaPublicOperation(key, tooLarge)).toBeUndefined();
    expect(rsaPrivateOperation(key, tooLarge)).toBeUndefined();
  }
  expect(rsaPrivateOperation(key, rsaPublicOperation(key, key.n - 1n) ?? 0n)).toBe(key.n - 1n);
});

describe('RSAES-OAEP', () => {
  const message = Uint8Array.of(7, 7, 7);

  const encrypted = ({
    first = 0,
    labelHash = sha256(zeros(0)),
    padding = zeros(LENGTH - 2 * HASH - 2 - message.length),
    separator = 1,
  }): Uint8Array => {
    const block = concatBytes(labelHash, padding, Uint8Array.of(separator), message);
    const seed = random(HASH);
    const maskedBlock = xorBytes(block, mask(seed, { dkLen: block.length }));
    const maskedSeed = xorBytes(seed, mask(maskedBlock, { dkLen: HASH }));
    const encoded = concatBytes(Uint8Array.of(first), maskedSeed, maskedBlock);
    return asBytes(rsaPublicOperation(key, bytesToNumberBE(encoded)));
  };

  test('opens a block that is padded right', () => {
    expect(decryptOaep('SHA_256', key, encrypted({}))).toEqual(message);
  });
  test.each([
    ['whose first byte is not zero', encrypted({ first: 1 })],
    ['with the hash of a label', encrypted({ labelHash: sha256(Uint8Array.of(1)) })],
    ['whose padding is not of zeros', encrypted({ padding: zeros(LENGTH - 2 * HASH - 5).fill(2, 9, 10) })],
    ['whose padding is not ended by 01', encrypted({ separator: 2 })],
  ])('refuses a block %s', (_what, ciphertext) => {
    expect(decryptOaep('SHA_256', key, ciphertext)).toBeUndefined();
  });
  test('refuses a block of padding without end', () => {
    const nothing = concatBytes(sha256(zeros(0)), zeros(LENGTH - HASH - HASH - 1));
    const seed = random(HASH);
    const maskedBlock = xorBytes(nothing, mask(seed, { dkLen: nothing.length }));
    const maskedSeed = xorBytes(seed, mask(maskedBlock, { dkLen: HASH }));
    const encoded = concatBytes(Uint8Array.of(0), maskedSeed, maskedBlock);
    const ciphertext = asBytes(rsaPublicOperation(key, bytesToNumberBE(encoded)));
    expect(decryptOaep('SHA_256', key, ciphertext)).toBeUndefined();
  });
  test('refuses a ciphertext as large as the modulus', () => {
    expect(decryptOaep('SHA_256', key, asBytes(key.n))).toBeUndefined();
  });
});

describe('RSASSA-PSS', () => {
  const signedWith = ({ saltLength = HASH, separator = 1, paddingByte = 0, trailer = 0xbc }): Uint8Array => {
    const salt = random(saltLength);
    const h = sha256(concatBytes(zeros(8), digest, salt));
    const padding = zeros(LENGTH - HASH - saltLength - 2);
    padding[padding.length - 1] = paddingByte;
    const block = concatBytes(padding, Uint8Array.of(separator), salt);
    const masked = xorBytes(block, mask(h, { dkLen: block.length }));
    masked[0] = (masked[0] ?? 0) & 0x7f;
    const encoded = concatBytes(masked, h, Uint8Array.of(trailer));
    return asBytes(rsaPrivateOperation(key, bytesToNumberBE(encoded)));
  };

  test('agrees with a signature that is padded right', () => {
    expect(verifyPss('SHA_256', key, digest, signedWith({}))).toBe(true);
  });
  test.each([
    ['without salt', { saltLength: 0 }],
    ['with a salt of 20 bytes', { saltLength: 20 }],
    ['with a salt of 33 bytes', { saltLength: 33 }],
    ['with the longest salt', { saltLength: LENGTH - HASH - 2 }],
    ['whose trailer is not bc', { trailer: 0xcc }],
    ['whose padding is not ended by 01', { separator: 2 }],
    ['whose padding is not of zeros', { paddingByte: 4 }],
  ])('disagrees with a signature %s', (_what, change) => {
    expect(verifyPss('SHA_256', key, digest, signedWith(change))).toBe(false);
  });
  test('disagrees with a signature as large as the modulus or with a zero before it', () => {
    const signature = signedWith({});
    expect(verifyPss('SHA_256', key, digest, asBytes(key.n))).toBe(false);
    expect(verifyPss('SHA_256', key, digest, Uint8Array.of(0, ...signature))).toBe(false);
  });
});

describe('RSASSA-PKCS1-v1_5', () => {
  const info = concatBytes(Buffer.from('3031300d060960864801650304020105000420', 'hex'), digest);
  const withoutNull = concatBytes(Buffer.from('302f300b0609608648016503040201' + '0420', 'hex'), digest);

  const signedWith = (paddingLength: number, digestInfo: Uint8Array, type = 1): Uint8Array => {
    const start = concatBytes(
      Uint8Array.of(0, type),
      new Uint8Array(paddingLength).fill(0xff),
      Uint8Array.of(0),
      digestInfo,
    );
    const encoded = concatBytes(start, zeros(LENGTH - start.length));
    return asBytes(rsaPrivateOperation(key, bytesToNumberBE(encoded)));
  };
  const full = LENGTH - 3 - info.length;

  test('agrees with a signature that is padded right, which is the one we make', () => {
    expect(signedWith(full, info)).toEqual(signPkcs1('SHA_256', key, digest));
    expect(verifyPkcs1('SHA_256', key, digest, signedWith(full, info))).toBe(true);
  });
  test.each([
    ['with bytes after the digest', signedWith(8, info)],
    ['of another block type', signedWith(full, info, 2)],
    ['whose hash identifier lacks its NULL', signedWith(LENGTH - 3 - withoutNull.length, withoutNull)],
    ['with a zero before it', Uint8Array.of(0, ...signedWith(full, info))],
    ['as large as the modulus', asBytes(key.n)],
  ])('disagrees with a signature %s', (_what, signature) => {
    expect(verifyPkcs1('SHA_256', key, digest, signature)).toBe(false);
  });
});
