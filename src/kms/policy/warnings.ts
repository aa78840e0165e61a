/**
 * What AWS would store without a word, and nobody wants. Expects a policy that `parsePolicy` accepted.
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html, …/conditions-kms.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
import { KMS_ACTIONS, kmsAction } from './actions.ts';
import { accountOfEntry } from './caller.ts';
import { actionCovers, principalEntries, statementsOf } from './compile.ts';
import {
  CONDITION_KEYS,
  type ConditionKey,
  type ConditionKeyType,
  conditionKey,
  keyAppearsIn,
} from './conditionKeys.ts';
import { secondsOf } from './instant.ts';
import { rangeOf } from './ipAddress.ts';
import { type OperatorFamily, parseOperator } from './operators.ts';
import { nearest } from './spelling.ts';
import type { OneOrMore, PolicyDocument, PolicyKind, PolicyStatement } from './types.ts';

export type WarningCode =
  | 'anyoneWithoutCondition'
  | 'nobodyCanChangePolicy'
  | 'deniesEveryone'
  | 'useAndAdministration'
  | 'allowNotPrincipal'
  | 'notPrincipalWithoutAccount'
  | 'unknownAction'
  | 'foreignAction'
  | 'actionHasNoKey'
  | 'retireGrantInKeyPolicy'
  | 'noEffect'
  | 'resourceIsNotStar'
  | 'aliasAsResource'
  | 'unknownConditionKey'
  | 'deprecatedConditionKey'
  | 'conditionKeyNeverPresent'
  | 'needsSetOperator'
  | 'setOperatorOnSingleValue'
  | 'forAllValuesMatchesAbsence'
  | 'operatorDoesNotFit'
  | 'badValue'
  | 'unknownValue'
  | 'variablesNeedVersion'
  | 'duplicateSid';

export interface PolicyWarning {
  readonly code: WarningCode;
  /** JSON Pointer, as in PolicyProblem. */
  readonly path: string;
  readonly args: Readonly<Record<string, string>>;
}

