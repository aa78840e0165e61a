import { expect, test } from 'vitest';
import { beginHistory, type KeyRecord, worldNow } from '../../src/kms/index.ts';
import { ALIAS_RULES, statementOf, wouldAllow } from '../../src/learn/alias-rules.ts';
import { callByName } from '../../src/learn/named-calls.ts';
import { runScript, type ScriptStep } from '../../src/learn/script.ts';

const START: readonly ScriptStep[] = [
  { operation: 'CreateKey', save: 'k1' },
  { operation: 'CreateKey', save: 'k2' },
  { operation: 'CreateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$k1.KeyMetadata.KeyId' } },
];

/** For each rule: whether a call by alias/app, by the id of k1 and by the id of k2 is allowed. */
const matrix = (...more: readonly ScriptStep[]) => {
  const { history, saved } = runScript(beginHistory('alias-rules'), [...START, ...more]);
  const world = worldNow(history);
  const keyOf = (name: string) =>
    world.keys[(saved[name] as { KeyMetadata: { Arn: string } }).KeyMetadata.Arn] as KeyRecord;
  const names = ['alias/app', keyOf('k1').KeyId, keyOf('k2').KeyId];
  return Object.fromEntries(
    ALIAS_RULES.map((rule) => [
      rule,
      names.map((name) =>
        wouldAllow(
          world,
          'batch',
          statementOf(rule, keyOf('k1'), 'alias/app'),
          callByName('Encrypt', name, 'ap-northeast-1'),
        ),
      ),
    ]),
  );
};

// https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
test('kms:RequestAlias looks at the call, kms:ResourceAliases at the key, and an alias ARN allows no use of a key', () => {
  expect(matrix()).toEqual({
    keyArn: [true, true, false],
    aliasArn: [false, false, false],
    RequestAlias: [true, false, false],
    ResourceAliases: [true, true, false],
  });
});

test('moving the alias moves what ResourceAliases allows, and RequestAlias follows to the new key', () => {
  expect(
    matrix({ operation: 'UpdateAlias', input: { AliasName: 'alias/app', TargetKeyId: '$k2.KeyMetadata.KeyId' } }),
  ).toEqual({
    keyArn: [false, true, false],
    aliasArn: [false, false, false],
    RequestAlias: [true, false, false],
    ResourceAliases: [true, false, true],
  });
});
