import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import tape from '../../content/tapes/t10-safe-delete.ts';
import '../../src/kms/full.ts';
import { keyStateOf, keysOf, worldNow } from '../../src/kms/index.ts';
import { checksumOf, parseTalkMessage } from '../../src/present/in-step.ts';
import { type TalkEvent, talkMachine } from '../../src/present/talk.machine.ts';

const begin = () => createActor(talkMachine, { input: { tape } }).start();
type Talk = ReturnType<typeof begin>;

const phaseOf = (talk: Talk) => (talk.getSnapshot().value as { Step: string }).Step;
const tell = (talk: Talk, ...types: TalkEvent['type'][]) => {
  for (const type of types) talk.send({ type } as TalkEvent);
};
const stateOfKey = (talk: Talk) => {
  const [key] = keysOf(worldNow(talk.getSnapshot().context.run.history));
  return key && keyStateOf(key);
};
const checksum = (talk: Talk) => checksumOf(talk.getSnapshot().value, talk.getSnapshot().context);

describe('a talk', () => {
  test('never shows an answer before its vote is closed', () => {
    const talk = begin();
    tell(talk, 'Next', 'Next');
    expect([phaseOf(talk), talk.getSnapshot().context.at]).toEqual(['Shown', 1]);
    tell(talk, 'Next');
    expect(phaseOf(talk)).toBe('Voting');
    expect(talk.getSnapshot().context.played).toBeUndefined();
    tell(talk, 'Next');
    expect([phaseOf(talk), talk.getSnapshot().context.played]).toEqual(['Counted', undefined]);
    tell(talk, 'Next');
    expect(phaseOf(talk)).toBe('Answered');
    expect(talk.getSnapshot().context.played?.outcomes.at(-1)?.outcome).toBe('KMSInvalidStateException');
  });

  test('lets neighbours talk and votes again', () => {
    const talk = begin();
    tell(talk, 'Next', 'Next', 'Next');
    talk.send({ type: 'Count', option: 0, votes: 8 });
    tell(talk, 'CloseVote', 'Discuss', 'Next');
    talk.send({ type: 'Count', option: 1, votes: 9 });
    expect(talk.getSnapshot().context.tallies).toEqual([
      [8, 0, 0],
      [0, 9, 0],
    ]);
  });

  test('goes off the tape, keeps what was tried, and is back at the checkpoint at once', () => {
    const talk = begin();
    tell(talk, 'Next');
    expect(stateOfKey(talk)).toBe('PendingDeletion');
    const KeyId = keysOf(worldNow(talk.getSnapshot().context.run.history))[0]?.KeyId;
    talk.send({ type: 'Try', command: { operation: 'CancelKeyDeletion', input: { KeyId } } });
    talk.send({ type: 'Try', command: { operation: 'EnableKey', input: { KeyId } } });
    expect([phaseOf(talk), stateOfKey(talk)]).toEqual(['OffTape', 'Enabled']);
    const before = performance.now();
    tell(talk, 'Rewind');
    expect(performance.now() - before).toBeLessThan(100);
    expect([phaseOf(talk), stateOfKey(talk)]).toEqual(['Shown', 'Enabled']);
    expect(talk.getSnapshot().context.branches).toHaveLength(1);
  });

  test('blanks the screen and stops the pace beside all that', () => {
    const talk = begin();
    tell(talk, 'Blank', 'Question');
    expect(talk.getSnapshot().value).toMatchObject({ Screen: 'Dark', Pace: 'Asked', Step: 'Shown' });
    tell(talk, 'Next');
    expect(talk.getSnapshot().value).toMatchObject({ Screen: 'Lit', Pace: 'Running', Step: 'Shown' });
    expect(talk.getSnapshot().context.played).toBeUndefined();
  });

  test('is the same in two windows after 200 random events', () => {
    const event: fc.Arbitrary<TalkEvent> = fc.oneof(
      fc
        .constantFrom<TalkEvent['type']>(
          'Next',
          'Back',
          'Rewind',
          'Restart',
          'OpenVote',
          'CloseVote',
          'Discuss',
          'Blank',
          'Question',
        )
        .map((type) => ({ type }) as TalkEvent),
      fc.integer({ min: 0, max: 6 }).map((at) => ({ type: 'GoTo', at }) as const),
      fc.record({
        type: fc.constant('Count' as const),
        option: fc.integer({ min: 0, max: 3 }),
        votes: fc.integer({ min: 0, max: 40 }),
      }),
      fc.constant<TalkEvent>({ type: 'Try', command: { clock: { by: 86_400_000 } } }),
      fc.constant<TalkEvent>({ type: 'Try', command: { operation: 'ListKeys', input: {} } }),
    );
    fc.assert(
      fc.property(fc.array(event, { minLength: 200, maxLength: 200 }), (events) => {
        const [here, there] = [begin(), begin()];
        for (const [number, told] of events.entries()) {
          here.send(told);
          const message = parseTalkMessage(
            JSON.parse(JSON.stringify({ kind: 'event', talk: tape.id, number, event: told })),
            tape.id,
          );
          if (message?.kind === 'event') there.send(message.event);
          if (number % 20 === 0) expect(checksum(there)).toBe(checksum(here));
        }
        expect(checksum(there)).toBe(checksum(here));
        expect(worldNow(there.getSnapshot().context.run.history)).toEqual(
          worldNow(here.getSnapshot().context.run.history),
        );
      }),
      { numRuns: 5, seed: 4 },
    );
  }, 30_000);

  test.each([
    [{ kind: 'event', talk: 'other', number: 0, event: { type: 'Next' } }],
    [{ kind: 'event', talk: tape.id, number: 0, event: { type: 'Explode' } }],
    [
      {
        kind: 'event',
        talk: tape.id,
        number: 0,
        event: { type: 'Try', command: { operation: 'Nonsense', input: {} } },
      },
    ],
    [JSON.parse('{"kind":"hello","talk":"t10-safe-delete","__proto__":{"x":1}}')],
    ['Next'],
    [null],
  ])('hears no stranger: %j', (message) => {
    expect(parseTalkMessage(message, tape.id)).toBeUndefined();
  });
});
