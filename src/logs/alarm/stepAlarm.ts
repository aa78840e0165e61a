/** Steps the alarm's chart purely: state, fact ↦ next state, and whether to notify. The only user of `transition` here. */
import { transition } from 'xstate';
import { alarmMachine } from './alarm.machine.ts';
import type { AlarmFact } from './evaluateAlarm.ts';
import type { AlarmState } from './MetricAlarm.ts';

export interface AlarmStep {
  readonly state: AlarmState;
  readonly notifies: boolean;
}

const snapshots = {
  INSUFFICIENT_DATA: alarmMachine.resolveState({ value: 'INSUFFICIENT_DATA' }),
  OK: alarmMachine.resolveState({ value: 'OK' }),
  ALARM: alarmMachine.resolveState({ value: 'ALARM' }),
} as const;

export const stepAlarm = (state: AlarmState, fact: AlarmFact): AlarmStep => {
  const [next, actions] = transition(alarmMachine, snapshots[state], { type: fact });
  return { state: next.value, notifies: actions.some((action) => action.type === 'notify') };
};
