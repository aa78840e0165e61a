import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import '../../../src/kms/full.ts';
import { recordsOf } from '../../../src/kms/cloudtrail.ts';
import { DAY, HOUR } from '../../../src/kms/vocabulary.ts';
import { keyStateOf } from '../../../src/kms/world.ts';
import { type Given, given } from '../given.ts';
import { importedKey, importing, parametersFor, wrap } from '../importing.ts';
import { rsaKey } from '../rsaKeys.ts';

const bytes = (fill: number, length = 32) => new Uint8Array(length).fill(fill);
const external = (g: Given, input = {}) => g.key({ Origin: 'EXTERNAL', ...input });
const stateOf = (g: Given, KeyId: string) => keyStateOf(g.world.keys[KeyId] as never);
const metadata = (g: Given, KeyId: string, region?: string) =>
  g.ask('DescribeKey', { KeyId }, region ? { region } : {}).KeyMetadata as Record<string, unknown>;
const rotations = (g: Given, KeyId: string, region?: string) =>
  g.ask('ListKeyRotations', { KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }, region ? { region } : {})
    .Rotations as Record<string, unknown>[];
const Plaintext = Buffer.from('secret').toString('base64');

describe('a key whose material is imported', () => {
  test('waits for its material, works with it, and waits again without it', () => {
    const g = given('import');
    const KeyId = external(g);
    expect(metadata(g, KeyId)).toMatchObject({ KeyState: 'PendingImport', Enabled: false, Origin: 'EXTERNAL' });
    expect(metadata(g, KeyId)).not.toHaveProperty('ExpirationModel');
    expect(g.refuse('Encrypt', { KeyId, Plaintext })).toEqual({
      __type: 'KMSInvalidStateException',
      message: `${KeyId} is pending import.`,
    });

    const answer = g.ask('ImportKeyMaterial', importing(g, KeyId, bytes(1)));
    expect(answer).toEqual({ KeyId, KeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(metadata(g, KeyId)).toMatchObject({
      KeyState: 'Enabled',
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      CurrentKeyMaterialId: answer.KeyMaterialId,
    });
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId, Plaintext });

    expect(g.ask('DeleteImportedKeyMaterial', { KeyId })).toEqual({ KeyId, KeyMaterialId: answer.KeyMaterialId });
    expect(g.refuse('Decrypt', { CiphertextBlob }).message).toBe(`${KeyId} is pending import.`);
    g.ask('ImportKeyMaterial', importing(g, KeyId, bytes(1)));
    expect(g.ask('Decrypt', { CiphertextBlob }).Plaintext).toBe(Plaintext);
  });

  test('loses it at ValidTo, and CloudTrail tells', () => {
    const g = given('expiry');
    const KeyId = external(g);
    const ValidTo = (g.world.now + 3 * DAY) / 1000;
    const request = { ...importing(g, KeyId, bytes(1)), ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo };
    const { KeyMaterialId } = g.ask('ImportKeyMaterial', request);
    expect(metadata(g, KeyId)).toMatchObject({ ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo });
    g.wait(3 * DAY - 1);
    g.ask('Encrypt', { KeyId, Plaintext });
    g.wait(1);
    expect(recordsOf([g.last])).toMatchObject([
      { eventName: 'DeleteExpiredKeyMaterial', serviceEventDetails: { keyId: KeyId, keyMaterialId: KeyMaterialId } },
    ]);
    expect(metadata(g, KeyId).KeyState).toBe('PendingImport');
    expect(metadata(g, KeyId)).not.toHaveProperty('ValidTo');
    expect(rotations(g, KeyId)).toMatchObject([{ KeyMaterialId, ImportState: 'PENDING_IMPORT' }]);
  });

  test('an expiry is moved by importing the same material again', () => {
    const g = given('later');
    const KeyId = external(g);
    const until = (days: number) => ({
      ...importing(g, KeyId, bytes(1)),
      ExpirationModel: 'KEY_MATERIAL_EXPIRES',
      ValidTo: (g.world.now + days * DAY) / 1000,
    });
    g.ask('ImportKeyMaterial', until(1));
    g.ask('ImportKeyMaterial', until(5));
    g.wait(4 * DAY);
    expect(stateOf(g, KeyId)).toBe('Enabled');
    g.ask('ImportKeyMaterial', importing(g, KeyId, bytes(1)));
    g.wait(300 * DAY);
    expect(stateOf(g, KeyId)).toBe('Enabled');
  });

  test.each([
    ['HMAC_224', 28],
    ['HMAC_512', 64],
  ])('%s takes %i bytes and no others', (KeySpec, length) => {
    const g = given(KeySpec);
    const KeyId = external(g, { KeySpec, KeyUsage: 'GENERATE_VERIFY_MAC' });
    expect(g.refuse('ImportKeyMaterial', importing(g, KeyId, bytes(1, length - 1)))).toEqual({
      __type: 'IncorrectKeyMaterialException',
    });
    g.ask('ImportKeyMaterial', importing(g, KeyId, bytes(1, length)));
    const MacAlgorithm = KeySpec.replace('HMAC_', 'HMAC_SHA_');
    const { Mac } = g.ask('GenerateMac', { KeyId, MacAlgorithm, Message: Plaintext });
    const hash = KeySpec.replace('HMAC_', 'sha');
    expect(Mac).toBe(createHmac(hash, bytes(1, length)).update('secret').digest('base64'));
  });

  test.each(['RSA_AES_KEY_WRAP_SHA_256', 'RSA_AES_KEY_WRAP_SHA_1'])('an RSA key comes by %s', (WrappingAlgorithm) => {
    const g = given(WrappingAlgorithm);
    const KeyId = external(g, { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' });
    const { rsaPrivateKey, publicKey } = rsaKey();
    const material = Buffer.from(rsaPrivateKey, 'base64');
    g.ask('ImportKeyMaterial', importing(g, KeyId, material, { WrappingAlgorithm }));
    const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    expect(g.ask('GetPublicKey', { KeyId }).PublicKey).toBe(spki);
    const EncryptionAlgorithm = 'RSAES_OAEP_SHA_256';
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId, Plaintext, EncryptionAlgorithm });
    expect(g.ask('Decrypt', { KeyId, CiphertextBlob, EncryptionAlgorithm }).Plaintext).toBe(Plaintext);
  });

  test('a curve key keeps its one material for ever', () => {
    const g = given('ecc');
    const KeyId = external(g, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    const make = () =>
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'der', type: 'pkcs8' });
    const first = make();
    g.ask('ImportKeyMaterial', importing(g, KeyId, first));
    g.ask('DeleteImportedKeyMaterial', { KeyId });
    g.ask('GetPublicKey', { KeyId });
    expect(g.refuse('ImportKeyMaterial', importing(g, KeyId, make())).__type).toBe('IncorrectKeyMaterialException');
    const again = importing(g, KeyId, first);
    expect(g.refuse('ImportKeyMaterial', { ...again, ImportType: 'EXISTING_KEY_MATERIAL' }).__type).toBe(
      'UnsupportedOperationException',
    );
    g.ask('ImportKeyMaterial', again);
    g.ask('Sign', { KeyId, Message: Plaintext, SigningAlgorithm: 'ECDSA_SHA_256' });
  });
});

