import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KEY_MATERIAL_BYTES, MAC_ALGORITHMS, type MacAlgorithmSpec } from '../../../src/kms/crypto/algorithms.ts';
import { generateMac, verifyMac } from '../../../src/kms/crypto/mac.ts';
import { hex, vectorsFrom } from './vectors.ts';

interface HmacVector {
  readonly MacAlgorithm: MacAlgorithmSpec;
  readonly key: string;
  readonly message: string;
  readonly mac: string;
}

test.each(vectorsFrom<HmacVector>('hmac').map((vector, at) => [at, vector.MacAlgorithm, vector] as const))(
  'vector %i of RFC 4231, %s',
  (_at, algorithm, { key, message, mac }) => {
    expect(generateMac(algorithm, hex(key), hex(message))).toEqual(hex(mac));
    expect(verifyMac(algorithm, hex(key), hex(message), hex(mac))).toBe(true);
  },
);

describe.each(Object.keys(MAC_ALGORITHMS) as MacAlgorithmSpec[])('%s', (algorithm) => {
  const keyLength = KEY_MATERIAL_BYTES[MAC_ALGORITHMS[algorithm].keySpec];
  const key = new Uint8Array(keyLength).fill(3);
  const message = Uint8Array.of(1, 2, 3);
  const mac = generateMac(algorithm, key, message);

  test('is as long as the key, and never truncated', () => expect(mac).toHaveLength(keyLength));

  test('agrees with OpenSSL on every message', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4096 }), (bytes) => {
        const theirs = createHmac(algorithm.slice(5).replace('_', '').toLowerCase(), key).update(bytes).digest();
        expect(generateMac(algorithm, key, bytes)).toEqual(Uint8Array.from(theirs));
      }),
      { numRuns: 20 },
    );
  });

  test('another byte anywhere, a shorter or a longer Mac is false', () => {
    expect(verifyMac(algorithm, key, message, mac)).toBe(true);
    for (const at of mac.keys()) {
      const bent = mac.map((byte, index) => (index === at ? byte ^ 0x80 : byte));
      expect(verifyMac(algorithm, key, message, bent)).toBe(false);
    }
    expect(verifyMac(algorithm, key, message, mac.subarray(0, -1))).toBe(false);
    expect(verifyMac(algorithm, key, message, Uint8Array.of(...mac, 0))).toBe(false);
    expect(verifyMac(algorithm, key, message, new Uint8Array())).toBe(false);
  });
});
