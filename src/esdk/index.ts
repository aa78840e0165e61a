/**
 * The AWS Encryption SDK: its message format, both ways, byte by byte, and its data key cache. Pure and synchronous;
 * files too big for that go through `edge/`, which has effects and is imported by its own paths.
 */

export { decryptThroughCache, encryptThroughCache, type ThroughCache } from './cached-messages.ts';
export {
  type Cached,
  type CacheOutcome,
  type CacheVerdict,
  type CachingManager,
  type CachingManagerOptions,
  type CachingManagerProblem,
  cachedDecryptionMaterials,
  cachedEncryptionMaterials,
  cachingManager,
  type NotKept,
} from './caching-cmm.ts';
export type {
  DecryptDataKey,
  EncryptDataKey,
  EncryptedDataKey,
  EncryptKeyring,
  Entropy,
  GenerateDataKey,
  GeneratedDataKey,
} from './data-key.ts';
export { KMS_PROVIDER } from './data-key.ts';
export { decryptMessage } from './decrypt-message.ts';
export { type EncryptRequest, encryptMessage } from './encrypt-message.ts';
export { contextProblem, type EncryptionContext, PUBLIC_KEY } from './encryption-context.ts';
export { type ExplainedMessage, explainMessage } from './explain-message.ts';
export type { ExplanationCode, Field, FieldName, FieldValue } from './field.ts';
export { type CacheEntry, emptyCache, type LocalCache, sweep } from './local-cache.ts';
export {
  type DecryptionMaterials,
  type DecryptionMaterialsRequest,
  type DecryptMaterials,
  decryptMaterials,
  type EncryptionMaterials,
  type EncryptionMaterialsRequest,
  type GetEncryptionMaterials,
  getEncryptionMaterials,
} from './materials.ts';
export {
  cacheVerdictWords,
  cachingManagerWords,
  fieldExplanations,
  fieldNames,
  notKeptWords,
  refusalWords,
  type Words,
} from './messages.ts';
export { type OpenedMessage, type OpenLimits, openMessage } from './open-message.ts';
export { OPENING_STEPS, type OpeningStep, stepOf, stepsOf } from './opening-steps.ts';
export type { MessageHeader } from './read-header.ts';
export { type DataKeyError, isRefused, type Refusal, type RefusalReason, type Refused } from './refusal.ts';
export { DEFAULT_FRAME_LENGTH, type MessageShape, messageIdLength, sealMessage } from './seal-message.ts';
export { type AskKms, type SimulatedKeyringOptions, simulatedDecrypt, simulatedKeyring } from './simulator.ts';
export { DEFAULT_SUITE, findSuite, type Suite, type SuiteId, suiteOf, suites } from './suites.ts';
