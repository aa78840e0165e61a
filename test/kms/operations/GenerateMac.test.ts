import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { given } from '../given.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const Message = base64('some important message');

describe('GenerateMac and VerifyMac', () => {
  test.each([224, 256, 384, 512])('HMAC_%i: the MAC is what OpenSSL computes with the same key', (bits) => {
    const g = given(`mac ${bits}`);
    const KeyId = g.key({ KeySpec: `HMAC_${bits}`, KeyUsage: 'GENERATE_VERIFY_MAC' });
    const MacAlgorithm = `HMAC_SHA_${bits}`;
    const { Mac, ...rest } = g.ask('GenerateMac', { KeyId, MacAlgorithm, Message });
    expect(rest).toEqual({ KeyId, MacAlgorithm });
    const secret = Buffer.from(g.world.keys[KeyId]?.materials[0]?.bytes ?? '', 'base64');
    expect(Mac).toBe(createHmac(`sha${bits}`, secret).update('some important message').digest('base64'));
    expect(g.ask('VerifyMac', { KeyId, MacAlgorithm, Message, Mac })).toEqual({ KeyId, MacValid: true, MacAlgorithm });
  });

  // Texts recorded from AWS: test/oracles/recorded-errors.json.
  test('what does not fit is refused', () => {
    const g = given('mac');
    const KeyId = g.key({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
    const symmetric = g.key();
    const { Mac } = g.ask('GenerateMac', { KeyId, MacAlgorithm: 'HMAC_SHA_256', Message });
    const verifying = { KeyId, MacAlgorithm: 'HMAC_SHA_256', Mac };
    expect(g.refuse('VerifyMac', { ...verifying, Message: base64('another') })).toEqual({
      __type: 'KMSInvalidMacException',
    });
    expect(g.refuse('VerifyMac', { ...verifying, Message, MacAlgorithm: 'HMAC_SHA_512' }).message).toBe(
      'Algorithm HMAC_SHA_512 is incompatible with key spec HMAC_256.',
    );
    expect(g.refuse('GenerateMac', { KeyId: symmetric, MacAlgorithm: 'HMAC_SHA_256', Message }).message).toBe(
      `${symmetric} key usage is ENCRYPT_DECRYPT which is not valid for GenerateMac.`,
    );
    expect(g.refuse('GenerateMac', { KeyId, MacAlgorithm: 'HMAC_SHA_256', Message, DryRun: true }).__type).toBe(
      'DryRunOperationException',
    );
  });
});
