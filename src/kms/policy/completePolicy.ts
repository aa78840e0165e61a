/**
 * Suggestions for a policy that is being written: the text may be unfinished or broken, only what stands before the cursor is read.
 */
import { KMS_ACTIONS } from './actions.ts';
import { actionCovers } from './compile.ts';
import { CONDITION_KEYS, type ConditionKey, conditionKey, keyAppearsIn } from './conditionKeys.ts';
import { OPERATORS, parseOperator } from './operators.ts';

export type SuggestionKind = 'element' | 'value' | 'action' | 'principal' | 'operator' | 'conditionKey';

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly label: string;
  /** Replaces the text between `from` and `to`; with quotes unless the cursor stands inside them. */
  readonly insert: string;
  readonly detail?: { readonly en: string; readonly ja: string };
}

export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly suggestions: readonly Suggestion[];
}

interface Frame {
  readonly type: 'object' | 'array';
  /** Keys seen so far; the last one is being given its value. */
  readonly keys: string[];
  /** Texts of an array so far. */
  readonly texts: string[];
  expects: 'key' | 'value' | 'nothing';
}

interface Place {
  readonly frames: readonly Frame[];
  /** Where the open text begins (after its quote), if the cursor is in one. */
  readonly textStart: number | undefined;
  readonly typed: string;
  readonly actions: readonly string[];
}

/** Reads tokens up to the cursor; forgiving, since nothing has to be valid. */
function placeAt(text: string, offset: number): Place {
  const frames: Frame[] = [];
  let actions: string[] = [];
  const take = (value: string): void => {
    const frame = frames.at(-1);
    if (!frame) return;
    if (frame.type === 'object' && frame.expects === 'key') {
      frame.keys.push(value);
    } else if (frame.expects === 'value') {
      frame.texts.push(value);
      const owner = frame.type === 'object' ? frame.keys.at(-1) : frames.at(-2)?.keys.at(-1);
      if (owner === 'Action') actions.push(value);
    }
    frame.expects = 'nothing';
  };
  let i = 0;
  while (i < offset) {
    const character = text[i];
    if (character === '"') {
      let end = i + 1;
      while (end < offset && text[end] !== '"' && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
      if (end >= offset) return { frames, textStart: i + 1, typed: text.slice(i + 1, offset), actions };
      take(text.slice(i + 1, end));
      i = end;
    } else if (character === '{' || character === '[') {
      const parent = frames.at(-1);
      // A new statement starts its own list of actions.
      if (character === '{' && parent?.type === 'array') actions = [];
      if (parent) parent.expects = 'nothing';
      frames.push({
        type: character === '{' ? 'object' : 'array',
        keys: [],
        texts: [],
        expects: character === '{' ? 'key' : 'value',
      });
    } else if (character === '}' || character === ']') {
      frames.pop();
    } else if (character === ',') {
      const frame = frames.at(-1);
      if (frame) frame.expects = frame.type === 'object' ? 'key' : 'value';
    } else if (character === ':') {
      const frame = frames.at(-1);
      if (frame) frame.expects = 'value';
    }
    i++;
  }
  const word = /[\w*-]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  return { frames, textStart: undefined, typed: word, actions };
}

const POLICY_ELEMENTS = ['Version', 'Id', 'Statement'];
const STATEMENT_ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];
const ACTION_GROUPS: readonly (readonly [string, string, string])[] = [
  ['kms:*', 'Everything, administration included.', '管理も含めたすべて。'],
  ['kms:ReEncrypt*', 'Both halves of ReEncrypt.', 'ReEncrypt の両側。'],
  ['kms:GenerateDataKey*', 'All four ways to get a data key.', 'データキーを受け取る 4 つの操作。'],
  ['kms:Describe*', 'Reading metadata.', 'メタデータの読み取り。'],
  ['kms:Get*', 'Reading policy, rotation, public key.', 'ポリシー、ローテーション、公開鍵などの読み取り。'],
  ['kms:List*', 'Listing.', '一覧。'],
];

type Draft = Omit<Suggestion, 'insert'>;

const drafts = (kind: SuggestionKind, labels: readonly string[]): Draft[] => labels.map((label) => ({ kind, label }));

const actionDrafts = (): Draft[] => [
  ...ACTION_GROUPS.map(([label, en, ja]): Draft => ({ kind: 'action', label, detail: { en, ja } })),
  ...KMS_ACTIONS.map(({ name, en, ja }): Draft => ({ kind: 'action', label: `kms:${name}`, detail: { en, ja } })),
];

function operatorDrafts(typed: string): Draft[] {
  const prefix = /^ForA(?:llValues|nyValue):/i.exec(typed)?.[0] ?? '';
  const names = OPERATORS.map(({ name }) => name);
  if (prefix !== '')
    return drafts(
      'operator',
      names.filter((name) => name !== 'Null').map((name) => prefix + name),
    );
  return drafts('operator', [
    ...names,
    ...names.filter((name) => name !== 'Null').map((name) => `${name}IfExists`),
    'ForAnyValue:StringEquals',
    'ForAnyValue:StringLike',
    'ForAllValues:StringEquals',
    'ForAllValues:StringLike',
  ]);
}

