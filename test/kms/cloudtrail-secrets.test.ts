import '../../src/kms/full.ts';
import { describe, expect, test } from 'vitest';
import { call } from '../../src/kms/call.ts';
import { recordsOf } from '../../src/kms/cloudtrail.ts';
import { fromBase64, toBase64, toHex, utf8 } from '../../src/kms/crypto/bytes.ts';
import type { ApiEntry, Entry } from '../../src/kms/entry.ts';
import { INPUTS, type OperationName, type Shape } from '../../src/kms/model/index.ts';
import { OPERATIONS } from '../../src/kms/operations/index.ts';
import { bigBang, type World } from '../../src/kms/world.ts';

/** Members of requests and answers that no record may repeat, with what is inside them. */
const SECRET_MEMBERS = new Set([
  ...['AttestationDocument', 'CiphertextBlob', 'CiphertextForRecipient', 'EncryptedKeyMaterial', 'GrantToken'],
  ...['GrantTokens', 'ImportToken', 'KeyStorePassword', 'Mac', 'Message', 'Plaintext', 'PrivateKeyCiphertextBlob'],
  ...['PrivateKeyPlaintext', 'RawSecretAccessKey', 'SharedSecret', 'SharedSecretCiphertextBlob', 'Signature'],
]);
/** Members of a world that hold a secret. */
const SECRETS_OF_A_WORLD = new Set([
  ...['bytes', 'tokens', 'KeyStorePassword', 'kmsuserPassword', 'RawSecretAccessKey', 'rawSecretAccessKey'],
  'SecretAccessKey',
]);

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
const under = (value: unknown, names: ReadonlySet<string>): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (names.has(name) ? textsIn(inner) : under(inner, names)));
};

const MARK = 'MARKED-SECRET';
const marked = (length = 32) => toBase64(utf8(MARK.padEnd(length, '.').slice(0, Math.max(1, length))));

/** The ways in which a secret could be written down: as it is, as bytes in hex, as text. */
const spellings = (secret: string): readonly string[] => {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(secret) || secret.length % 4 !== 0) return [secret];
  const bytes = fromBase64(secret);
  return bytes === undefined ? [secret] : [secret, toHex(bytes), new TextDecoder('latin1').decode(bytes)];
};

/** A story in which secrets of every kind are made and used; it passes over operations that the model lacks. */
const story = (seed: string) => {
  let world: World = bigBang(seed);
  const entries: Entry[] = [];
  const secrets = new Set<string>();
  const keepSecretsOf = (entry: Entry) => {
    for (const text of under([entry.command, entry.kind === 'api' && entry.output], SECRET_MEMBERS)) secrets.add(text);
    for (const text of under([world.keys, world.keyStores, world.grants, world.backends], SECRETS_OF_A_WORLD))
      secrets.add(text);
  };
  const ask = (operation: OperationName, input: Readonly<Record<string, unknown>>): Record<string, unknown> => {
    if (!OPERATIONS[operation]) return {};
    const answer = call(world, { operation, input: JSON.parse(JSON.stringify(input)) });
    world = answer.world;
    entries.push(answer.entry);
    keepSecretsOf(answer.entry);
    return { ...(answer.entry as ApiEntry).output };
  };
  const wait = (by: number) => {
    const answer = call(world, { clock: { by } });
    world = answer.world;
    entries.push(answer.entry);
    keepSecretsOf(answer.entry);
  };
  const key = (input: Readonly<Record<string, unknown>> = {}) =>
    (ask('CreateKey', input).KeyMetadata as { KeyId: string } | undefined)?.KeyId ?? 'none';
  return { ask, wait, key, entries, secrets };
};

const succeededIn = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => (entry.kind === 'api' && !entry.error ? [entry.command.operation] : [])));

const expectSilence = (entries: readonly Entry[], secrets: ReadonlySet<string>): void => {
  const words = [...new Set([...secrets].flatMap(spellings))].filter((word) => word.length >= 8);
  expect(words.length).toBeGreaterThan(0);
  for (const record of recordsOf(entries)) {
    const text = JSON.stringify(record);
    const told = words.filter((word) => text.includes(word)).map((word) => word.slice(0, 40));
    expect(told, `${record.eventName} tells a secret`).toEqual([]);
    expect(text.includes(MARK)).toBe(false);
  }
};

