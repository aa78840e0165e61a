import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MetricAlarm, TreatMissingData } from '../../../src/logs/alarm/MetricAlarm.ts';
import { runAlarm } from '../../../src/logs/alarm/runAlarm.ts';

const MINUTE = 60_000;

const scenario = fc.record({
  events: fc.array(fc.tuple(fc.integer({ min: 0, max: 240 }), fc.boolean()), { maxLength: 25 }),
  EvaluationPeriods: fc.integer({ min: 1, max: 4 }),
  M: fc.integer({ min: 1, max: 4 }),
  Period: fc.constantFrom(60, 300, 900),
  TreatMissingData: fc.constantFrom<TreatMissingData>('missing', 'notBreaching', 'breaching', 'ignore'),
  createdAt: fc.integer({ min: 0, max: 30 }),
});

test('what an alarm did by then stays what it did, whenever one asks', () => {
  let changes = 0;
  fc.assert(
    fc.property(scenario, ({ events, M, EvaluationPeriods, createdAt, ...more }) => {
      const alarm: MetricAlarm = {
        AlarmName: 'a',
        Statistic: 'Sum',
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        EvaluationPeriods,
        DatapointsToAlarm: Math.min(M, EvaluationPeriods),
        AlarmActions: ['t'],
        ...more,
      };
      const metricTransformation = { metricName: 'm', metricNamespace: 'n', metricValue: '1', defaultValue: 0 };
      const metricFilter = { filterName: 'f', filterPattern: '{ $.hit IS TRUE }', metricTransformation };
      const records = events.map(([minute, hit]) => ({ timestamp: minute * MINUTE, message: { hit } }));
      const at = (minute: number) => {
        const ran = runAlarm({ metricFilter, alarm, createdAt: createdAt * MINUTE }, records, minute * MINUTE);
        if (!ran.ok) throw new Error(JSON.stringify(ran.error));
        return ran;
      };
      const whole = at(400);
      changes += whole.transitions.length;
      for (const minute of [createdAt, 60, 61, 120, 333]) {
        const sofar = at(minute);
        expect(sofar.transitions).toEqual(whole.transitions.filter((change) => change.at <= minute * MINUTE));
        expect(sofar.state).toBe(sofar.transitions.at(-1)?.to ?? 'INSUFFICIENT_DATA');
      }
      // A mail for every entry into ALARM, and no two without leaving it in between.
      expect(whole.inbox.map((mail) => mail.at)).toEqual(
        whole.transitions.filter((change) => change.to === 'ALARM').map((change) => change.at),
      );
      for (const [index, change] of whole.transitions.entries()) {
        expect(change.from).toBe(whole.transitions[index - 1]?.to ?? 'INSUFFICIENT_DATA');
        expect(change.to).not.toBe(change.from);
      }
    }),
    { numRuns: 300 },
  );
  expect(changes).toBeGreaterThan(300);
});
