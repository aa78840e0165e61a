/**
 * The life of a CloudWatch alarm. Its states are AWS's three; it hears what each evaluation found, and says `notify`
 * whenever it enters another state, never when it stays: mail comes for changes only.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-concepts.html
 */
import { setup } from 'xstate';
import type { AlarmFact } from './evaluateAlarm.ts';
import type { AlarmState } from './MetricAlarm.ts';

export type AlarmEvent = { readonly type: AlarmFact };

const entering = (to: AlarmState) => ({ target: to, actions: { type: 'notify', params: { to } } }) as const;

/** Every fact has a cell in every state; `{}` stays. */
type Column = Readonly<Record<AlarmFact, object>>;

export const alarmMachine = setup({
  types: { events: {} as AlarmEvent },
  actions: {
    // Carried out by whoever steps the chart: see stepAlarm.ts.
    notify: (_, _params: { readonly to: AlarmState }) => undefined,
  },
}).createMachine({
  id: 'alarm',
  initial: 'INSUFFICIENT_DATA',
  states: {
    INSUFFICIENT_DATA: {
      on: {
        ThresholdCrossed: entering('ALARM'),
        ThresholdKept: entering('OK'),
        DataLacked: {},
        NothingLearnt: {},
      } satisfies Column,
    },
    OK: {
      on: {
        ThresholdCrossed: entering('ALARM'),
        ThresholdKept: {},
        DataLacked: entering('INSUFFICIENT_DATA'),
        NothingLearnt: {},
      } satisfies Column,
    },
    ALARM: {
      on: {
        ThresholdCrossed: {},
        ThresholdKept: entering('OK'),
        DataLacked: entering('INSUFFICIENT_DATA'),
        NothingLearnt: {},
      } satisfies Column,
    },
  },
});
