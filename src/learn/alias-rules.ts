import { aliasArn } from '../kms/arn.ts';
import { type ApiCall, call, type KeyRecord, principalNamed, type World } from '../kms/index.ts';

/** Four ways in which an IAM policy may have been meant to allow "the key of alias/app". */
export const ALIAS_RULES = ['keyArn', 'aliasArn', 'RequestAlias', 'ResourceAliases'] as const;
export type AliasRule = (typeof ALIAS_RULES)[number];

/**
 * The statement of a rule.
 * @param key the key whose ARN the rule `keyArn` writes down
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
export const statementOf = (rule: AliasRule, key: KeyRecord, AliasName: string) => {
  const { Arn, Region, AWSAccountId } = key;
  const allow = (Resource: string) => ({ Effect: 'Allow', Action: 'kms:Encrypt', Resource });
  switch (rule) {
    case 'keyArn':
      return allow(Arn);
    case 'aliasArn':
      return allow(aliasArn(Region, AWSAccountId, AliasName));
    case 'RequestAlias':
      return { ...allow('*'), Condition: { StringEquals: { 'kms:RequestAlias': AliasName } } };
    case 'ResourceAliases':
      return { ...allow('*'), Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': AliasName } } };
  }
};

/** Whether KMS would let `as` make the call if this one statement were all that IAM allows them. */
export const wouldAllow = (world: World, as: string, statement: object, command: ApiCall): boolean => {
  const principal = principalNamed(world, as);
  if (!principal) throw new Error(`"${as}" is no principal of this world`);
  const document = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const putPrincipal = { ...principal, policies: [{ name: 'Policy', document }] };
  const { entry } = call(call(world, { stage: { putPrincipal } }).world, { ...command, as });
  return entry.kind === 'api' && entry.authorization?.allowed === true;
};
