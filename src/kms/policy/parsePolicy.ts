/**
 * Reads a policy document and says, at its place, what IAM's grammar or the kind of policy does not allow.
 * A key policy may lack Action or Resource: KMS stores such a statement and it has no effect; `warnings` tells.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html,
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html#KMS-PutKeyPolicy-request-Policy
 */
import { isAccountId, isServicePrincipal } from './caller.ts';
import { conditionKey } from './conditionKeys.ts';
import { dataOf, type JsonErrorCode, type JsonNode, nodeOf, parseJson, type Span } from './json.ts';
import { OPERATORS, parseOperator } from './operators.ts';
import { nearest } from './spelling.ts';
import type { PolicyDocument, PolicyKind } from './types.ts';
import { splitArn } from './wildcard.ts';

export type ProblemCode =
  | `json.${JsonErrorCode}`
  | 'tooLong'
  | 'invalidCharacter'
  | 'wrongType'
  | 'unknownElement'
  | 'duplicateElement'
  | 'missingElement'
  | 'mutuallyExclusive'
  | 'emptyList'
  | 'invalidVersion'
  | 'invalidEffect'
  | 'invalidSid'
  | 'duplicateSid'
  | 'principalNotAllowed'
  | 'noPrincipal'
  | 'invalidPrincipal'
  | 'unknownPrincipalType'
  | 'invalidAction'
  | 'invalidResource'
  | 'unknownOperator'
  | 'conditionKeyWithoutPrefix'
  | 'overlyPermissiveCondition'
  | 'keyNotInKeyPolicy'
  | 'onlyDenyInRcp'
  | 'onlyEveryoneInRcp';

export interface PolicyProblem {
  /** JSON Pointer (RFC 6901): `/Statement/0/Action/1`; the empty text is the whole document. */
  readonly path: string;
  /** First character of the culprit, and the one after it; only when a text was parsed. */
  readonly offset?: number;
  readonly end?: number;
  readonly code: ProblemCode;
  readonly args: Readonly<Record<string, string>>;
}

export type ParsedPolicy =
  | { readonly ok: true; readonly policy: PolicyDocument }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** KMS counts bytes; IAM counts characters without white space. SCP and RCP quotas changed too often to be checked here. */
const SIZE_LIMITS: Partial<Record<PolicyKind, { readonly limit: number; readonly spaces: boolean }>> = {
  key: { limit: 32_768, spaces: true },
  identity: { limit: 6144, spaces: false },
  boundary: { limit: 6144, spaces: false },
  session: { limit: 2048, spaces: true },
  endpoint: { limit: 20_480, spaces: false },
};

const KINDS_WITH_PRINCIPAL: ReadonlySet<PolicyKind> = new Set(['key', 'endpoint', 'rcp']);
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
const PRINCIPAL_TYPES = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
const KEY_POLICY_CHARACTERS = /[^\t\n\r -ÿ]/u;

type ObjectNode = JsonNode & { readonly type: 'object' };

const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
};