describe('the token and the wrapping key', () => {
  test('hold for a day, for one key', () => {
    const g = given('token');
    const KeyId = external(g);
    const other = external(g);
    const answer = g.ask(
      'GetParametersForImport',
      { KeyId, WrappingAlgorithm: 'RSAES_OAEP_SHA_1', WrappingKeySpec: 'RSA_2048' },
      { rsaPrivateKey: rsaKey().rsaPrivateKey },
    );
    expect(answer).toEqual({
      KeyId,
      ImportToken: expect.any(String),
      PublicKey: rsaKey().publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      ParametersValidTo: (g.world.now + DAY) / 1000,
    });
    const request = importing(g, KeyId, bytes(1));
    expect(g.refuse('ImportKeyMaterial', { ...request, KeyId: other })).toEqual({
      __type: 'InvalidImportTokenException',
    });
    expect(g.refuse('ImportKeyMaterial', { ...request, ImportToken: 'AAAA' }).__type).toBe(
      'InvalidImportTokenException',
    );
    g.wait(DAY);
    g.ask('ImportKeyMaterial', request);
    g.wait(1);
    expect(g.refuse('ImportKeyMaterial', request)).toEqual({ __type: 'ExpiredImportTokenException' });
  });

  test('unwrap only what was wrapped for them', () => {
    const g = given('wrapped');
    const KeyId = external(g);
    const parameters = parametersFor(g, KeyId);
    const request = { ...importing(g, KeyId, bytes(1)), ImportToken: parameters.ImportToken };
    const EncryptedKeyMaterial = wrap(bytes(1), parameters, 'RSAES_OAEP_SHA_1');
    expect(g.refuse('ImportKeyMaterial', { ...request, EncryptedKeyMaterial })).toEqual({
      __type: 'InvalidCiphertextException',
    });
  });

  test.each([
    ['SYMMETRIC_DEFAULT', 'RSAES_PKCS1_V1_5', 'RSA_2048'],
    ['SYMMETRIC_DEFAULT', 'RSA_AES_KEY_WRAP_SHA_256', 'RSA_2048'],
    ['SYMMETRIC_DEFAULT', 'SM2PKE', 'SM2'],
    ['RSA_2048', 'RSAES_OAEP_SHA_256', 'RSA_4096'],
    ['ECC_NIST_P521', 'RSAES_OAEP_SHA_256', 'RSA_2048'],
  ])('%s is not wrapped by %s under %s', (KeySpec, WrappingAlgorithm, WrappingKeySpec) => {
    const g = given('forbidden');
    const KeyUsage = KeySpec === 'SYMMETRIC_DEFAULT' ? 'ENCRYPT_DECRYPT' : 'SIGN_VERIFY';
    const KeyId = external(g, { KeySpec, KeyUsage });
    expect(g.refuse('GetParametersForImport', { KeyId, WrappingAlgorithm, WrappingKeySpec }).__type).toBe(
      'UnsupportedOperationException',
    );
  });

  test('are given by key id, for keys of Origin EXTERNAL alone', () => {
    const g = given('origin');
    const KeyId = g.key();
    const wrapping = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_4096' };
    expect(g.refuse('GetParametersForImport', { KeyId, ...wrapping })).toEqual({
      __type: 'UnsupportedOperationException',
      message: `${KeyId} origin is AWS_KMS which is not valid for this operation.`,
    });
  });
});

