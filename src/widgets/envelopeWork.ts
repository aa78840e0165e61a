/** What the envelope stage does with bytes; loaded when the first data key is asked for. */

import {
  type AskKms,
  type DataKeyError,
  decryptMaterials,
  type EncryptionMaterials,
  explainMessage,
  type Field,
  fieldExplanations,
  fieldNames,
  getEncryptionMaterials,
  isRefused,
  messageIdLength,
  type OpeningStep,
  openMessage,
  refusalWords,
  type SuiteId,
  sealMessage,
  simulatedDecrypt,
  simulatedKeyring,
  stepOf,
  stepsOf,
  suiteOf,
} from '../esdk/index.ts';
import type { Locale } from '../i18n/locales.ts';
import { fromUtf8, utf8 } from '../kms/crypto/bytes.ts';
import { type ByteRange, blobRanges } from '../kms/crypto/ciphertext-blob.ts';
import { type Entropy, entropy } from '../kms/entropy.ts';
import type { World } from '../kms/index.ts';

/** Bytes for what the client draws itself, repeatable like the rest of the world. */
export const clientEntropy = (world: World, purpose: string): Entropy => entropy(world.seed, world.seq, { purpose });

export interface DataKeyRequest {
  readonly KeyId: string;
  readonly suite: SuiteId;
  readonly context: Readonly<Record<string, string>>;
  readonly as: string;
}

/** @returns the materials, or the error of KMS */
export const askForDataKey = (
  ask: AskKms,
  { KeyId, suite, context, as }: DataKeyRequest,
  random: Entropy,
): EncryptionMaterials | DataKeyError => {
  const keyring = simulatedKeyring(ask, { generatorKeyId: KeyId, as });
  const materials = getEncryptionMaterials({ suite, encryptionContext: context }, keyring, random);
  if (!isRefused(materials)) return materials;
  const { dataKeyErrors, reason } = materials.refusal;
  return dataKeyErrors?.[0] ?? { error: { __type: reason, message: '' } };
};

export const sealText = (text: string, materials: EncryptionMaterials, random: Entropy): Uint8Array => {
  const messageId = random(messageIdLength(suiteOf(materials.suite).messageVersion));
  const message = sealMessage(utf8(text), materials, { messageId });
  if (isRefused(message)) throw new Error(message.refusal.reason);
  return message;
};

/** Overwrites every secret that the client holds, in place. */
export const wipe = ({ plaintextDataKey, signingKey }: EncryptionMaterials): void => {
  plaintextDataKey.fill(0);
  signingKey?.fill(0);
};

/** The one frame's ciphertext in a message of ours. */
export const bodyOf = (message: Uint8Array): Uint8Array => {
  const { fields } = explainMessage(message);
  const { start, end } = fields.find(({ name }) => name === 'content') ?? { start: 0, end: 0 };
  return message.subarray(start, end);
};

export interface ShownField {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly group: 'frame' | 'context' | 'key' | 'cipher' | 'proof' | 'unread';
  readonly name: string;
  readonly explanation: string;
  readonly value?: string;
}

const groupOf = ({ path, name }: Field): ShownField['group'] => {
  if (name === 'unread') return 'unread';
  if (name === 'content') return 'cipher';
  if (name === 'frameTag' || name === 'headerTag' || name === 'commitment' || path.startsWith('footer')) return 'proof';
  if (path.startsWith('header.encryptionContext')) return 'context';
  return path.startsWith('header.encryptedDataKeys') ? 'key' : 'frame';
};

const textOf = ({ value }: Field): string | undefined => {
  switch (value.kind) {
    case 'number':
      return String(value.number);
    case 'text':
      return value.text;
    case 'suite':
      return suiteOf(value.suite).name;
    case 'bytes':
      return undefined;
  }
};

export const fieldsOf = (message: Uint8Array, locale: Locale): readonly ShownField[] =>
  explainMessage(message).fields.map((field) => {
    const value = textOf(field);
    return {
      key: field.path,
      start: field.start,
      end: field.end,
      group: groupOf(field),
      name: fieldNames[field.name][locale],
      explanation: fieldExplanations[field.explanation][locale],
      ...(value === undefined ? {} : { value }),
    };
  });

/** Where the CiphertextBlob of KMS lies in a message, and its fields at their places there; none if it is damaged. */
export const blobIn = (message: Uint8Array) => {
  const found = explainMessage(message).fields.find(({ name }) => name === 'dataKey');
  if (!found) return undefined;
  const shifted = (range: ByteRange) => ({ ...range, start: found.start + range.start, end: found.start + range.end });
  return blobRanges(message.subarray(found.start, found.end))?.map(shifted);
};

export interface Attempt {
  readonly steps: readonly OpeningStep[];
  readonly opened?: string;
  readonly stopped?: {
    readonly step: OpeningStep;
    readonly at: number;
    readonly why: string;
    readonly kms?: DataKeyError['error'];
  };
}

export interface OpeningRequest {
  /** Asks with this key instead of the one that the message names. */
  readonly KeyId: string | undefined;
  /** Asks with this context instead of the one that the message holds. */
  readonly context: Readonly<Record<string, string>> | undefined;
  readonly as: string;
}

/** Opens a message as the SDK does, and says how far it came. */
export const openEnvelope = (
  message: Uint8Array,
  ask: AskKms,
  { KeyId, context, as }: OpeningRequest,
  locale: Locale,
): Attempt => {
  const decrypt = simulatedDecrypt(ask, { as });
  const answer = openMessage(message, (request) =>
    decryptMaterials(request, (key, stored) =>
      decrypt(
        KeyId === undefined ? key : { ...key, providerInfo: KeyId },
        context ? { ...stored, ...context } : stored,
      ),
    ),
  );
  const explained = explainMessage(message);
  const steps = stepsOf(explained.header?.suite ?? { commitsToKey: true });
  if (!isRefused(answer)) return { steps, opened: fromUtf8(answer.plaintext) };
  const { refusal } = answer;
  const kms = refusal.dataKeyErrors?.[0]?.error;
  return {
    steps,
    stopped: {
      step: stepOf(refusal, explained),
      at: refusal.offset ?? 0,
      why: refusalWords[refusal.reason][locale],
      ...(kms ? { kms } : {}),
    },
  };
};
