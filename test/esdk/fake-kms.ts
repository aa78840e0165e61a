/**
 * A KMS that lives in one object: real AES-GCM under one key for each ARN, the context as AAD, every call counted.
 * Shaped like the aggregated `KMS` class of @aws-sdk/client-kms, which is what the official keyring wants of a client.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { DataKeyError, DecryptDataKey, EncryptedDataKey, EncryptKeyring } from '../../src/esdk/index.ts';

type Context = Readonly<Record<string, string>>;

const aad = (context: Context = {}) =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))));
const keyOf = (arn: string) => createHash('sha256').update(`wrapping key of ${arn}`).digest();

export const ARN_A = 'arn:aws:kms:ap-northeast-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
export const ARN_B = 'arn:aws:kms:us-east-1:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321';

export class FakeKms {
  readonly config = { region: 'ap-northeast-1' };
  readonly calls: string[] = [];
  readonly disabled = new Set<string>();
  /** Rest of the contexts that came with the calls, newest last. */
  readonly contexts: Context[] = [];

  #note(call: string, KeyId: string, context: Context = {}) {
    this.calls.push(call);
    this.contexts.push(context);
    if (this.disabled.has(KeyId))
      throw Object.assign(new Error(`${KeyId} is disabled.`), { name: 'DisabledException' });
  }

  #wrap(KeyId: string, plaintext: Uint8Array, context?: Context) {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keyOf(KeyId), iv).setAAD(aad(context));
    const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed]));
  }

  // The SDK's methods are asynchronous; the same work without a promise serves our side.
  generateDataKeySync(input: { KeyId: string; NumberOfBytes: number; EncryptionContext?: Context }) {
    this.#note('GenerateDataKey', input.KeyId, input.EncryptionContext);
    const Plaintext = new Uint8Array(randomBytes(input.NumberOfBytes));
    return {
      KeyId: input.KeyId,
      Plaintext,
      CiphertextBlob: this.#wrap(input.KeyId, Plaintext, input.EncryptionContext),
    };
  }

  encryptSync(input: { KeyId: string; Plaintext: Uint8Array; EncryptionContext?: Context }) {
    this.#note('Encrypt', input.KeyId, input.EncryptionContext);
    return { KeyId: input.KeyId, CiphertextBlob: this.#wrap(input.KeyId, input.Plaintext, input.EncryptionContext) };
  }

  decryptSync(input: { KeyId: string; CiphertextBlob: Uint8Array; EncryptionContext?: Context }) {
    this.#note('Decrypt', input.KeyId, input.EncryptionContext);
    try {
      const blob = Buffer.from(input.CiphertextBlob);
      const decipher = createDecipheriv('aes-256-gcm', keyOf(input.KeyId), blob.subarray(0, 12))
        .setAAD(aad(input.EncryptionContext))
        .setAuthTag(blob.subarray(12, 28));
      const Plaintext = new Uint8Array(Buffer.concat([decipher.update(blob.subarray(28)), decipher.final()]));
      return { KeyId: input.KeyId, Plaintext };
    } catch {
      throw Object.assign(new Error('null'), { name: 'InvalidCiphertextException' });
    }
  }

  async generateDataKey(input: { KeyId: string; NumberOfBytes: number; EncryptionContext?: Context }) {
    return this.generateDataKeySync(input);
  }

  async encrypt(input: { KeyId: string; Plaintext: Uint8Array; EncryptionContext?: Context }) {
    return this.encryptSync(input);
  }

  async decrypt(input: { KeyId: string; CiphertextBlob: Uint8Array; EncryptionContext?: Context }) {
    return this.decryptSync(input);
  }
}

const returned = <T>(work: () => T): T | DataKeyError => {
  try {
    return work();
  } catch (error) {
    const { name, message } = error as Error;
    return { error: { __type: name, message } };
  }
};

const kmsDataKey = (providerInfo: string, ciphertext: Uint8Array): EncryptedDataKey => ({
  providerId: 'aws-kms',
  providerInfo,
  ciphertext,
});

/** The fake as our functions want it. */
export const keyringOf = (kms: FakeKms, generator = ARN_A, others: readonly string[] = []): EncryptKeyring => ({
  generateDataKey: (EncryptionContext, NumberOfBytes) =>
    returned(() => {
      const made = kms.generateDataKeySync({ KeyId: generator, NumberOfBytes, EncryptionContext });
      return { plaintext: made.Plaintext, encryptedDataKey: kmsDataKey(made.KeyId, made.CiphertextBlob) };
    }),
  alsoEncryptDataKey: others.map((KeyId) => (Plaintext, EncryptionContext) => {
    return returned(() => kmsDataKey(KeyId, kms.encryptSync({ KeyId, Plaintext, EncryptionContext }).CiphertextBlob));
  }),
});

export const decryptWith =
  (kms: FakeKms): DecryptDataKey =>
  ({ providerId, providerInfo, ciphertext }, EncryptionContext) =>
    returned(() => {
      if (providerId !== 'aws-kms') throw new Error('not a KMS data key');
      return kms.decryptSync({ KeyId: providerInfo, CiphertextBlob: ciphertext, EncryptionContext }).Plaintext;
    });

/** Repeatable entropy: SHA-256 in counter mode over a seed. */
export const seeded = (seed: string) => {
  let calls = 0;
  return (length: number): Uint8Array => {
    const call = calls++;
    const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
      createHash('sha256').update(`${seed}/${call}/${block}`).digest(),
    );
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
  };
};
