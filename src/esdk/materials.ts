/**
 * What a message is made with, before any of it is written: the suite, the context, the data key, the signing key. Like
 * AWS's default cryptographic materials manager, and what the caching one (`caching-cmm.ts`) keeps.
 * Source: https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/concepts.html#crypt-materials-manager
 */

import { utf8 } from './bytes.ts';
import type { DecryptDataKey, EncryptedDataKey, EncryptKeyring, Entropy } from './data-key.ts';
import { contextProblem, type EncryptionContext, PUBLIC_KEY } from './encryption-context.ts';
import { type DataKeyError, type Refused, refused } from './refusal.ts';
import { newSigningKey } from './signature.ts';
import { DEFAULT_SUITE, type SuiteId, suiteOf } from './suites.ts';

export interface EncryptionMaterialsRequest {
  /** Default 0x0578. */
  readonly suite?: SuiteId;
  readonly encryptionContext: EncryptionContext;
  /** Bytes that will be encrypted, if known beforehand; only the caching manager asks. */
  readonly plaintextLength?: number;
}

export interface EncryptionMaterials {
  readonly suite: SuiteId;
  /** The user's context, and `aws-crypto-public-key` if the suite signs. */
  readonly encryptionContext: EncryptionContext;
  readonly plaintextDataKey: Uint8Array;
  readonly encryptedDataKeys: readonly EncryptedDataKey[];
  readonly signingKey?: Uint8Array;
}

export interface DecryptionMaterialsRequest {
  readonly suite: SuiteId;
  readonly encryptionContext: EncryptionContext;
  readonly encryptedDataKeys: readonly EncryptedDataKey[];
}

export interface DecryptionMaterials {
  readonly suite: SuiteId;
  readonly encryptionContext: EncryptionContext;
  readonly plaintextDataKey: Uint8Array;
  /** As in the context, if the suite signs. */
  readonly verificationKey?: string;
}

export type GetEncryptionMaterials = (request: EncryptionMaterialsRequest) => EncryptionMaterials | Refused;
export type DecryptMaterials = (request: DecryptionMaterialsRequest) => DecryptionMaterials | Refused;

const isError = (answer: object): answer is DataKeyError => 'error' in answer;

const fits = ({ providerId, providerInfo, providerInfoBytes, ciphertext }: EncryptedDataKey): boolean =>
  [utf8(providerId), providerInfoBytes ?? utf8(providerInfo), ciphertext].every(({ length }) => length <= 0xffff);

/** Asks the keyring for one new data key, however often the message is going to be read. */
export const getEncryptionMaterials = (
  { suite: id = DEFAULT_SUITE, encryptionContext: given }: EncryptionMaterialsRequest,
  { generateDataKey, alsoEncryptDataKey = [] }: EncryptKeyring,
  entropy: Entropy,
): EncryptionMaterials | Refused => {
  if (Object.hasOwn(given, PUBLIC_KEY)) return refused('contextKeyReserved');
  const suite = suiteOf(id);
  const pair = suite.signature && newSigningKey(suite.signature, entropy);
  const encryptionContext = pair ? { ...given, [PUBLIC_KEY]: pair.publicKey } : given;
  const problem = contextProblem(encryptionContext);
  if (problem) return problem;

  const generated = generateDataKey(encryptionContext, suite.keyLength);
  if (isError(generated)) return { refusal: { reason: 'dataKeyNotGenerated', dataKeyErrors: [generated] } };
  if (generated.plaintext.length !== suite.keyLength) return refused('dataKeyWrongLength');
  const encryptedDataKeys = [generated.encryptedDataKey];
  for (const encrypt of alsoEncryptDataKey) {
    const encrypted = encrypt(generated.plaintext, encryptionContext);
    if (isError(encrypted)) return { refusal: { reason: 'dataKeyNotEncrypted', dataKeyErrors: [encrypted] } };
    encryptedDataKeys.push(encrypted);
  }
  if (!encryptedDataKeys.every(fits)) return refused('dataKeyFieldTooLong');
  return {
    suite: id,
    encryptionContext,
    plaintextDataKey: generated.plaintext,
    encryptedDataKeys,
    ...(pair ? { signingKey: pair.signingKey } : {}),
  };
};

/** @returns why the context and the suite disagree about a signature, or undefined */
export const signatureProblem = ({ suite, encryptionContext }: DecryptionMaterialsRequest): Refused | undefined => {
  const hasKey = Object.hasOwn(encryptionContext, PUBLIC_KEY);
  if (suiteOf(suite).signature) return hasKey ? undefined : refused('publicKeyMissing');
  return hasKey ? refused('publicKeyUnexpected') : undefined;
};

/** Tries the encrypted data keys in their order; the first that opens is the one. */
export const decryptMaterials = (
  request: DecryptionMaterialsRequest,
  decryptDataKey: DecryptDataKey,
): DecryptionMaterials | Refused => {
  const { suite, encryptionContext, encryptedDataKeys } = request;
  const problem = signatureProblem(request);
  if (problem) return problem;
  const dataKeyErrors: DataKeyError[] = [];
  for (const encryptedDataKey of encryptedDataKeys) {
    const plaintextDataKey = decryptDataKey(encryptedDataKey, encryptionContext);
    if (isError(plaintextDataKey)) {
      dataKeyErrors.push(plaintextDataKey);
      continue;
    }
    if (plaintextDataKey.length !== suiteOf(suite).keyLength) return refused('dataKeyWrongLength');
    return decryptionMaterials(request, plaintextDataKey);
  }
  return { refusal: { reason: 'dataKeyNotDecrypted', dataKeyErrors } };
};

/** The materials of a request whose data key is known already. */
export const decryptionMaterials = (
  { suite, encryptionContext }: DecryptionMaterialsRequest,
  plaintextDataKey: Uint8Array,
): DecryptionMaterials => {
  const verificationKey = suiteOf(suite).signature ? encryptionContext[PUBLIC_KEY] : undefined;
  return { suite, encryptionContext, plaintextDataKey, ...(verificationKey === undefined ? {} : { verificationKey }) };
};