/** Keys that belong to the statement's actions alone come first, then what every request has, then what these requests never carry. */
function keyDrafts(actions: readonly string[]): Draft[] {
  const names = KMS_ACTIONS.map(({ name }) => name).filter((name) =>
    actions.some((entry) => actionCovers(entry, `kms:${name}`)),
  );
  const rank = (key: ConditionKey): number => {
    if (names.length > 0 && !names.some((name) => keyAppearsIn(key, name))) return 2;
    return names.length > 0 && Array.isArray(key.actions) && key.actions.length <= 12 ? 0 : 1;
  };
  return CONDITION_KEYS.filter((key) => !key.deprecated)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ name, type, multivalued }) => ({
      kind: 'conditionKey',
      label: name,
      detail: { en: multivalued ? `${type}, several values` : type, ja: multivalued ? `${type}(複数の値)` : type },
    }));
}

function valueDrafts(path: readonly string[]): Draft[] {
  const [first, second, third, fourth] = path;
  if (path.length === 1) return first === 'Version' ? drafts('value', ['2012-10-17', '2008-10-17']) : [];
  switch (second) {
    case 'Effect':
      return drafts('value', ['Allow', 'Deny']);
    case 'Action':
    case 'NotAction':
      return actionDrafts();
    case 'Resource':
    case 'NotResource':
      return drafts('value', ['*']);
    case 'Principal':
    case 'NotPrincipal':
      return third === 'Service'
        ? drafts('principal', [
            'cloudtrail.amazonaws.com',
            'logs.ap-northeast-1.amazonaws.com',
            's3.amazonaws.com',
            'sns.amazonaws.com',
            'events.amazonaws.com',
          ])
        : drafts('principal', [
            '*',
            'arn:aws:iam::111122223333:root',
            'arn:aws:iam::111122223333:role/',
            'arn:aws:iam::111122223333:user/',
          ]);
    case 'Condition': {
      const family = parseOperator(third ?? '')?.operator.family;
      if (family === 'Bool' || family === 'Null') return drafts('value', ['true', 'false']);
      return drafts('value', conditionKey(fourth ?? '')?.values ?? []);
    }
    default:
      return [];
  }
}

function keyPositionDrafts(path: readonly string[], place: Place): Draft[] {
  if (path.length === 0) return drafts('element', POLICY_ELEMENTS);
  if (path.length === 1 && path[0] === 'Statement') return drafts('element', STATEMENT_ELEMENTS);
  if (path[1] === 'Principal' || path[1] === 'NotPrincipal')
    return drafts('element', ['AWS', 'Service', 'Federated', 'CanonicalUser']);
  if (path[1] !== 'Condition') return [];
  return path.length === 2 ? operatorDrafts(place.typed) : keyDrafts(place.actions);
}

/** Best first: names that begin with what was typed, then names that hold it. Case is ignored. */
function ranked(found: readonly Draft[], typed: string): Draft[] {
  const lower = typed.toLowerCase();
  const begins = found.filter(({ label }) => label.toLowerCase().startsWith(lower));
  const holds = found.filter(
    ({ label }) => !label.toLowerCase().startsWith(lower) && label.toLowerCase().includes(lower),
  );
  return [...begins, ...holds];
}

/** @param offset of the cursor, in UTF-16 units */
export function completePolicy(text: string, offset: number): Completion {
  const place = placeAt(text, offset);
  const frame = place.frames.at(-1);
  const from = offset - place.typed.length;
  const rest = place.textStart === undefined ? '' : (/^[^"\n]*/.exec(text.slice(offset))?.[0] ?? '');
  const closed = place.textStart !== undefined && text[offset + rest.length] === '"';
  const to = closed ? offset + rest.length : offset;
  if (!frame || frame.expects === 'nothing') return { from: offset, to: offset, suggestions: [] };
  const path = place.frames.filter(({ type }) => type === 'object').map(({ keys }) => keys.at(-1) ?? '');
  const atKey = frame.type === 'object' && frame.expects === 'key';
  const found = atKey ? keyPositionDrafts(path.slice(0, -1), place) : valueDrafts(path);
  const taken = new Set(atKey ? frame.keys : frame.type === 'array' ? frame.texts : []);
  const quoted = (label: string): string =>
    place.textStart === undefined ? `"${label}"` : closed ? label : `${label}"`;
  const suggestions = ranked(found, place.typed)
    .filter(({ label }) => !taken.has(label))
    .map((draft) => ({ ...draft, insert: quoted(draft.label) }));
  return { from, to, suggestions };
}
