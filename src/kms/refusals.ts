import type { KmsError } from './errors.ts';

/**
 * Why a state refuses an operation: the footnotes of AWS's key-state table as data. `{arn}` stands for the key's ARN.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
 * Where an answer was recorded from AWS, its text is taken and the page's wording is left aside (`recorded`).
 */
interface RefusalText extends KmsError {
  /** Number of the footnote on AWS's page. */
  readonly footnote: number;
  readonly recorded?: true;
}

export const REFUSALS = {
  isDisabled: { footnote: 1, __type: 'DisabledException', message: '{arn} is disabled.', recorded: true },
  isPendingDeletion: {
    footnote: 3,
    __type: 'KMSInvalidStateException',
    message: '{arn} is pending deletion.',
    recorded: true,
  },
  isPendingReplicaDeletion: {
    footnote: 3,
    __type: 'KMSInvalidStateException',
    message: '{arn} is pending deletion (or pending replica deletion).',
  },
  isNotPendingDeletion: {
    footnote: 4,
    __type: 'KMSInvalidStateException',
    message: '{arn} is not pending deletion (or pending replica deletion).',
  },
  isPendingImport: {
    footnote: 5,
    __type: 'KMSInvalidStateException',
    message: '{arn} is pending import.',
    recorded: true,
  },
  originIsExternal: {
    footnote: 6,
    __type: 'UnsupportedOperationException',
    message: '{arn} origin is EXTERNAL which is not valid for this operation.',
    recorded: true,
  },
  originIsCustomKeyStore: {
    footnote: 7,
    __type: 'UnsupportedOperationException',
    message: '{arn} origin is {origin} which is not valid for this operation.',
  },
  importIsClosed: { footnote: 8, __type: 'KMSInvalidStateException', message: '{arn} is pending deletion.' },
  originIsNotExternal: {
    footnote: 9,
    __type: 'UnsupportedOperationException',
    message: '{arn} origin is {origin} which is not valid for this operation.',
    recorded: true,
  },
  newTargetIsPendingDeletion: {
    footnote: 10,
    __type: 'KMSInvalidStateException',
    message: '{arn} is pending deletion.',
  },
  isUnavailable: { footnote: 11, __type: 'KMSInvalidStateException', message: '{arn} is unavailable.' },
  isCreating: { footnote: 14, __type: 'KMSInvalidStateException', message: '{arn} is creating.' },
  isUpdating: { footnote: 15, __type: 'KMSInvalidStateException', message: '{arn} is updating.' },
} as const satisfies Record<string, RefusalText>;

export type Refusal = keyof typeof REFUSALS;

/** The refusal in AWS's words. */
export const refusalError = (because: Refusal, key: { readonly Arn: string; readonly Origin: string }): KmsError => {
  const { __type, message } = REFUSALS[because];
  return { __type, message: message.replace('{arn}', key.Arn).replace('{origin}', key.Origin) };
};
