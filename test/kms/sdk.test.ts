import * as sdk from '@aws-sdk/client-kms';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ApiCall, Command } from '../../src/kms/command.ts';
import { SIMULATED_CLOUDHSM_CONNECTING } from '../../src/kms/durations.ts';
import type { ApiEntry } from '../../src/kms/entry.ts';
import { httpStatus } from '../../src/kms/errors.ts';
import { call } from '../../src/kms/full.ts';
import { OPERATION_FACTS } from '../../src/kms/model/index.ts';
import { needsRsaKey } from '../../src/kms/needs.ts';
import { OPERATION_NAMES, type OperationName } from '../../src/kms/vocabulary.ts';
import { bigBang, type World } from '../../src/kms/world.ts';
import { wrap } from './importing.ts';
import { rsaKey } from './rsaKeys.ts';

/**
 * The official SDK, its network replaced by the model: what the SDK writes the model must read, and what the model
 * answers the SDK must parse, errors too.
 */
interface Wire {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

class Kms {
  world: World = bigBang('sdk');
  readonly called = new Set<string>();
  readonly entries: ApiEntry[] = [];

  tell(command: Command): void {
    this.world = call(this.world, command).world;
  }

  answer(
    { headers, body }: Wire,
    region: string,
  ): { statusCode: number; headers: Record<string, string>; body: string } {
    const operation = headers['x-amz-target']?.replace('TrentService.', '') as OperationName;
    const request: ApiCall = {
      operation,
      input: JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)),
      region,
    };
    const spec = needsRsaKey(request);
    const answer = call(this.world, spec ? { ...request, rsaPrivateKey: rsaKey(spec).rsaPrivateKey } : request);
    const { world } = answer;
    const entry = answer.entry as ApiEntry;
    this.world = world;
    this.called.add(operation);
    this.entries.push(entry);
    return {
      statusCode: entry.error ? httpStatus(entry.error.__type) : 200,
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': entry.requestId },
      body: JSON.stringify(entry.error ?? entry.output),
    };
  }

  client(region = 'ap-northeast-1'): sdk.KMSClient {
    return new sdk.KMSClient({
      region,
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
      maxAttempts: 1,
      requestHandler: {
        handle: async (request: Wire) => {
          const { body, ...rest } = this.answer(request, region);
          return { response: { ...rest, body: new TextEncoder().encode(body) } as never };
        },
      } as never,
    });
  }
}

const kms = new Kms();
const client = kms.client();

type Output = Record<string, unknown>;

/** Sends one command by its name. */
const send = async (operation: OperationName, input: object = {}, to = client): Promise<Output> => {
  const Command = (sdk as unknown as Record<string, new (input: object) => never>)[`${operation}Command`];
  if (!Command) throw new Error(`the SDK has no ${operation}`);
  const { $metadata, ...output } = (await to.send(new Command(input))) as {
    readonly $metadata: { readonly requestId?: string };
  };
  expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  return output;
};

const bytes = (text: string) => new TextEncoder().encode(text);
const keyMade = async (input: object = {}, to = client): Promise<string> =>
  ((await send('CreateKey', input, to)).KeyMetadata as { readonly Arn: string }).Arn;