const pointer = (path: string, step: string | number): string =>
  `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;

function isValidAwsPrincipal(text: string): boolean {
  if (text === '*' || isAccountId(text)) return true;
  const [arn, partition = '', service, region, account = '', resource = ''] = splitArn(text);
  if (arn !== 'arn' || !partition.startsWith('aws') || region !== '' || !isAccountId(account) || /[*?]/.test(text))
    return false;
  if (service === 'iam') return resource === 'root' || /^(user|role)\/[\w+=,.@/-]+$/.test(resource);
  return service === 'sts' && /^(assumed-role\/[\w+=,.@-]+\/[\w+=,.@-]+|federated-user\/[\w+=,.@-]+)$/.test(resource);
}

const isValidPrincipal = (type: string, text: string): boolean =>
  type === 'AWS'
    ? isValidAwsPrincipal(text)
    : type === 'Service'
      ? isServicePrincipal(text)
      : text !== '' && !/[\s?]/.test(text);

class Reading {
  readonly problems: PolicyProblem[] = [];
  private readonly kind: PolicyKind;
  private readonly sids = new Set<string>();

  constructor(kind: PolicyKind) {
    this.kind = kind;
  }

  private report(code: ProblemCode, path: string, span: Span, args: Readonly<Record<string, string>> = {}): void {
    const place =
      span.start === undefined ? {} : { offset: span.start, ...(span.end === undefined ? {} : { end: span.end }) };
    this.problems.push({ path, ...place, code, args });
  }

  private expects<T extends JsonNode['type']>(
    node: JsonNode,
    type: T,
    path: string,
  ): node is JsonNode & { readonly type: T } {
    if (node.type === type) return true;
    this.report('wrongType', path, node, { wanted: type, found: node.type });
    return false;
  }

  /** Entries by name; complains about strangers and repetitions. */
  private elements(node: ObjectNode, known: readonly string[], path: string): ReadonlyMap<string, JsonNode> {
    const found = new Map<string, JsonNode>();
    for (const { key, keySpan, value } of node.entries) {
      if (!known.includes(key)) {
        const meant = nearest(key, known);
        this.report('unknownElement', pointer(path, key), keySpan, { name: key, ...(meant ? { meant } : {}) });
      } else if (found.has(key)) {
        this.report('duplicateElement', pointer(path, key), keySpan, { name: key });
      } else {
        found.set(key, value);
      }
    }
    return found;
  }

  policy(node: JsonNode): void {
    if (!this.expects(node, 'object', '')) return;
    const elements = this.elements(node, POLICY_ELEMENTS, '');
    const version = elements.get('Version');
    if (version && !(version.type === 'string' && (version.value === '2012-10-17' || version.value === '2008-10-17'))) {
      this.report('invalidVersion', '/Version', version, {
        found: version.type === 'string' ? version.value : version.type,
      });
    }
    const id = elements.get('Id');
    if (id) this.expects(id, 'string', '/Id');
    const statements = elements.get('Statement');
    if (!statements) {
      this.report('missingElement', '', node, { name: 'Statement' });
    } else if (statements.type === 'array') {
      if (statements.items.length === 0) this.report('emptyList', '/Statement', statements, { name: 'Statement' });
      for (const [i, statement] of statements.items.entries()) this.statement(statement, `/Statement/${i}`);
    } else {
      this.statement(statements, '/Statement');
    }
  }

  private statement(node: JsonNode, path: string): void {
    if (!this.expects(node, 'object', path)) return;
    const elements = this.elements(node, STATEMENT_ELEMENTS, path);
    this.sid(elements.get('Sid'), path);
    const effect = elements.get('Effect');
    if (!effect) this.report('missingElement', path, node, { name: 'Effect' });
    else if (effect.type !== 'string' || (effect.value !== 'Allow' && effect.value !== 'Deny')) {
      this.report('invalidEffect', `${path}/Effect`, effect, {
        found: effect.type === 'string' ? effect.value : effect.type,
      });
    } else if (this.kind === 'rcp' && effect.value === 'Allow') {
      this.report('onlyDenyInRcp', `${path}/Effect`, effect);
    }
    for (const name of ['Principal', 'Action', 'Resource']) this.exclusive(elements, name, path, node);
    this.principal(elements.get('Principal'), `${path}/Principal`);
    this.principal(elements.get('NotPrincipal'), `${path}/NotPrincipal`);
    for (const name of ['Action', 'NotAction'])
      this.texts(elements.get(name), name, path, (item, place) => this.action(item, place));
    for (const name of ['Resource', 'NotResource'])
      this.texts(elements.get(name), name, path, (item, place) => this.resource(item, place));
    const condition = elements.get('Condition');
    if (condition) this.condition(condition, `${path}/Condition`);
  }

  private sid(sid: JsonNode | undefined, path: string): void {
    if (!sid || !this.expects(sid, 'string', `${path}/Sid`)) return;
    // KMS stores Sids with spaces (its own console writes them); IAM takes letters and digits only.
    if (this.kind === 'identity' || this.kind === 'boundary') {
      if (!/^[A-Za-z0-9]*$/.test(sid.value)) this.report('invalidSid', `${path}/Sid`, sid, { found: sid.value });
      if (sid.value !== '' && this.sids.has(sid.value))
        this.report('duplicateSid', `${path}/Sid`, sid, { found: sid.value });
    }
    this.sids.add(sid.value);
  }

  private exclusive(elements: ReadonlyMap<string, JsonNode>, name: string, path: string, statement: JsonNode): void {
    const plain = elements.get(name);
    const not = elements.get(`Not${name}`);
    const given = plain ?? not;
    if (plain && not) {
      this.report('mutuallyExclusive', `${path}/Not${name}`, not, { name });
    } else if (name !== 'Principal') {
      if (!given && this.kind !== 'key') this.report('missingElement', path, statement, { name });
    } else if (!KINDS_WITH_PRINCIPAL.has(this.kind)) {
      if (given) this.report('principalNotAllowed', `${path}/${plain ? '' : 'Not'}Principal`, given);
    } else if (!given) {
      this.report('noPrincipal', path, statement);
    }
  }

  /** One text or a list of texts. */
  private texts(
    node: JsonNode | undefined,
    name: string,
    path: string,
    check: (item: JsonNode & { readonly type: 'string' }, path: string) => void,
  ): void {
    if (!node) return;
    const place = pointer(path, name);
    if (node.type !== 'array') {
      if (this.expects(node, 'string', place)) check(node, place);
      return;
    }
    if (node.items.length === 0) this.report('emptyList', place, node, { name });
    for (const [i, item] of node.items.entries())
      if (this.expects(item, 'string', `${place}/${i}`)) check(item, `${place}/${i}`);
  }

  private principal(node: JsonNode | undefined, path: string): void {
    if (!node || !KINDS_WITH_PRINCIPAL.has(this.kind)) return;
    if (node.type === 'string') {
      if (node.value !== '*') this.report('invalidPrincipal', path, node, { found: node.value });
      return;
    }
    if (!this.expects(node, 'object', path)) return;
    if (node.entries.length === 0) this.report('emptyList', path, node, { name: 'Principal' });
    if (this.kind === 'rcp') this.report('onlyEveryoneInRcp', path, node);
    for (const { key, keySpan, value } of node.entries) {
      if (!PRINCIPAL_TYPES.includes(key)) {
        const meant = nearest(key, PRINCIPAL_TYPES);
        this.report('unknownPrincipalType', pointer(path, key), keySpan, { name: key, ...(meant ? { meant } : {}) });
        continue;
      }
      this.texts(value, key, path, (item, place) => {
        if (!isValidPrincipal(key, item.value)) this.report('invalidPrincipal', place, item, { found: item.value });
      });
    }
  }

  private action(item: JsonNode & { readonly type: 'string' }, path: string): void {
    if (item.value !== '*' && !/^[a-z0-9-]+:[a-z0-9*?]+$/i.test(item.value))
      this.report('invalidAction', path, item, { found: item.value });
  }

  private resource(item: JsonNode & { readonly type: 'string' }, path: string): void {
    if (item.value !== '*' && !item.value.startsWith('arn:'))
      this.report('invalidResource', path, item, { found: item.value });
  }

  private condition(node: JsonNode, path: string): void {
    if (!this.expects(node, 'object', path)) return;
    for (const { key: operator, keySpan, value } of node.entries) {
      const place = pointer(path, operator);
      const parsed = parseOperator(operator);
      if (!parsed) {
        const bare = operator.replace(/^ForA(ll|ny)Values?:/i, '').replace(/IfExists$/i, '');
        const meant = nearest(
          bare,
          OPERATORS.map(({ name }) => name),
        );
        this.report('unknownOperator', place, keySpan, { name: operator, ...(meant ? { meant } : {}) });
      }
      if (!this.expects(value, 'object', place)) continue;
      for (const entry of value.entries)
        this.conditionLine(entry.key, entry.keySpan, entry.value, place, parsed?.set === 'ForAllValues');
    }
  }

  private conditionLine(key: string, keySpan: Span, value: JsonNode, path: string, forAllValues: boolean): void {
    const place = pointer(path, key);
    if (!key.includes(':')) this.report('conditionKeyWithoutPrefix', place, keySpan, { name: key });
    const known = conditionKey(key);
    if (this.kind === 'key' && known?.notInKeyPolicy) this.report('keyNotInKeyPolicy', place, keySpan, { name: key });
    if (forAllValues && (known?.name === 'kms:EncryptionContext:' || known?.name === 'aws:RequestTag/')) {
      this.report('overlyPermissiveCondition', place, keySpan, {
        what: known.name.startsWith('kms') ? 'encryption context' : 'tag',
      });
    }
    const items = value.type === 'array' ? value.items : [value];
    for (const [i, item] of items.entries()) {
      if (item.type === 'object' || item.type === 'array' || item.type === 'null') {
        this.report('wrongType', value.type === 'array' ? `${place}/${i}` : place, item, {
          wanted: 'string',
          found: item.type,
        });
      }
    }
  }

  text(text: string): void {
    const size = SIZE_LIMITS[this.kind];
    if (size) {
      const actual = this.kind === 'key' ? utf8Length(text) : (size.spaces ? text : text.replaceAll(/\s/g, '')).length;
      if (actual > size.limit)
        this.report(
          'tooLong',
          '',
          { start: 0, end: text.length },
          { limit: String(size.limit), actual: String(actual) },
        );
    }
    const stranger = this.kind === 'key' ? KEY_POLICY_CHARACTERS.exec(text) : null;
    if (stranger) {
      const span = { start: stranger.index, end: stranger.index + stranger[0].length };
      this.report('invalidCharacter', '', span, { found: stranger[0] });
    }
  }
}

/** @param source the document as text (places are reported) or as data */
export function parsePolicy(source: string | object, kind: PolicyKind): ParsedPolicy {
  const reading = new Reading(kind);
  let node: JsonNode;
  if (typeof source === 'string') {
    reading.text(source);
    const parsed = parseJson(source);
    if (!parsed.ok) {
      const { code, offset, found } = parsed.error;
      return {
        ok: false,
        problems: [
          ...reading.problems,
          { path: '', offset, end: offset + found.length, code: `json.${code}`, args: { found } },
        ],
      };
    }
    node = parsed.node;
  } else {
    node = nodeOf(source);
    reading.text(JSON.stringify(dataOf(node)));
  }
  reading.policy(node);
  if (reading.problems.length > 0) return { ok: false, problems: reading.problems };
  return { ok: true, policy: dataOf(node) as PolicyDocument };
}
