import type { TalkEvent } from '../../present/talk.machine.ts';

/** What a key of the keyboard, or of a presenter's remote, does in a talk. */
export type TalkKey = TalkEvent['type'] | 'notes' | 'fullscreen' | 'help';

const KEYS: Readonly<Record<string, TalkKey>> = {
  ArrowRight: 'Next',
  ' ': 'Next',
  Enter: 'Next',
  PageDown: 'Next',
  ArrowLeft: 'Back',
  PageUp: 'Back',
  r: 'Rewind',
  R: 'Restart',
  '.': 'Blank',
  b: 'Blank',
  q: 'Question',
  d: 'Discuss',
  n: 'notes',
  f: 'fullscreen',
  '?': 'help',
};

/** `undefined` where the key belongs to a field or to the browser. */
export const talkKeyOf = (event: KeyboardEvent): TalkKey | undefined => {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return undefined;
  if (target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter')) return undefined;
  return KEYS[event.key];
};