const listOf = <T>(value: OneOrMore<T> | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

const ACTION_NAMES = KMS_ACTIONS.map(({ name }) => `kms:${name}`);
const CRYPTOGRAPHIC = KMS_ACTIONS.filter((action) => action.use === 'cryptographic' && action.resource === 'key').map(
  ({ name }) => `kms:${name}`,
);
const KEY_NAMES = CONDITION_KEYS.map(({ name }) => name);
const HAS_WILDCARD = /[*?]/;

const FITS: Readonly<Record<ConditionKeyType, readonly OperatorFamily[]>> = {
  String: ['String', 'Arn', 'Null'],
  ARN: ['Arn', 'String', 'Null'],
  Bool: ['Bool', 'String', 'Null'],
  Numeric: ['Numeric', 'Null'],
  // The samples of AWS compare kms:ValidTo with Numeric operators.
  Date: ['Date', 'Numeric', 'Null'],
  IPAddress: ['Ip', 'Null'],
};

const isReadable: Partial<Record<OperatorFamily, (value: string) => boolean>> = {
  Numeric: (value) => value.trim() !== '' && Number.isFinite(Number(value)),
  Date: (value) => secondsOf(value) !== undefined,
  Bool: (value) => /^(true|false)$/i.test(value) || value.includes('${'),
  Null: (value) => /^(true|false)$/i.test(value),
  Ip: (value) => rangeOf(value) !== undefined,
};

const covers = (statement: PolicyStatement, action: string): boolean =>
  statement.NotAction === undefined
    ? listOf(statement.Action).some((entry) => actionCovers(entry, action))
    : !listOf(statement.NotAction).some((entry) => actionCovers(entry, action));

const hasEffect = (statement: PolicyStatement): boolean =>
  (statement.Action !== undefined || statement.NotAction !== undefined) &&
  (statement.Resource !== undefined || statement.NotResource !== undefined);

const isEveryone = (statement: PolicyStatement): boolean =>
  principalEntries(statement.Principal).some(({ value }) => value === '*');

const isUnconditional = (statement: PolicyStatement): boolean => Object.keys(statement.Condition ?? {}).length === 0;

type Warn = (code: WarningCode, path: string, args?: Readonly<Record<string, string>>) => void;

function principals(statement: PolicyStatement, path: string, warn: Warn): void {
  if (statement.Effect === 'Allow' && statement.NotPrincipal !== undefined)
    warn('allowNotPrincipal', `${path}/NotPrincipal`);
  if (statement.Effect === 'Deny' && statement.NotPrincipal !== undefined) {
    const entries = principalEntries(statement.NotPrincipal).map(({ value }) => value);
    const accounts = entries.map(accountOfEntry);
    const uncovered = entries.find((entry) => entry.startsWith('arn:') && !accounts.includes(entry.split(':')[4]));
    if (uncovered !== undefined)
      warn('notPrincipalWithoutAccount', `${path}/NotPrincipal`, {
        found: uncovered,
        account: uncovered.split(':')[4] ?? '',
      });
  }
  if (!isEveryone(statement) || !isUnconditional(statement)) return;
  if (statement.Effect === 'Allow') warn('anyoneWithoutCondition', `${path}/Principal`);
  else if (covers(statement, 'kms:PutKeyPolicy')) warn('deniesEveryone', path);
}

/** Using a key and ruling it are two jobs. Account principals only delegate, and grants for AWS services are routine. */
function duties(statement: PolicyStatement, path: string, warn: Warn): void {
  if (statement.Effect !== 'Allow' || statement.Action === undefined) return;
  const entries = principalEntries(statement.Principal).filter(
    ({ type, value }) => type === 'AWS' && accountOfEntry(value) === undefined,
  );
  if (entries.length === 0 || !CRYPTOGRAPHIC.some((action) => covers(statement, action))) return;
  if (
    Object.values(statement.Condition ?? {}).some((keys) =>
      Object.keys(keys).some((key) => /^kms:GrantIsForAWSResource$/i.test(key)),
    )
  )
    return;
  for (const ruling of ['kms:PutKeyPolicy', 'kms:CreateGrant']) {
    const by = listOf(statement.Action).find((entry) => HAS_WILDCARD.test(entry) && actionCovers(entry, ruling));
    if (by !== undefined) {
      warn('useAndAdministration', `${path}/Action`, { by, action: ruling });
      return;
    }
  }
}

function actions(statement: PolicyStatement, kind: PolicyKind, path: string, warn: Warn): void {
  for (const element of ['Action', 'NotAction'] as const) {
    const entries = listOf(statement[element]);
    for (const [i, entry] of entries.entries()) {
      const place = Array.isArray(statement[element]) ? `${path}/${element}/${i}` : `${path}/${element}`;
      const isKms = entry === '*' || /^kms:/i.test(entry);
      if (!isKms) {
        if (kind === 'key') warn('foreignAction', place, { found: entry });
        continue;
      }
      const known = kmsAction(entry);
      if (!known && !ACTION_NAMES.some((name) => actionCovers(entry, name))) {
        const meant = nearest(entry, ACTION_NAMES);
        warn('unknownAction', place, { found: entry, ...(meant ? { meant } : {}) });
      }
      if (kind === 'key' && known?.resource === 'none') warn('actionHasNoKey', place, { action: entry });
      if (kind === 'key' && known?.name === 'RetireGrant') warn('retireGrantInKeyPolicy', place);
    }
  }
}

function resources(statement: PolicyStatement, kind: PolicyKind, path: string, warn: Warn): void {
  const entries = listOf(statement.Resource);
  for (const [i, entry] of entries.entries()) {
    const place = Array.isArray(statement.Resource) ? `${path}/Resource/${i}` : `${path}/Resource`;
    if (kind === 'key' && entry !== '*') warn('resourceIsNotStar', place, { found: entry });
    if (kind !== 'key' && /:alias\//.test(entry) && !entries.some((other) => other === '*' || /:key\//.test(other))) {
      const useless = KMS_ACTIONS.find(
        (action) => action.resource === 'key' && covers(statement, `kms:${action.name}`),
      );
      if (useless) warn('aliasAsResource', place, { found: entry, action: `kms:${useless.name}` });
    }
  }
}

function presence(statement: PolicyStatement, key: ConditionKey, name: string, path: string, warn: Warn): void {
  const asked = KMS_ACTIONS.filter((action) => covers(statement, `kms:${action.name}`));
  if (asked.length > 0 && !asked.some((action) => keyAppearsIn(key, action.name))) {
    warn('conditionKeyNeverPresent', path, { key: name, action: `kms:${asked[0]?.name ?? ''}` });
  }
}

function conditions(statement: PolicyStatement, path: string, warn: Warn): void {
  const nulls = new Set(Object.keys(statement.Condition?.Null ?? {}).map((key) => key.toLowerCase()));
  for (const [operatorText, keys] of Object.entries(statement.Condition ?? {})) {
    const qualified = parseOperator(operatorText);
    if (!qualified) continue;
    const { operator, set } = qualified;
    for (const [name, value] of Object.entries(keys)) {
      const place = `${path}/Condition/${operatorText}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const values = listOf(value).map(String);
      const readable = isReadable[operator.family];
      const bad = readable && values.find((text) => !readable(text));
      if (bad !== undefined && bad !== '') warn('badValue', place, { found: bad, operator: operator.name });
      const key = conditionKey(name);
      if (!key) {
        if (/^(kms|aws):/i.test(name)) {
          const meant = nearest(name, KEY_NAMES);
          warn('unknownConditionKey', place, { found: name, ...(meant ? { meant } : {}) });
        }
        continue;
      }
      if (key.deprecated) warn('deprecatedConditionKey', place, { found: name, meant: key.deprecated });
      presence(statement, key, name, place, warn);
      if (operator.family === 'Null') continue;
      if (!FITS[key.type].includes(operator.family))
        warn('operatorDoesNotFit', place, { key: name, type: key.type, operator: operator.name });
      if (key.multivalued && set === undefined) warn('needsSetOperator', place, { key: name });
      if (!key.multivalued && set !== undefined) warn('setOperatorOnSingleValue', place, { key: name, set });
      if (key.multivalued && set === 'ForAllValues' && statement.Effect === 'Allow' && !nulls.has(name.toLowerCase())) {
        warn('forAllValuesMatchesAbsence', place, { key: name });
      }
      const stranger =
        key.values &&
        values.find((text) => !HAS_WILDCARD.test(text) && !text.includes('${') && !key.values?.includes(text));
      if (stranger !== undefined && operator.family === 'String') {
        const meant = nearest(stranger, key.values ?? []);
        warn('unknownValue', place, { found: stranger, key: name, ...(meant ? { meant } : {}) });
      }
    }
  }
}

export function warnings(policy: PolicyDocument, kind: PolicyKind = 'key'): readonly PolicyWarning[] {
  const found: PolicyWarning[] = [];
  const warn: Warn = (code, path, args = {}) => found.push({ code, path, args });
  const statements = statementsOf(policy);
  const sids = new Set<string>();
  for (const [i, statement] of statements.entries()) {
    const path = Array.isArray(policy.Statement) ? `/Statement/${i}` : '/Statement';
    if (statement.Sid && sids.has(statement.Sid)) warn('duplicateSid', `${path}/Sid`, { found: statement.Sid });
    if (statement.Sid) sids.add(statement.Sid);
    if (!hasEffect(statement)) {
      const absent = statement.Action === undefined && statement.NotAction === undefined ? 'Action' : 'Resource';
      warn('noEffect', path, { name: absent });
    }
    if (kind === 'key') {
      principals(statement, path, warn);
      duties(statement, path, warn);
    }
    actions(statement, kind, path, warn);
    resources(statement, kind, path, warn);
    conditions(statement, path, warn);
    if (policy.Version !== '2012-10-17' && JSON.stringify(statement).includes('${')) warn('variablesNeedVersion', path);
  }
  if (kind === 'key') {
    const changing = statements.some(
      (statement) =>
        statement.Effect === 'Allow' &&
        hasEffect(statement) &&
        covers(statement, 'kms:PutKeyPolicy') &&
        (statement.NotPrincipal !== undefined ||
          principalEntries(statement.Principal).some(({ type }) => type === 'AWS')),
    );
    if (!changing) warn('nobodyCanChangePolicy', '');
  }
  return found;
}
