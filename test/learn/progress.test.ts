import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeProgress, type ProgressEvent, readProgress, remember, writeProgress } from '../../src/learn/progress.ts';

const answered = (id: string, at: number, right = true): ProgressEvent => ({ what: 'answered', id, rev: 1, at, right });

const anyEvent: fc.Arbitrary<ProgressEvent> = fc
  .record({ q: fc.integer({ min: 1, max: 9 }), at: fc.integer({ min: 0, max: 1e12 }), right: fc.boolean() })
  .map(({ q, at, right }) => answered(`q10-0${q}`, at, right));

describe('progress', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        expect(readProgress(writeProgress(events))).toEqual({ ok: true, progress: events });
      }),
    );
  });

  test('merges two files so that nothing is lost or doubled, whichever comes first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEvent, { selector: ({ id, at }) => `${id}/${at}` }), fc.nat(), (events, cut) => {
        const one = events.slice(0, cut % (events.length + 1));
        const other = events.slice(Math.floor(one.length / 2));
        const key = ({ id, at }: ProgressEvent) => `${at}/${id}`;
        const merged = mergeProgress(one, other);
        expect(merged.map(key).sort()).toEqual(events.map(key).sort());
        expect(mergeProgress(other, one).map(key).sort()).toEqual(merged.map(key).sort());
        expect(mergeProgress(merged, merged)).toEqual(merged);
      }),
    );
  });

  test('adds the newest event last', () => {
    expect(remember([answered('q10-01', 1)], answered('q10-02', 2)).at(-1)?.id).toBe('q10-02');
  });

  test.each([
    ['what is no JSON', '{'],
    ['a stranger', '{"v":1,"events":[{"what":"answered","id":"<script>","rev":1,"at":1,"right":true}]}'],
    ['members that nobody knows', '{"v":1,"events":[],"more":1}'],
    ['nothing', 'null'],
  ])('refuses %s', (_, text) => {
    expect(readProgress(text)).toEqual({ ok: false, problem: 'damaged' });
  });

  test('tells a file of another version from a damaged one', () => {
    expect(readProgress('{"v":2,"events":[]}')).toEqual({ ok: false, problem: 'otherVersion' });
  });
});