describe('No record tells a secret', () => {
  test('of calls that succeed: plaintext, ciphertext, key material, tokens, signatures', () => {
    const { ask, wait, key, entries, secrets } = story('secrets that succeed');
    const [one, two] = [key(), key({ MultiRegion: true })];
    const Plaintext = marked();
    const { CiphertextBlob } = ask('Encrypt', { KeyId: one, Plaintext });
    ask('Decrypt', { CiphertextBlob });
    ask('ReEncrypt', { CiphertextBlob, DestinationKeyId: two });
    ask('GenerateDataKey', { KeyId: one, KeySpec: 'AES_256' });
    ask('GenerateDataKeyWithoutPlaintext', { KeyId: one, KeySpec: 'AES_256' });
    ask('GenerateDataKeyPair', { KeyId: one, KeyPairSpec: 'ECC_NIST_P256' });
    ask('GenerateDataKeyPairWithoutPlaintext', { KeyId: one, KeyPairSpec: 'ECC_NIST_P256' });
    ask('GenerateRandom', { NumberOfBytes: 32 });
    const signer = key({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    const signed = { KeyId: signer, Message: Plaintext, SigningAlgorithm: 'ECDSA_SHA_256' };
    ask('Verify', { ...signed, Signature: ask('Sign', signed).Signature });
    const hmac = key({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
    const authenticated = { KeyId: hmac, Message: Plaintext, MacAlgorithm: 'HMAC_SHA_256' };
    ask('VerifyMac', { ...authenticated, Mac: ask('GenerateMac', authenticated).Mac });
    const agreement = key({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' });
    const { PublicKey } = ask('GetPublicKey', { KeyId: agreement });
    ask('DeriveSharedSecret', { KeyId: agreement, PublicKey, KeyAgreementAlgorithm: 'ECDH' });
    const grant = {
      KeyId: one,
      GranteePrincipal: 'arn:aws:iam::111122223333:role/batch',
      RetiringPrincipal: 'arn:aws:iam::111122223333:user/admin',
      Operations: ['Decrypt'],
    };
    const { GrantToken, GrantId } = ask('CreateGrant', grant);
    ask('Decrypt', { CiphertextBlob, GrantTokens: [GrantToken] });
    ask('RetireGrant', { GrantToken });
    ask('RevokeGrant', { KeyId: one, GrantId: ask('CreateGrant', { ...grant, Name: 'again' }).GrantId ?? GrantId });
    for (const operation of ['ListGrants', 'ListKeyPolicies', 'ListResourceTags', 'ListKeyRotations'] as const)
      ask(operation, { KeyId: one });
    for (const operation of ['GetKeyPolicy', 'GetKeyRotationStatus', 'GetKeyLastUsage', 'DescribeKey'] as const)
      ask(operation, { KeyId: one });
    ask('ListRetirableGrants', { RetiringPrincipal: grant.RetiringPrincipal });
    ask('ListKeys', {});
    ask('ListAliases', {});
    ask('CreateAlias', { AliasName: 'alias/a', TargetKeyId: one });
    ask('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: two });
    ask('DeleteAlias', { AliasName: 'alias/a' });
    ask('TagResource', { KeyId: one, Tags: [{ TagKey: 'a', TagValue: 'b' }] });
    ask('UntagResource', { KeyId: one, TagKeys: ['a'] });
    ask('UpdateKeyDescription', { KeyId: one, Description: 'a' });
    ask('PutKeyPolicy', { KeyId: one, Policy: ask('GetKeyPolicy', { KeyId: one }).Policy });
    ask('EnableKeyRotation', { KeyId: one, RotationPeriodInDays: 90 });
    ask('RotateKeyOnDemand', { KeyId: one });
    ask('ReplicateKey', { KeyId: two, ReplicaRegion: 'ap-northeast-3' });
    wait(100 * 86_400_000);
    ask('UpdatePrimaryRegion', { KeyId: two, PrimaryRegion: 'ap-northeast-3' });
    ask('DisableKeyRotation', { KeyId: one });
    ask('DisableKey', { KeyId: one });
    ask('EnableKey', { KeyId: one });
    ask('ScheduleKeyDeletion', { KeyId: one });
    ask('CancelKeyDeletion', { KeyId: one });

    const asked = new Set(entries.flatMap((entry) => (entry.kind === 'api' ? [entry.command.operation] : [])));
    const succeeded = succeededIn(entries);
    expect([...asked].filter((operation) => !succeeded.has(operation))).toEqual([]);
    expect(asked.size).toBeGreaterThan(35);
    expectSilence(entries, secrets);
  });

  test.each(Object.keys(OPERATIONS) as OperationName[])('of any %s, whatever it was sent', (operation) => {
    const { ask, key, entries, secrets } = story(`secrets of ${operation}`);
    const KeyId = key();
    secrets.add(marked());
    for (const size of ['fitting', 'empty', 'tooLong'] as const) {
      for (const members of ['required', 'all'] as const)
        ask(operation, invent(INPUTS[operation], members, size, KeyId));
    }
    expect(recordsOf(entries).filter(({ eventName }) => eventName === operation).length).toBeGreaterThanOrEqual(6);
    expectSilence(entries, secrets);
  });
});

type Size = 'fitting' | 'empty' | 'tooLong';

/** A request made up from the API model, with a mark wherever a secret goes. */
const invent = (
  shape: Shape & { type: 'structure' },
  which: 'required' | 'all',
  size: Size,
  KeyId: string,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(shape.members)
      .filter(([name]) => which === 'all' || shape.required.includes(name))
      .map(([name, member]) => [name, inventValue(name, member, which, size, KeyId)]),
  );

const LENGTHS = { fitting: 32, empty: 0, tooLong: 300_000 } as const;

const inventValue = (name: string, shape: Shape, which: 'required' | 'all', size: Size, KeyId: string): unknown => {
  switch (shape.type) {
    case 'string':
      if (SECRET_MEMBERS.has(name) || shape.sensitive) return MARK.repeat(size === 'tooLong' ? 900 : 2);
      if (name.endsWith('KeyId')) return KeyId;
      return (
        shape.enum?.find((value) => value === 'ECC_NIST_P256') ??
        shape.enum?.[0] ??
        'alias/invented'.padEnd(shape.min ?? 1, 'x')
      );
    case 'blob':
      return size === 'empty' ? '' : marked(LENGTHS[size]);
    case 'integer':
      return shape.min ?? 1;
    case 'boolean':
      return false;
    case 'timestamp':
      return 1_800_000_000;
    case 'list':
      return [inventValue(name, shape.of, which, size, KeyId)];
    case 'map':
      return { purpose: 'test' };
    case 'structure':
      return invent(shape, which, size, KeyId);
  }
};
