/** The order in which a message proves itself, for whoever shows how far one came. */
import type { ExplainedMessage } from './explain-message.ts';
import type { Refusal, RefusalReason } from './refusal.ts';

/** In the order of `openMessage`. */
export const OPENING_STEPS = ['read', 'dataKey', 'commitment', 'headerTag', 'body', 'signature'] as const;
export type OpeningStep = (typeof OPENING_STEPS)[number];

const STEP_OF: Partial<Record<RefusalReason, OpeningStep>> = {
  publicKeyMissing: 'read',
  publicKeyUnexpected: 'read',
  dataKeyNotDecrypted: 'dataKey',
  dataKeyWrongLength: 'dataKey',
  commitmentMismatch: 'commitment',
  headerTagMismatch: 'headerTag',
  frameOutOfOrder: 'body',
  finalFrameTooLong: 'body',
  frameTooLong: 'body',
  bodyTagMismatch: 'body',
  signatureInvalid: 'signature',
};

/** At which step a refused message stopped. What can be met anywhere, such as an early end, is told by its byte. */
export const stepOf = ({ reason, offset = 0 }: Refusal, { fields }: Pick<ExplainedMessage, 'fields'>): OpeningStep => {
  const known = STEP_OF[reason];
  if (known) return known;
  const at = fields.findLast(({ start }) => start <= offset);
  const before = fields.findLast(({ start, name }) => start < offset && name !== 'unread');
  const path = at && at.name !== 'unread' ? at.path : (before?.path ?? '');
  if (path.startsWith('footer')) return 'signature';
  return path.startsWith('body') ? 'body' : 'read';
};

/** The steps that a message has: not every suite commits to its key or signs. */
export const stepsOf = (suite: {
  readonly commitsToKey: boolean;
  readonly signature?: unknown;
}): readonly OpeningStep[] =>
  OPENING_STEPS.filter(
    (step) => (step !== 'commitment' || suite.commitsToKey) && (step !== 'signature' || suite.signature !== undefined),
  );
