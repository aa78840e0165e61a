/** One stretch of bytes of a message, with a code for its name and one for its explanation (words: `messages.ts`). */
import type { SuiteId } from './suites.ts';

export type FieldName =
  | 'version'
  | 'type'
  | 'suiteId'
  | 'messageId'
  | 'contextLength'
  | 'contextPairCount'
  | 'contextKeyLength'
  | 'contextKey'
  | 'contextValueLength'
  | 'contextValue'
  | 'dataKeyCount'
  | 'providerIdLength'
  | 'providerId'
  | 'providerInfoLength'
  | 'providerInfo'
  | 'dataKeyLength'
  | 'dataKey'
  | 'contentType'
  | 'reserved'
  | 'ivLength'
  | 'frameLength'
  | 'commitment'
  | 'headerIv'
  | 'headerTag'
  | 'finalFrameMark'
  | 'sequenceNumber'
  | 'frameIv'
  | 'contentLength'
  | 'content'
  | 'frameTag'
  | 'signatureLength'
  | 'signature'
  | 'unread';

/** The names themselves, and a closer word where the same field means something more. */
export type ExplanationCode =
  | FieldName
  | 'publicKeyValue'
  | 'kmsKeyArn'
  | 'kmsDataKey'
  | 'finalContent'
  | 'unframedContent';

export type FieldValue =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'suite'; readonly suite: SuiteId }
  /** Nothing to say beyond the bytes, which are message.subarray(start, end). */
  | { readonly kind: 'bytes' };

export interface Field {
  /** Place in the tree, such as `header.encryptedDataKeys.0.providerId` or `body.frames.2.iv`. */
  readonly path: string;
  /** First byte, from 0. */
  readonly start: number;
  /** One past the last byte; always greater than start: a field without bytes is not listed. */
  readonly end: number;
  readonly name: FieldName;
  readonly value: FieldValue;
  readonly explanation: ExplanationCode;
}
