import { toBase64, utf8 } from '../../kms/crypto/bytes.ts';
import type { OperationName, World } from '../../kms/index.ts';
import type { MemberDescription } from '../../kms/model/describe-operation.ts';
import { describeOperation } from '../../kms/model/index.ts';
import { principalNamed } from '../../kms/world.ts';

/** How a member of an input is asked for. */
export type FieldKind =
  | 'alias'
  | 'ciphertext'
  | 'context'
  | 'days'
  | 'flag'
  | 'grant'
  | 'key'
  | 'material'
  | 'number'
  | 'one'
  | 'operations'
  | 'policy'
  | 'principal'
  | 'region'
  | 'structure'
  | 'token'
  | 'text'
  | 'words';

export interface CommandField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  /** Of `one` and `operations`. */
  readonly values?: readonly string[];
}

/** What may be left out and is still worth asking for; the rest of the API's optional members stays out of the form. */
const WORTH_ASKING: Readonly<Partial<Record<OperationName, readonly string[]>>> = {
  CreateGrant: ['GranteePrincipal', 'RetiringPrincipal', 'Constraints'],
  CreateKey: ['Description', 'KeySpec', 'KeyUsage', 'Origin', 'MultiRegion'],
  Decrypt: ['CiphertextBlob', 'KeyId', 'EncryptionContext', 'EncryptionAlgorithm', 'GrantTokens'],
  EnableKeyRotation: ['RotationPeriodInDays'],
  Encrypt: ['EncryptionContext', 'EncryptionAlgorithm', 'GrantTokens'],
  GenerateDataKey: ['KeySpec', 'EncryptionContext', 'GrantTokens'],
  GenerateDataKeyWithoutPlaintext: ['KeySpec', 'EncryptionContext'],
  ImportKeyMaterial: ['ExpirationModel', 'ValidTo', 'ImportType'],
  ListAliases: ['KeyId'],
  PutKeyPolicy: ['BypassPolicyLockoutSafetyCheck'],
  ReEncrypt: ['CiphertextBlob', 'SourceEncryptionContext', 'DestinationEncryptionContext'],
  RetireGrant: ['KeyId', 'GrantId'],
  ScheduleKeyDeletion: ['PendingWindowInDays'],
};

const KEY_NAMES = new Set(['KeyId', 'TargetKeyId', 'SourceKeyId', 'DestinationKeyId']);
const BLOBS_IN_HAND: Readonly<Record<string, FieldKind>> = {
  AliasName: 'alias',
  CiphertextBlob: 'ciphertext',
  EncryptedKeyMaterial: 'material',
  GrantId: 'grant',
  GranteePrincipal: 'principal',
  GrantTokens: 'token',
  GrantToken: 'token',
  ImportToken: 'text',
  Operations: 'operations',
  Policy: 'policy',
  PrimaryRegion: 'region',
  ReplicaRegion: 'region',
  RetiringPrincipal: 'principal',
  ValidTo: 'days',
};

/** The form of an operation: what it requires, and what is worth asking for beside it. */
export const commandFields = (operation: OperationName): readonly CommandField[] =>
  describeOperation(operation)
    .members.filter(
      ({ name, isRequired }) => (isRequired && name !== 'ImportToken') || WORTH_ASKING[operation]?.includes(name),
    )
    .map((member) => ({
      name: member.name,
      kind: kindOf(member),
      isRequired: member.isRequired || member.name === 'CiphertextBlob',
      ...valuesOf(member),
    }));

const kindOf = (member: MemberDescription): FieldKind => {
  if (KEY_NAMES.has(member.name)) return 'key';
  const inHand = BLOBS_IN_HAND[member.name];
  if (inHand) return inHand;
  switch (member.type) {
    case 'string':
      return member.enum ? 'one' : 'text';
    case 'integer':
      return 'number';
    case 'boolean':
      return 'flag';
    case 'map':
      return 'context';
    case 'structure':
      return 'structure';
    case 'list':
      return 'words';
    default:
      return 'text';
  }
};

const valuesOf = (member: MemberDescription): { readonly values?: readonly string[] } => {
  if (member.type === 'string' && member.enum) return { values: member.enum };
  if (member.type === 'list' && member.of.type === 'string' && member.of.enum) return { values: member.of.enum };
  return {};
};

/** What stands in the form, by member: texts as typed, several where several can be picked. */
export type FormValues = Readonly<Record<string, string | readonly string[] | boolean>>;

/** The input that a filled form stands for. What is empty is left out, for KMS to say that it misses it. */
export const inputOf = (
  fields: readonly CommandField[],
  values: FormValues,
  world: World,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = wire(field, values[field.name], world);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );

const DAY_IN_SECONDS = 86_400;

const wire = ({ name, kind }: CommandField, value: FormValues[string] | undefined, world: World): unknown => {
  if (value === undefined || value === '' || value === false) return undefined;
  if (typeof value === 'boolean') return true;
  if (typeof value !== 'string') return value.length === 0 ? undefined : value;
  switch (kind) {
    case 'number':
      return Number(value);
    case 'days':
      return world.now / 1000 + Number(value) * DAY_IN_SECONDS;
    case 'context':
      return pairsOf(value);
    case 'structure':
      return parsed(value);
    case 'token':
      return name === 'GrantTokens' ? [value] : value;
    case 'words':
      return value.split(',').map((word) => word.trim());
    case 'principal':
      return principalNamed(world, value)?.Arn ?? value;
    case 'text':
      return name === 'Plaintext' ? toBase64(utf8(value)) : value;
    default:
      return value;
  }
};

/** `dept=Sales, year=2026` */
export const pairsOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .split(',')
      .map((pair) => pair.trim())
      .filter((pair) => pair !== '')
      .map((pair) => {
        const at = pair.indexOf('=');
        return at < 0 ? [pair, ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      }),
  );

/** What is not JSON goes as it is: KMS will refuse it with its own words. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};