describe('the parameters of ImportKeyMaterial', () => {
  const imported = (changes: Record<string, unknown>) => {
    const g = given('parameters');
    const KeyId = external(g);
    const now = g.world.now / 1000;
    const resolved = Object.fromEntries(
      Object.entries(changes).map(([name, value]) => [name, typeof value === 'number' ? now + value / 1000 : value]),
    );
    return g.refuse('ImportKeyMaterial', { ...importing(g, KeyId, bytes(1)), ...resolved });
  };

  test.each([
    // Recorded on AWS; KEY_MATERIAL_EXPIRES is the default.
    [{ ExpirationModel: undefined }, 'A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES'],
    [{ ValidTo: DAY }, expect.any(String)],
    [{ ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: -HOUR }, expect.any(String)],
    [{ ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: 366 * DAY }, expect.any(String)],
    [{ ImportType: 'NEW_KEY_MATERIAL', KeyMaterialId: 'a'.repeat(64) }, expect.any(String)],
  ])('%j is refused', (changes, message) => {
    expect(imported(changes)).toEqual({ __type: 'ValidationException', message });
  });
});

describe('several materials', () => {
  test('a new one waits for RotateKeyOnDemand; old ciphertext stays readable', () => {
    const g = given('several');
    const KeyId = importedKey(g, bytes(1));
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId, Plaintext });
    expect(g.refuse('RotateKeyOnDemand', { KeyId })).toEqual({
      __type: 'KMSInvalidStateException',
      message: `No available key material pending rotation for the key: ${KeyId}.`,
    });
    const second = g.ask('ImportKeyMaterial', {
      ...importing(g, KeyId, bytes(2)),
      ImportType: 'NEW_KEY_MATERIAL',
      KeyMaterialDescription: 'second',
    });
    expect(rotations(g, KeyId)).toMatchObject([
      { KeyMaterialState: 'CURRENT', ImportState: 'IMPORTED' },
      { KeyMaterialState: 'PENDING_ROTATION', ImportState: 'IMPORTED', KeyMaterialDescription: 'second' },
    ]);
    const third = { ...importing(g, KeyId, bytes(3)), ImportType: 'NEW_KEY_MATERIAL' };
    expect(g.refuse('ImportKeyMaterial', third).message).toMatch(
      new RegExp(
        `^New key material \\(id: [0-9a-f]{64}\\) cannot be imported into KMS key ${KeyId.split('/')[1]}, because another key material \\(id: ${second.KeyMaterialId}\\) is pending rotation\\.$`,
      ),
    );

    g.ask('RotateKeyOnDemand', { KeyId });
    expect(recordsOf([g.last]).at(-1)).toMatchObject({
      eventName: 'RotateKey',
      serviceEventDetails: { keyOrigin: 'EXTERNAL', currentKeyMaterialId: second.KeyMaterialId },
    });
    expect(rotations(g, KeyId)).toMatchObject([
      { KeyMaterialState: 'NON_CURRENT' },
      { KeyMaterialState: 'CURRENT', RotationType: 'ON_DEMAND' },
    ]);
    expect(g.ask('Decrypt', { CiphertextBlob }).Plaintext).toBe(Plaintext);
    expect(metadata(g, KeyId).CurrentKeyMaterialId).toBe(second.KeyMaterialId);
  });

  test('losing any permanent one stops the whole key until all are back', () => {
    const g = given('losing');
    const KeyId = importedKey(g, bytes(1));
    const [{ KeyMaterialId: first } = {}] = rotations(g, KeyId);
    g.ask('ImportKeyMaterial', { ...importing(g, KeyId, bytes(2)), ImportType: 'NEW_KEY_MATERIAL' });
    g.ask('RotateKeyOnDemand', { KeyId });
    g.ask('DeleteImportedKeyMaterial', { KeyId, KeyMaterialId: first });
    expect(stateOf(g, KeyId)).toBe('PendingImport');
    g.ask('DeleteImportedKeyMaterial', { KeyId });
    g.ask('ImportKeyMaterial', importing(g, KeyId, bytes(1)));
    expect(stateOf(g, KeyId)).toBe('PendingImport');
    g.ask('ImportKeyMaterial', importing(g, KeyId, bytes(2)));
    expect(stateOf(g, KeyId)).toBe('Enabled');
  });

  test('a pending one may go without effect, and leaves room for another', () => {
    const g = given('pending');
    const KeyId = importedKey(g, bytes(1));
    const { KeyMaterialId } = g.ask('ImportKeyMaterial', {
      ...importing(g, KeyId, bytes(2)),
      ImportType: 'NEW_KEY_MATERIAL',
    });
    g.ask('DeleteImportedKeyMaterial', { KeyId, KeyMaterialId });
    expect(stateOf(g, KeyId)).toBe('Enabled');
    expect(rotations(g, KeyId)).toHaveLength(1);
    g.ask('ImportKeyMaterial', { ...importing(g, KeyId, bytes(3)), ImportType: 'NEW_KEY_MATERIAL' });
  });

  test('EXISTING_KEY_MATERIAL must be byte for byte what it was, and keeps its description', () => {
    const g = given('existing');
    const KeyId = external(g);
    const first = { ...importing(g, KeyId, bytes(1)), KeyMaterialDescription: 'the first' };
    const { KeyMaterialId } = g.ask('ImportKeyMaterial', first);
    expect(g.refuse('ImportKeyMaterial', importing(g, KeyId, bytes(2)))).toEqual({
      __type: 'IncorrectKeyMaterialException',
    });
    const again = importing(g, KeyId, bytes(1));
    expect(g.refuse('ImportKeyMaterial', { ...again, KeyMaterialId: 'f'.repeat(64) }).__type).toBe(
      'IncorrectKeyMaterialException',
    );
    g.ask('ImportKeyMaterial', { ...again, KeyMaterialId });
    expect(rotations(g, KeyId)).toMatchObject([{ KeyMaterialDescription: 'the first' }]);
  });

  test('the same bytes in another key are another material, and do not open its ciphertext', () => {
    const g = given('same');
    const [a, b] = [importedKey(g, bytes(1)), importedKey(g, bytes(1))];
    expect(metadata(g, a).CurrentKeyMaterialId).not.toBe(metadata(g, b).CurrentKeyMaterialId);
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId: a, Plaintext });
    expect(g.refuse('Decrypt', { KeyId: b, CiphertextBlob }).__type).toBe('IncorrectKeyException');
  });
});

