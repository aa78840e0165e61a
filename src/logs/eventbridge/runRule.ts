/**
 * An EventBridge rule over CloudTrail records: which reach its target, and why the others do not.
 *
 * The trap: a rule in state ENABLED never sees read-only management events, and KMS calls Encrypt, Decrypt and
 * GenerateDataKey read-only. A plain rule therefore catches ScheduleKeyDeletion and DisableKey, yet no use of the key.
 * ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS delivers them, on the default bus alone, set by API or CloudFormation.
 *
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html
 */
import type { LogEvent } from '../LogEvent.ts';
import { eventObject } from '../pattern/eventText.ts';
import { compileEventPattern, type EventPatternError } from './compileEventPattern.ts';

export type RuleState = 'ENABLED' | 'DISABLED' | 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';

export interface EventBridgeRule {
  readonly Name: string;
  readonly State: RuleState;
  readonly EventPattern: unknown;
}

/** The fields of a CloudTrail record that EventBridge looks at to wrap it. */
export interface TrailRecord {
  readonly eventSource?: string;
  readonly eventTime?: string;
  readonly eventType?: string;
  readonly eventID?: string;
  readonly eventCategory?: string;
  readonly awsRegion?: string;
  readonly recipientAccountId?: string;
  readonly readOnly?: boolean;
  readonly managementEvent?: boolean;
}

export interface BridgeEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: TrailRecord;
}

export type RuleVerdict = 'delivered' | 'patternDiffers' | 'readOnlyWithheld' | 'ruleDisabled';

export interface RuleOutcome {
  readonly at: number;
  readonly event: BridgeEvent;
  readonly verdict: RuleVerdict;
}

/** Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html */
export const bridgeEventOf = (record: TrailRecord): BridgeEvent => ({
  version: '0',
  id: record.eventID ?? '',
  'detail-type':
    record.eventType === 'AwsServiceEvent' ? 'AWS Service Event via CloudTrail' : 'AWS API Call via CloudTrail',
  source: `aws.${(record.eventSource ?? '').split('.')[0] ?? ''}`,
  account: record.recipientAccountId ?? '',
  time: record.eventTime ?? '',
  region: record.awsRegion ?? '',
  resources: [],
  detail: record,
});

/** @returns an outcome for every record, so that a reader sees what the rule let go by */
export const runRule = (
  rule: EventBridgeRule,
  records: readonly LogEvent[],
):
  | { readonly ok: true; readonly outcomes: readonly RuleOutcome[] }
  | { readonly ok: false; readonly error: EventPatternError } => {
  const pattern = compileEventPattern(rule.EventPattern);
  if (!pattern.ok) return pattern;
  const outcomes = records.flatMap(({ timestamp: at, message }): RuleOutcome[] => {
    const record = eventObject(message);
    if (record === undefined) return [];
    const event = bridgeEventOf(record);
    const verdict = verdictOn(rule.State, event.detail, pattern.matches(event));
    return [{ at, event, verdict }];
  });
  return { ok: true, outcomes };
};

const verdictOn = (state: RuleState, record: TrailRecord, matches: boolean): RuleVerdict => {
  if (state === 'DISABLED') return 'ruleDisabled';
  if (!matches) return 'patternDiffers';
  const management = record.managementEvent ?? record.eventCategory === 'Management';
  return state === 'ENABLED' && management && record.readOnly === true ? 'readOnlyWithheld' : 'delivered';
};
