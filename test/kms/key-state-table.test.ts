import { describe, expect, test } from 'vitest';
import { type Cell, keyStateTable } from '../../src/kms/key-state-table.ts';
import { REFUSALS } from '../../src/kms/refusals.ts';
import { KEY_OPERATIONS, KEY_STATES, type KeyOperation, type KeyState, type Origin } from '../../src/kms/vocabulary.ts';
import oracle from '../oracles/key-state-table.json' with { type: 'json' };

/** AWS's own table, by operation and state: `ok`, `X3`, `X1/7`, `?9`, `N/A` … */
const AWS = oracle.operations as Record<string, Record<string, string>>;

const isCustom = (origin: Origin) => origin === 'AWS_CLOUDHSM' || origin === 'EXTERNAL_KEY_STORE';

/** Which of the footnotes speaks for a kind of key, where AWS's page lists several or says "depends". */
const footnotesFor = (code: string, origin: Origin, state: KeyState): readonly number[] => {
  const listed = (code.match(/\d+/g) ?? []).map(Number);
  // 2 is the alternative DisabledException for a key pending deletion: never seen in an answer, so 3 is meant.
  const notes = listed.filter((note) => note !== 2);
  const custom = notes.includes(7);
  const importing = notes.includes(9);
  if (custom) {
    if (isCustom(origin) || state === 'Unavailable') return [7];
    return notes.filter((note) => note !== 7);
  }
  if (importing) {
    if (origin !== 'EXTERNAL') return [9];
    // The page names no error for importing into an EXTERNAL key that waits for deletion; its 2022 edition says 8.
    return notes.filter((note) => note !== 9).length > 0 || code !== 'X9' ? notes.filter((note) => note !== 9) : [8];
  }
  return notes;
};

const expected = (code: string, origin: Origin, state: KeyState): Cell['answer'] | readonly number[] => {
  if (code === 'ok' || code === 'ok12') return 'permitted';
  if (code === 'N/A') return 'notApplicable';
  // 13 adds to 4 that a key pending deletion stays so while its store is disconnected.
  const notes = footnotesFor(code, origin, state).filter((note) => note !== 13);
  // UpdateAlias is refused for a new target that waits for deletion; of the old one nothing is asked.
  if (code === '?10') return [10];
  if (/^(ok|\?)/.test(code)) return notes.length > 0 && notes[0] !== 12 ? notes : 'permitted';
  return notes;
};

/** A kind of key is asked in the states that it can be in. */
const KINDS: readonly { readonly Origin: Origin; readonly states: readonly KeyState[] }[] = [
  { Origin: 'AWS_KMS', states: KEY_STATES.filter((state) => state !== 'PendingImport' && state !== 'Unavailable') },
  { Origin: 'EXTERNAL', states: KEY_STATES.filter((state) => state !== 'Unavailable') },
  { Origin: 'AWS_CLOUDHSM', states: ['Enabled', 'Disabled', 'PendingDeletion', 'Unavailable'] },
  { Origin: 'EXTERNAL_KEY_STORE', states: ['Enabled', 'Disabled', 'PendingDeletion', 'Unavailable'] },
];

describe("the table derived from the chart is AWS's table", () => {
  test('names the same operations', () => {
    expect([...KEY_OPERATIONS].sort()).toEqual(Object.keys(AWS).sort());
  });

  for (const { Origin, states } of KINDS) {
    const table = keyStateTable({ Origin });
    describe(`keys of origin ${Origin}`, () => {
      test.each(KEY_OPERATIONS.flatMap((operation) => states.map((state) => [operation, state] as const)))(
        '%s in %s',
        (operation: KeyOperation, state: KeyState) => {
          const code = AWS[operation]?.[state];
          if (code === undefined) throw new Error(`AWS has no cell for ${operation} in ${state}`);
          const cell = table[operation][state];
          const answer = cell.answer === 'refused' ? [REFUSALS[cell.because].footnote] : cell.answer;
          const wanted = expected(code, Origin, state);
          expect(typeof wanted === 'string' ? wanted : wanted.slice(0, 1)).toEqual(answer);
          if (cell.answer === 'refused')
            expect(REFUSALS[cell.because].__type).toBe(
              (oracle.footnotes as Record<string, string | null>)[String(REFUSALS[cell.because].footnote)],
            );
        },
      );
    });
  }
});

describe('where an operation leads', () => {
  // Transcribed from the state diagram and the text of the same page.
  const MOVES: readonly (readonly [Origin, KeyOperation, KeyState, KeyState])[] = [
    ['AWS_KMS', 'DisableKey', 'Enabled', 'Disabled'],
    ['AWS_KMS', 'EnableKey', 'Disabled', 'Enabled'],
    ['AWS_KMS', 'ScheduleKeyDeletion', 'Enabled', 'PendingDeletion'],
    ['AWS_KMS', 'ScheduleKeyDeletion', 'Disabled', 'PendingDeletion'],
    ['AWS_KMS', 'ScheduleKeyDeletion', 'Creating', 'PendingDeletion'],
    ['EXTERNAL', 'ScheduleKeyDeletion', 'PendingImport', 'PendingDeletion'],
    ['AWS_CLOUDHSM', 'ScheduleKeyDeletion', 'Unavailable', 'PendingDeletion'],
    ['AWS_KMS', 'CancelKeyDeletion', 'PendingDeletion', 'Disabled'],
    ['AWS_KMS', 'CancelKeyDeletion', 'PendingReplicaDeletion', 'Disabled'],
    ['AWS_KMS', 'UpdatePrimaryRegion', 'Enabled', 'Updating'],
    ['AWS_CLOUDHSM', 'DisableKey', 'Unavailable', 'Unavailable'],
    ['AWS_CLOUDHSM', 'EnableKey', 'Unavailable', 'Unavailable'],
  ];

  test.each(MOVES)('a key of origin %s: %s takes %s to %s', (Origin, operation, from, to) => {
    expect(keyStateTable({ Origin })[operation][from]).toEqual({ answer: 'permitted', target: to });
  });

  test('a primary with replicas waits for them before it waits for its own end', () => {
    const table = keyStateTable({ Origin: 'AWS_KMS', hasReplicas: true });
    expect(table.ScheduleKeyDeletion.Enabled).toEqual({ answer: 'permitted', target: 'PendingReplicaDeletion' });
    expect(table.ScheduleKeyDeletion.Disabled).toEqual({ answer: 'permitted', target: 'PendingReplicaDeletion' });
  });

  test('no other operation moves a key', () => {
    const moving = new Set(MOVES.map(([, operation]) => operation));
    for (const { Origin, states } of KINDS) {
      const table = keyStateTable({ Origin });
      for (const operation of KEY_OPERATIONS.filter((name) => !moving.has(name)))
        for (const state of states) {
          const cell = table[operation][state];
          if (cell.answer === 'permitted') expect([operation, cell.target]).toEqual([operation, state]);
        }
    }
  });
});
