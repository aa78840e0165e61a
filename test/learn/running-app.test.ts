import { describe, expect, test } from 'vitest';
import { beginHistory, entriesOf, worldNow } from '../../src/kms/index.ts';
import { type RunningApp, recordsOfApp } from '../../src/learn/running-app.ts';
import { runScript, type ScriptStep } from '../../src/learn/script.ts';

const write = { operation: 'Encrypt', input: { KeyId: 'alias/app', Plaintext: { $utf8: 'x' } }, as: 'app' } as const;
const START: readonly ScriptStep[] = [
  { operation: 'CreateKey', save: 'k1' },
  { operation: 'CreateKey', save: 'k2' },
  { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$k1.KeyMetadata.KeyId' } },
  write,
  { operation: 'UpdateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$k2.KeyMetadata.KeyId' } },
  write,
];
const APP: RunningApp = { as: 'app', KeyId: 'alias/app', namesKeyToDecrypt: false };

const recordsAfter = (steps: readonly ScriptStep[], app = APP) => {
  const { history, saved } = runScript(beginHistory('running-app'), [...START, ...steps]);
  const arnOf = (name: string) => (saved[name] as { KeyMetadata: { Arn: string } }).KeyMetadata.Arn;
  return { records: recordsOfApp(entriesOf(history), worldNow(history), app), k1: arnOf('k1'), k2: arnOf('k2') };
};

// https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys-manually.html
describe('an application whose alias was re-pointed', () => {
  test('writes under the new key and still reads what the old key sealed', () => {
    const { records, k1, k2 } = recordsAfter([]);
    expect(records.map(({ KeyArn, error }) => [KeyArn, error])).toEqual([
      [k1, undefined],
      [k2, undefined],
    ]);
  });

  test('reads nothing old once the old key is disabled', () => {
    const { records } = recordsAfter([{ operation: 'DisableKey', input: { KeyId: '$k1.KeyMetadata.KeyId' } }]);
    expect(records.map(({ error }) => error?.__type)).toEqual(['DisabledException', undefined]);
  });

  test('is refused its old records if it names the alias when decrypting', () => {
    const { records } = recordsAfter([], { ...APP, namesKeyToDecrypt: true });
    expect(records.map(({ error }) => error?.__type)).toEqual(['IncorrectKeyException', undefined]);
  });

  test('cannot write without the alias, and the failed write leads to no key', () => {
    const { records } = recordsAfter([{ operation: 'DeleteAlias', input: { AliasName: 'alias/app' } }, write]);
    expect(records.at(-1)).toMatchObject({ error: { __type: 'NotFoundException' } });
    expect(records.at(-1)).not.toHaveProperty('KeyArn');
    expect(records.at(-1)).not.toHaveProperty('held');
  });
});
