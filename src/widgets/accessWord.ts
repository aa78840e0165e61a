/** How an access matrix shows what came of a probe: a sign, and the word that says the same. */
export interface AccessWord {
  readonly sign: '○' | '×' | '△';
  readonly key: `cell.${'ok' | 'denied' | 'state' | 'gone' | 'other'}`;
}

const STATE_ERRORS: ReadonlySet<string> = new Set(['KMSInvalidStateException', 'DisabledException']);

export const accessWord = (outcome: string): AccessWord => {
  if (outcome === 'ok') return { sign: '○', key: 'cell.ok' };
  if (outcome === 'AccessDeniedException') return { sign: '×', key: 'cell.denied' };
  if (outcome === 'NotFoundException') return { sign: '×', key: 'cell.gone' };
  return { sign: '△', key: STATE_ERRORS.has(outcome) ? 'cell.state' : 'cell.other' };
};
