/**
 * The Encryption SDK's keyring over a simulated KMS. Each data key is one ordinary command to a world, so it is authorised,
 * logged and refused like any other call; whoever owns the world gives the command and keeps what becomes of it.
 *
 * As in AWS's keyrings, every call names its key, and goes to the Region of that key's ARN.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/use-kms-keyring.html
 */
import { parseKmsArn } from '../kms/arn.ts';
import { mustBytes, toBase64 } from '../kms/crypto/bytes.ts';
import type { ApiCall, ApiEntry } from '../kms/index.ts';
import { type DecryptDataKey, type EncryptedDataKey, type EncryptKeyring, KMS_PROVIDER } from './data-key.ts';
import type { EncryptionContext } from './encryption-context.ts';
import type { DataKeyError } from './refusal.ts';

/** Gives one call to the world and returns its entry. */
export type AskKms = (command: ApiCall) => ApiEntry;

export interface SimulatedKeyringOptions {
  /** Key that generates the data key: any of the four ways to name one. */
  readonly generatorKeyId: string;
  /** Further keys under which the same data key is encrypted. */
  readonly keyIds?: readonly string[];
  /** Principal that asks; the world's own caller if absent. */
  readonly as?: string;
}

interface DataKeyOutput {
  readonly KeyId: string;
  readonly CiphertextBlob: string;
}

const ask = <Output>(
  askKms: AskKms,
  operation: 'GenerateDataKey' | 'Encrypt' | 'Decrypt',
  input: { readonly KeyId: string; readonly EncryptionContext: EncryptionContext } & Readonly<Record<string, unknown>>,
  as: string | undefined,
): Output | DataKeyError => {
  const region = parseKmsArn(input.KeyId)?.Region;
  const { output, error } = askKms({
    operation,
    input,
    ...(as !== undefined && { as }),
    ...(region !== undefined && { region }),
  });
  return error ? { error: { __type: error.__type, message: error.message ?? '' } } : (output as Output);
};

const isError = (answer: object): answer is DataKeyError => 'error' in answer;

/** The info is the ARN that KMS answered with, whatever the key was called in the request. */
const encryptedDataKey = ({ KeyId, CiphertextBlob }: DataKeyOutput): EncryptedDataKey => ({
  providerId: KMS_PROVIDER,
  providerInfo: KeyId,
  ciphertext: mustBytes(CiphertextBlob),
});

/** A message costs one GenerateDataKey, and one Encrypt for each further key. */
export const simulatedKeyring = (
  askKms: AskKms,
  { generatorKeyId, keyIds = [], as }: SimulatedKeyringOptions,
): EncryptKeyring => ({
  generateDataKey: (EncryptionContext, NumberOfBytes) => {
    const input = { KeyId: generatorKeyId, NumberOfBytes, EncryptionContext };
    const made = ask<DataKeyOutput & { readonly Plaintext: string }>(askKms, 'GenerateDataKey', input, as);
    return isError(made) ? made : { plaintext: mustBytes(made.Plaintext), encryptedDataKey: encryptedDataKey(made) };
  },
  alsoEncryptDataKey: keyIds.map((KeyId) => (plaintext, EncryptionContext) => {
    const input = { KeyId, Plaintext: toBase64(plaintext), EncryptionContext };
    const made = ask<DataKeyOutput>(askKms, 'Encrypt', input, as);
    return isError(made) ? made : encryptedDataKey(made);
  }),
});

/**
 * Decrypt for each encrypted data key that KMS made; one of another provider is passed over without a call.
 * @param as principal that asks; the world's own caller if absent
 */
export const simulatedDecrypt =
  (askKms: AskKms, { as }: { readonly as?: string | undefined } = {}): DecryptDataKey =>
  ({ providerId, providerInfo, ciphertext }, EncryptionContext) => {
    if (providerId !== KMS_PROVIDER)
      return { error: { __type: 'OtherKeyProvider', message: `"${providerId}" is not ${KMS_PROVIDER}` } };
    const input = { KeyId: providerInfo, CiphertextBlob: toBase64(ciphertext), EncryptionContext };
    const opened = ask<{ readonly Plaintext: string }>(askKms, 'Decrypt', input, as);
    return isError(opened) ? opened : mustBytes(opened.Plaintext);
  };