describe('the AWS SDK for JavaScript against the model', () => {
  let KeyId = '';
  beforeAll(async () => {
    KeyId = await keyMade({ Description: 'made by the SDK' });
  });

  test('keys: metadata arrive typed, dates as Date', async () => {
    const { KeyMetadata } = (await send('DescribeKey', { KeyId })) as unknown as { KeyMetadata: sdk.KeyMetadata };
    expect(KeyMetadata).toMatchObject({ Description: 'made by the SDK', KeyState: 'Enabled', Enabled: true });
    expect(KeyMetadata.CreationDate).toEqual(new Date(kms.world.now));
    await send('UpdateKeyDescription', { KeyId, Description: 'renamed' });
    expect(((await send('ListKeys')).Keys as unknown[]).length).toBe(1);
    await send('DisableKey', { KeyId });
    await send('EnableKey', { KeyId });
    await send('TagResource', { KeyId, Tags: [{ TagKey: 'a', TagValue: 'b' }] });
    expect((await send('ListResourceTags', { KeyId })).Tags).toEqual([{ TagKey: 'a', TagValue: 'b' }]);
    await send('UntagResource', { KeyId, TagKeys: ['a'] });
    const { Policy } = await send('GetKeyPolicy', { KeyId });
    await send('PutKeyPolicy', { KeyId, Policy });
    expect((await send('ListKeyPolicies', { KeyId })).PolicyNames).toEqual(['default']);
    const scheduled = await send('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    expect(scheduled.DeletionDate).toBeInstanceOf(Date);
    await send('CancelKeyDeletion', { KeyId });
    await send('EnableKey', { KeyId });
  });

  test('aliases', async () => {
    await send('CreateAlias', { AliasName: 'alias/sdk', TargetKeyId: KeyId });
    await send('UpdateAlias', { AliasName: 'alias/sdk', TargetKeyId: await keyMade() });
    expect((await send('ListAliases')).Aliases).toEqual(
      expect.arrayContaining([expect.objectContaining({ AliasName: 'alias/sdk' })]),
    );
    await send('DeleteAlias', { AliasName: 'alias/sdk' });
  });

  test('encryption: bytes arrive as Uint8Array', async () => {
    const { CiphertextBlob } = await send('Encrypt', {
      KeyId,
      Plaintext: bytes('secret'),
      EncryptionContext: { a: 'b' },
    });
    expect(CiphertextBlob).toBeInstanceOf(Uint8Array);
    const decrypted = await send('Decrypt', { CiphertextBlob, EncryptionContext: { a: 'b' } });
    expect(new TextDecoder().decode(decrypted.Plaintext as Uint8Array)).toBe('secret');
    await send('ReEncrypt', { CiphertextBlob, SourceEncryptionContext: { a: 'b' }, DestinationKeyId: KeyId });
    const { Plaintext } = await send('GenerateDataKey', { KeyId, KeySpec: 'AES_256' });
    expect(Plaintext).toHaveLength(32);
    await send('GenerateDataKeyWithoutPlaintext', { KeyId, NumberOfBytes: 64 });
    await send('GenerateDataKeyPair', { KeyId, KeyPairSpec: 'ECC_NIST_P256' });
    await send('GenerateDataKeyPairWithoutPlaintext', { KeyId, KeyPairSpec: 'RSA_2048' });
    expect((await send('GenerateRandom', { NumberOfBytes: 8 })).Plaintext).toHaveLength(8);
    await send('GetKeyLastUsage', { KeyId });
  });

  test('key pairs and MACs', async () => {
    const signer = await keyMade({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    const Message = bytes('a message');
    const request = { KeyId: signer, Message, SigningAlgorithm: 'ECDSA_SHA_256' };
    const { Signature } = await send('Sign', request);
    expect((await send('Verify', { ...request, Signature })).SignatureValid).toBe(true);
    await expect(send('Verify', { ...request, Message: bytes('another'), Signature })).rejects.toBeInstanceOf(
      sdk.KMSInvalidSignatureException,
    );
    const agreeing = { KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' };
    const { PublicKey } = await send('GetPublicKey', { KeyId: await keyMade(agreeing) });
    await send('DeriveSharedSecret', { KeyId: await keyMade(agreeing), KeyAgreementAlgorithm: 'ECDH', PublicKey });
    const kem = { KeyId: await keyMade({ KeySpec: 'ML_KEM_768', KeyUsage: 'ENCAPSULATE_DECAPSULATE' }) };
    const made = await send('Encapsulate', { ...kem, EncapsulationAlgorithm: 'ML_KEM' });
    const { SharedSecretCiphertextBlob, SharedSecret } = made;
    const opened = await send('Decapsulate', { ...kem, EncapsulationAlgorithm: 'ML_KEM', SharedSecretCiphertextBlob });
    expect(opened.SharedSecret).toEqual(SharedSecret);
    const hmac = { KeyId: await keyMade({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }) };
    const { Mac } = await send('GenerateMac', { ...hmac, Message, MacAlgorithm: 'HMAC_SHA_256' });
    await send('VerifyMac', { ...hmac, Message, Mac, MacAlgorithm: 'HMAC_SHA_256' });
  });

  test('rotation', async () => {
    const rotating = await keyMade();
    await send('EnableKeyRotation', { KeyId: rotating, RotationPeriodInDays: 90 });
    expect((await send('GetKeyRotationStatus', { KeyId: rotating })).NextRotationDate).toBeInstanceOf(Date);
    await send('RotateKeyOnDemand', { KeyId: rotating });
    expect(((await send('ListKeyRotations', { KeyId: rotating })).Rotations as unknown[]).length).toBe(1);
    await send('DisableKeyRotation', { KeyId: rotating });
  });

  test('grants', async () => {
    const grantee = { GranteePrincipal: 'arn:aws:iam::111122223333:role/App', Operations: ['Encrypt'] };
    const RetiringPrincipal = 'arn:aws:iam::111122223333:role/Admin';
    const app = Object.values(kms.world.principals).find(({ name }) => name === 'app');
    const admin = Object.values(kms.world.principals).find(({ name }) => name === 'admin');
    const request = {
      KeyId,
      ...grantee,
      GranteePrincipal: app?.Arn ?? grantee.GranteePrincipal,
      RetiringPrincipal: admin?.Arn ?? RetiringPrincipal,
    };
    const first = await send('CreateGrant', request);
    await send('RetireGrant', { GrantToken: first.GrantToken });
    const second = await send('CreateGrant', { ...request, Name: 'second' });
    expect(((await send('ListGrants', { KeyId })).Grants as unknown[]).length).toBe(1);
    await send('ListRetirableGrants', { RetiringPrincipal: request.RetiringPrincipal });
    await send('RevokeGrant', { KeyId, GrantId: second.GrantId });
  });

  test('import', async () => {
    const imported = await keyMade({ Origin: 'EXTERNAL' });
    const wrapping = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' };
    const answer = await send('GetParametersForImport', { KeyId: imported, ...wrapping });
    expect(answer.ParametersValidTo).toBeInstanceOf(Date);
    const ImportToken = answer.ImportToken as Uint8Array;
    const PublicKey = Buffer.from(answer.PublicKey as Uint8Array).toString('base64');
    const material = wrap(new Uint8Array(32).fill(1), { ImportToken: '', PublicKey });
    await send('ImportKeyMaterial', {
      KeyId: imported,
      ImportToken,
      EncryptedKeyMaterial: Buffer.from(material, 'base64'),
      ExpirationModel: 'KEY_MATERIAL_EXPIRES',
      ValidTo: new Date(kms.world.now + 86_400_000),
    });
    const { KeyMetadata } = (await send('DescribeKey', { KeyId: imported })) as { KeyMetadata: sdk.KeyMetadata };
    expect(KeyMetadata.ValidTo).toEqual(new Date(kms.world.now + 86_400_000));
    await send('DeleteImportedKeyMaterial', { KeyId: imported });
  });

  test('multi-Region keys', async () => {
    const primary = await keyMade({ MultiRegion: true });
    await send('ReplicateKey', { KeyId: primary, ReplicaRegion: 'eu-west-1' });
    kms.tell({ clock: { by: 60_000 } });
    await send('UpdatePrimaryRegion', { KeyId: primary, PrimaryRegion: 'eu-west-1' });
    kms.tell({ clock: { by: 60_000 } });
    const there = primary.replace('ap-northeast-1', 'eu-west-1');
    const { KeyMetadata } = (await send('DescribeKey', { KeyId: there }, kms.client('eu-west-1'))) as {
      KeyMetadata: sdk.KeyMetadata;
    };
    expect(KeyMetadata.MultiRegionConfiguration?.MultiRegionKeyType).toBe('PRIMARY');
  });

  test('custom key stores', async () => {
    const id = 'cluster-2a23b4cdefg';
    const TrustAnchorCertificate = 'certificate';
    const KeyStorePassword = 'kmsPswd123';
    kms.tell({
      stage: {
        putBackend: {
          kind: 'CloudHsmCluster',
          id,
          active: true,
          hsmZones: ['a', 'c'],
          kmsuserPassword: KeyStorePassword,
          trustAnchorCertificate: TrustAnchorCertificate,
        },
      },
    });
    const made = await send('CreateCustomKeyStore', {
      CustomKeyStoreName: 'hsm',
      CloudHsmClusterId: id,
      TrustAnchorCertificate,
      KeyStorePassword,
    });
    const { CustomKeyStoreId } = made;
    await send('UpdateCustomKeyStore', { CustomKeyStoreId, NewCustomKeyStoreName: 'renamed' });
    await send('ConnectCustomKeyStore', { CustomKeyStoreId });
    kms.tell({ clock: { by: SIMULATED_CLOUDHSM_CONNECTING } });
    const { CustomKeyStores } = (await send('DescribeCustomKeyStores')) as {
      CustomKeyStores: sdk.CustomKeyStoresListEntry[];
    };
    expect(CustomKeyStores[0]).toMatchObject({ ConnectionState: 'CONNECTED', CustomKeyStoreName: 'renamed' });
    await send('DisconnectCustomKeyStore', { CustomKeyStoreId });
    kms.tell({ clock: { by: 3_600_000 } });
    await send('DeleteCustomKeyStore', { CustomKeyStoreId });
  });

  test('an error arrives as its own class, with its text and status', async () => {
    const missing = '134f2428-cec1-4b25-a1ae-9048164dba47';
    const error = await send('DescribeKey', { KeyId: missing }).catch((error) => error);
    expect(error).toBeInstanceOf(sdk.NotFoundException);
    expect(error.message).toBe(`Key 'arn:aws:kms:ap-northeast-1:111122223333:key/${missing}' does not exist`);
    expect(error.$metadata.httpStatusCode).toBe(400);
    await expect(send('Decrypt', { CiphertextBlob: bytes('nothing') })).rejects.toBeInstanceOf(
      sdk.InvalidCiphertextException,
    );
  });

  test('every operation was called, and answered with no member but its own', () => {
    expect(OPERATION_NAMES.filter((name) => !kms.called.has(name))).toEqual([]);
    for (const { command, output } of kms.entries) {
      const known: readonly string[] = OPERATION_FACTS[command.operation].responseFields;
      expect(Object.keys(output ?? {}).filter((member) => !known.includes(member))).toEqual([]);
    }
  });
});