describe('multi-Region keys with imported material', () => {
  const region = 'eu-west-1';

  test('a replica needs the same bytes, and a new material needs all replicas', () => {
    const g = given('mrk');
    const KeyId = importedKey(g, bytes(1), { MultiRegion: true });
    g.ask('ReplicateKey', { KeyId, ReplicaRegion: region });
    g.wait(60_000);
    const replica = KeyId.replace('ap-northeast-1', region);
    expect(stateOf(g, replica)).toBe('PendingImport');
    const there = (fill: number) => importing(g, replica, bytes(fill), { region });
    expect(g.refuse('ImportKeyMaterial', { ...there(1), ImportType: 'NEW_KEY_MATERIAL' }, { region })).toEqual({
      __type: 'UnsupportedOperationException',
      message: `${replica} is not a multi-region primary key.`,
    });
    g.ask('ImportKeyMaterial', there(1), { region });
    expect(stateOf(g, replica)).toBe('Enabled');

    const { KeyMaterialId } = g.ask('ImportKeyMaterial', {
      ...importing(g, KeyId, bytes(2)),
      ImportType: 'NEW_KEY_MATERIAL',
    });
    const pending = 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION';
    expect(rotations(g, KeyId).at(-1)).toMatchObject({ KeyMaterialState: pending, ImportState: 'IMPORTED' });
    expect(rotations(g, replica, region).at(-1)).toMatchObject({
      KeyMaterialId,
      KeyMaterialState: pending,
      ImportState: 'PENDING_IMPORT',
    });
    expect(g.refuse('RotateKeyOnDemand', { KeyId }).__type).toBe('KMSInvalidStateException');

    g.ask('ImportKeyMaterial', there(2), { region });
    expect(rotations(g, KeyId).at(-1)).toMatchObject({ KeyMaterialState: 'PENDING_ROTATION' });
    g.ask('RotateKeyOnDemand', { KeyId });
    expect(metadata(g, KeyId).CurrentKeyMaterialId).toBe(KeyMaterialId);
    expect(metadata(g, replica, region).CurrentKeyMaterialId).toBe(KeyMaterialId);
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId, Plaintext });
    expect(g.ask('Decrypt', { CiphertextBlob }, { region }).Plaintext).toBe(Plaintext);
  });

  test('a pending material deleted at the primary is forgotten everywhere, at a replica awaited again', () => {
    const g = given('mrk pending');
    const KeyId = importedKey(g, bytes(1), { MultiRegion: true });
    g.ask('ReplicateKey', { KeyId, ReplicaRegion: region });
    g.wait(60_000);
    const replica = KeyId.replace('ap-northeast-1', region);
    const fresh = { ...importing(g, KeyId, bytes(2)), ImportType: 'NEW_KEY_MATERIAL' };
    const { KeyMaterialId } = g.ask('ImportKeyMaterial', fresh);
    g.ask('ImportKeyMaterial', importing(g, replica, bytes(2), { region }), { region });
    g.ask('DeleteImportedKeyMaterial', { KeyId: replica, KeyMaterialId }, { region });
    expect(rotations(g, KeyId).at(-1)?.KeyMaterialState).toBe('PENDING_MULTI_REGION_IMPORT_AND_ROTATION');
    g.ask('DeleteImportedKeyMaterial', { KeyId, KeyMaterialId });
    expect(rotations(g, KeyId)).toHaveLength(1);
    expect(rotations(g, replica, region)).toHaveLength(1);
  });
});

describe('DeleteImportedKeyMaterial', () => {
  test('leaves a key that is pending deletion as it is, and refuses other origins', () => {
    const g = given('delete');
    const KeyId = importedKey(g, bytes(1));
    g.ask('ScheduleKeyDeletion', { KeyId });
    g.ask('DeleteImportedKeyMaterial', { KeyId });
    expect(stateOf(g, KeyId)).toBe('PendingDeletion');
    const own = g.key();
    expect(g.refuse('DeleteImportedKeyMaterial', { KeyId: own })).toEqual({
      __type: 'UnsupportedOperationException',
      message: `${own} origin is AWS_KMS which is not valid for this operation.`,
    });
  });

  test('succeeds where nothing was ever imported', () => {
    const g = given('nothing');
    const KeyId = external(g);
    expect(g.ask('DeleteImportedKeyMaterial', { KeyId })).toEqual({ KeyId });
  });
});
