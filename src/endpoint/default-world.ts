import type { WorldFile } from '../learn/world-file.ts';

const AccountId = '123456789012';

/** The one pair of credentials that emulators of AWS have in common. */
export const TEST_ACCESS_KEY = { AccessKeyId: 'test', SecretAccessKey: 'test' };

const administrator = {
  Arn: `arn:aws:iam::${AccountId}:user/admin`,
  AccountId,
  name: 'endpoint-admin',
  kind: 'user',
  policies: [
    {
      name: 'AdministratorAccess',
      document: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
    },
  ],
  accessKeys: [TEST_ACCESS_KEY],
} as const;

/** One account with one administrator, and not one key. The notebook's other people are there too, but cannot sign. */
export const DEFAULT_WORLD: WorldFile = {
  seed: 'endpoint',
  steps: [
    { command: { stage: { putAccount: { AccountId, name: 'endpoint' } } } },
    { command: { stage: { putPrincipal: administrator } } },
    { command: { stage: { setHome: { caller: administrator.Arn } } } },
  ],
};
