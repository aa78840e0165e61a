import { createPublicKey, verify } from 'node:crypto';
import { buildClient, CommitmentPolicy, getClient, KMS, KmsKeyringNode } from '@aws-crypto/client-node';
import {
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisabledException,
  DisableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetPublicKeyCommand,
  InvalidCiphertextException,
  KMSInvalidSignatureException,
  ListKeysCommand,
  NotFoundException,
  ScheduleKeyDeletionCommand,
  SignCommand,
  VerifyCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientOf, type Endpoint, startEndpoint } from './endpoint.ts';

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.stop());

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('@aws-sdk/client-kms over HTTP', () => {
  test('reads every kind of member: dates, blobs, lists, empty answers, request ids', async () => {
    const client = clientOf(endpoint);
    const { KeyMetadata, $metadata } = await client.send(new CreateKeyCommand({ Description: '給与' }));
    expect($metadata).toMatchObject({ httpStatusCode: 200, requestId: expect.stringMatching(/^[-0-9a-f]{36}$/) });
    expect(KeyMetadata?.CreationDate).toBeInstanceOf(Date);
    const KeyId = KeyMetadata?.KeyId;
    const EncryptionContext = { 部署: '経理', __proto__x: 'y' };
    const { CiphertextBlob } = await client.send(
      new EncryptCommand({ KeyId, Plaintext: new TextEncoder().encode('こんにちは'), EncryptionContext }),
    );
    const { Plaintext } = await client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
    expect(text(Plaintext)).toBe('こんにちは');
    expect((await client.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }))).Plaintext).toHaveLength(32);
    expect((await client.send(new DisableKeyCommand({ KeyId }))).$metadata.httpStatusCode).toBe(200);
    const { DeletionDate } = await client.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    expect(DeletionDate?.toISOString()).toBe('2026-04-08T00:00:00.000Z');
  });

  test('throws its own exceptions', async () => {
    const client = clientOf(endpoint);
    const KeyId = (await client.send(new CreateKeyCommand({}))).KeyMetadata?.KeyId;
    const Plaintext = Uint8Array.of(1);
    const { CiphertextBlob } = await client.send(
      new EncryptCommand({ KeyId, Plaintext, EncryptionContext: { a: 'b' } }),
    );
    await expect(client.send(new DecryptCommand({ CiphertextBlob }))).rejects.toBeInstanceOf(
      InvalidCiphertextException,
    );
    await client.send(new DisableKeyCommand({ KeyId }));
    await expect(client.send(new EncryptCommand({ KeyId, Plaintext }))).rejects.toBeInstanceOf(DisabledException);
    await expect(client.send(new DescribeKeyCommand({ KeyId: 'alias/none' }))).rejects.toBeInstanceOf(
      NotFoundException,
    );
    const { message } = await client
      .send(new EncryptCommand({ KeyId, Plaintext: new Uint8Array(4097) }))
      .catch((e) => e);
    expect(message).toBe(
      "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096",
    );
  });

  test('signs with a fresh RSA key, and OpenSSL agrees', async () => {
    const client = clientOf(endpoint);
    const { KeyMetadata } = await client.send(new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }));
    const KeyId = KeyMetadata?.KeyId;
    const Message = new TextEncoder().encode('message');
    const SigningAlgorithm = 'RSASSA_PKCS1_V1_5_SHA_256';
    const { Signature = new Uint8Array() } = await client.send(new SignCommand({ KeyId, Message, SigningAlgorithm }));
    const { PublicKey = new Uint8Array() } = await client.send(new GetPublicKeyCommand({ KeyId }));
    const publicKey = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
    expect(verify('sha256', Message, publicKey, Signature)).toBe(true);
    const wrong = Uint8Array.from(Signature, (byte, at) => (at === 9 ? byte ^ 1 : byte));
    await expect(
      client.send(new VerifyCommand({ KeyId, Message, SigningAlgorithm, Signature: wrong })),
    ).rejects.toBeInstanceOf(KMSInvalidSignatureException);
  });

  test('meets another Region behind the same address', async () => {
    await clientOf(endpoint, 'eu-central-1').send(new CreateKeyCommand({}));
    expect((await clientOf(endpoint, 'eu-central-1').send(new ListKeysCommand({}))).Keys).toHaveLength(1);
    expect((await clientOf(endpoint, 'eu-central-2').send(new ListKeysCommand({}))).Keys).toHaveLength(0);
  });
});

describe('@aws-crypto/client-node over HTTP', () => {
  test('encrypts and decrypts with data keys of the endpoint', async () => {
    const { KeyMetadata } = await clientOf(endpoint).send(new CreateKeyCommand({}));
    const clientProvider = getClient(KMS, {
      endpoint: endpoint.url,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const keyring = new KmsKeyringNode({ clientProvider, generatorKeyId: KeyMetadata?.Arn ?? '' });
    const sdk = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
    const { result } = await sdk.encrypt(keyring, 'envelope', { encryptionContext: { purpose: 'test' } });
    const { plaintext, messageHeader } = await sdk.decrypt(keyring, result);
    expect(plaintext.toString()).toBe('envelope');
    expect(messageHeader.encryptionContext).toMatchObject({ purpose: 'test' });
  });
});
