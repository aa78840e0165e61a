import { expect, test, vi } from 'vitest';
import { call } from '../../src/kms/call.ts';
import type { ApiCall, Command } from '../../src/kms/command.ts';
import { hasAsymmetric } from '../../src/kms/crypto/asymmetric.ts';
import { needsAsymmetric, needsRsaKey } from '../../src/kms/needs.ts';
import { bigBang } from '../../src/kms/world.ts';
import { prepareCommand } from '../../src/widgets/prepareCommand.ts';

const asked = (operation: ApiCall['operation'], input: Record<string, unknown> = {}): ApiCall => ({ operation, input });

test.each<[Command, boolean, string | undefined]>([
  [asked('Encrypt', { KeyId: 'k', Plaintext: 'AA==' }), false, undefined],
  [asked('Encrypt', { KeyId: 'k', EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' }), false, undefined],
  [asked('Encrypt', { KeyId: 'k', EncryptionAlgorithm: 'RSAES_OAEP_SHA_1' }), true, undefined],
  [asked('ReEncrypt', { DestinationEncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }), true, undefined],
  [asked('CreateKey'), false, undefined],
  [asked('CreateKey', { KeySpec: 'HMAC_256' }), false, undefined],
  [asked('CreateKey', { CustomerMasterKeySpec: 'RSA_3072' }), true, 'RSA_3072'],
  [asked('CreateKey', { KeySpec: 'RSA_2048', Origin: 'EXTERNAL' }), true, undefined],
  [asked('GenerateDataKeyPair', { KeyPairSpec: 'RSA_4096' }), true, 'RSA_4096'],
  [asked('GenerateDataKeyPair', { KeyPairSpec: 'RSA_4096', DryRun: true }), true, undefined],
  [asked('GetParametersForImport', { WrappingKeySpec: 'RSA_2048' }), true, 'RSA_2048'],
  [asked('GenerateMac'), false, undefined],
  [{ clock: 'next' }, false, undefined],
])('%j needs key pairs: %s, an RSA key: %s', (command, pairs, rsa) => {
  expect(needsAsymmetric(command)).toBe(pairs);
  expect(needsRsaKey(command)).toBe(rsa);
});

test('a command that needs nothing comes back as it is, and loads nothing', async () => {
  vi.resetModules();
  const fresh = await import('../../src/widgets/prepareCommand.ts');
  const { hasAsymmetric: isLoaded } = await import('../../src/kms/crypto/asymmetric.ts');
  const command = asked('CreateKey');
  expect(await fresh.prepareCommand(command)).toBe(command);
  expect(isLoaded()).toBe(false);
});

test('an RSA key of WebCrypto comes along, and the model takes it', async () => {
  const input = { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' };
  const command = (await prepareCommand(asked('CreateKey', input))) as ApiCall;
  expect(hasAsymmetric()).toBe(true);
  const { world } = call(bigBang('prepared'), command);
  const [key] = Object.values(world.keys);
  expect(key?.materials[0]?.bytes).toBe(command.rsaPrivateKey);
});
