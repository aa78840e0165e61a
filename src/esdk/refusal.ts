/** Why a message, a context or a request was turned down, and at which byte. Its words are in `messages.ts`. */

export type RefusalReason =
  // Writing
  | 'contextKeyReserved'
  | 'contextNotWellFormed'
  | 'contextTooLong'
  | 'frameLengthOutOfRange'
  | 'tooManyFrames'
  | 'contentTooLong'
  | 'dataKeyFieldTooLong'
  | 'dataKeyWrongLength'
  | 'dataKeyNotGenerated'
  | 'dataKeyNotEncrypted'
  // Reading the header
  | 'truncated'
  | 'base64'
  | 'versionUnknown'
  | 'typeUnknown'
  | 'suiteUnknown'
  | 'suiteOfOtherVersion'
  | 'contextMalformed'
  | 'contextKeyTwice'
  | 'textNotUtf8'
  | 'noEncryptedDataKey'
  | 'tooManyEncryptedDataKeys'
  | 'contentTypeUnknown'
  | 'reservedNotZero'
  | 'ivLengthWrong'
  | 'frameLengthWrong'
  | 'headerTooLong'
  // Opening it
  | 'dataKeyNotDecrypted'
  | 'commitmentMismatch'
  | 'headerTagMismatch'
  | 'publicKeyMissing'
  | 'publicKeyUnexpected'
  // Reading and opening the body
  | 'frameOutOfOrder'
  | 'finalFrameTooLong'
  | 'frameTooLong'
  | 'bodyTagMismatch'
  | 'signatureInvalid'
  | 'trailingBytes'
  // Files
  | 'suiteNotForFiles';

/** What the keeper of the wrapping key answered; shaped like an error of KMS. */
export interface DataKeyError {
  readonly error: { readonly __type: string; readonly message: string };
}

export interface Refusal {
  readonly reason: RefusalReason;
  /** Byte of the message at which it was noticed, from 0; absent where there is no message yet. */
  readonly offset?: number;
  /** One answer for each encrypted data key that was tried, in their order. */
  readonly dataKeyErrors?: readonly DataKeyError[];
}

export interface Refused {
  readonly refusal: Refusal;
}

export const refused = (reason: RefusalReason, offset?: number): Refused => ({
  refusal: offset === undefined ? { reason } : { reason, offset },
});

export const isRefused = (answer: object): answer is Refused => 'refusal' in answer;
