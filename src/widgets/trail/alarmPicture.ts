import type { AlarmRun, AlarmState } from '../../logs/index.ts';

/** Where things stand on the strip of an alarm, in pixels from its left end. */
export interface AlarmPicture {
  readonly bands: readonly {
    readonly state: AlarmState;
    readonly x: number;
    readonly width: number;
    readonly from: number;
  }[];
  readonly datapoints: readonly {
    readonly x: number;
    readonly width: number;
    readonly value: number;
    readonly breaching: boolean;
  }[];
  readonly events: readonly { readonly x: number; readonly at: number }[];
  readonly mails: readonly { readonly x: number; readonly at: number; readonly to: AlarmState }[];
}

const MINUTE = 60_000;

/**
 * Draws five minutes and five months on one strip: between any two moments at which something happened the width grows
 * with the logarithm of the time. The order is true, the lengths are not; the table beside it has the times.
 * @param matched when events matched, epoch milliseconds
 */
export const alarmPicture = (
  { timeline, datapoints, inbox }: Pick<AlarmRun, 'timeline' | 'datapoints' | 'inbox'>,
  matched: readonly number[],
  width: number,
): AlarmPicture => {
  const knots = [
    ...new Set([
      ...timeline.flatMap(({ from, to }) => [from, to]),
      ...datapoints.flatMap(({ from, to }) => [from, to]),
      ...matched,
    ]),
  ].sort((a, b) => a - b);
  const first = knots[0] ?? 0;
  const last = timeline.at(-1)?.to ?? first;
  const inside = knots.filter((knot) => knot <= last);
  const weights = inside.slice(1).map((knot, index) => Math.log2(2 + (knot - (inside[index] ?? knot)) / MINUTE));
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const places = new Map<number, number>([[first, 0]]);
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    sum += weight;
    places.set(inside[index + 1] ?? first, (sum / whole) * width);
  }
  const xOf = (at: number): number => places.get(Math.min(at, last)) ?? width;

  return {
    bands: timeline.map(({ from, to, state }) => ({ state, from, x: xOf(from), width: xOf(to) - xOf(from) })),
    datapoints: datapoints.map(({ from, to, value, breaching }) => ({
      x: xOf(Math.max(from, first)),
      width: Math.max(2, xOf(to) - xOf(Math.max(from, first))),
      value,
      breaching,
    })),
    events: [...new Set(matched)].map((at) => ({ at, x: xOf(at) })),
    mails: inbox.map(({ at, to }) => ({ at, to, x: places.get(at) ?? width })),
  };
};
