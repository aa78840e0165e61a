import { expect, test, vi } from 'vitest';
import type { ApiCall, Command } from '../../src/kms/command.ts';
import { needsAsymmetric, needsRsaKey } from '../../src/kms/needs.ts';

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

/** The model as a page first loads it. */
const fresh = async () => {
  vi.resetModules();
  const { prepareCommand } = await import('../../src/widgets/prepareCommand.ts');
  const { hasAsymmetric } = await import('../../src/kms/crypto/asymmetric.ts');
  const { call } = await import('../../src/kms/call.ts');
  const { bigBang } = await import('../../src/kms/world.ts');
  return { prepareCommand, hasAsymmetric, call, bigBang };
};

test('a command that needs nothing comes back as it is, and loads nothing', async () => {
  const { prepareCommand, hasAsymmetric } = await fresh();
  const command = asked('CreateKey');
  expect(await prepareCommand(command)).toBe(command);
  expect(hasAsymmetric()).toBe(false);
});

test('an RSA key of WebCrypto comes along, and the model takes it', async () => {
  const { prepareCommand, hasAsymmetric, call, bigBang } = await fresh();
  const input = { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' };
  const command = (await prepareCommand(asked('CreateKey', input))) as ApiCall;
  expect(hasAsymmetric()).toBe(true);
  const { world } = call(bigBang('prepared'), command);
  const [key] = Object.values(world.keys);
  expect(key?.materials[0]?.bytes).toBe(command.rsaPrivateKey);
});
