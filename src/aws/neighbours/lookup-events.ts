import { fromBase64, fromUtf8, toBase64, utf8 } from '../../kms/crypto/bytes.ts';
import type { CloudTrailRecord } from '../../kms/index.ts';
import { DAY } from '../../kms/vocabulary.ts';
import { parseInstant } from '../cli/instant.ts';
import { deniedCall } from './may-call.ts';
import { type Neighbour, refusal } from './neighbour.ts';

interface Input {
  readonly LookupAttributes?: readonly { readonly AttributeKey: string; readonly AttributeValue: string }[];
  readonly StartTime?: number;
  readonly EndTime?: number;
  readonly EventCategory?: string;
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

/**
 * The management events of the last 90 days in one account and Region, newest first. Events can be looked up at once
 * here; AWS needs minutes.
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export const lookupEvents: Neighbour = (untyped, scene) => {
  const input = untyped as Input;
  const denied = deniedCall('cloudtrail:LookupEvents', scene);
  if (denied) return denied;
  const { LookupAttributes = [], StartTime, EndTime, EventCategory, MaxResults = 50, NextToken } = input;
  if (LookupAttributes.length > 1)
    return refusal('InvalidLookupAttributesException', 'You can specify only one lookup attribute.');
  if (StartTime !== undefined && EndTime !== undefined && StartTime > EndTime)
    return refusal('InvalidTimeRangeException', 'StartTime must be before EndTime.');
  const before = NextToken === undefined ? Number.POSITIVE_INFINITY : placeIn(NextToken, input);
  if (before === undefined)
    return refusal('InvalidNextTokenException', 'The token is invalid, or belongs to another request.');

  // Insights events have a trail of their own, and nothing of KMS is in it.
  if (EventCategory === 'insight') return { output: { Events: [] } };
  const now = scene.world.now / 1000;
  const from = Math.max(StartTime ?? 0, now - (90 * DAY) / 1000);
  const until = EndTime ?? now;
  const [attribute] = LookupAttributes;

  const Events: object[] = [];
  let last = 0;
  for (const [place, record] of scene.trail) {
    const at = secondsOf(record);
    // The log is in the order of time: what follows is older still.
    if (at < from) break;
    if (place >= before || at > until) continue;
    if (record.recipientAccountId !== scene.caller.AccountId || record.awsRegion !== scene.Region) continue;
    if (attribute && !ATTRIBUTES[attribute.AttributeKey]?.(record).includes(attribute.AttributeValue)) continue;
    if (Events.length === MaxResults) return { output: { Events, NextToken: tokenOf(last, input) } };
    Events.push(eventOf(record, at));
    last = place;
  }
  return { output: { Events } };
};

const secondsOf = ({ eventTime }: CloudTrailRecord): number => parseInstant(eventTime) ?? 0;

const userName = ({ userIdentity }: CloudTrailRecord): string | undefined => {
  switch (userIdentity.type) {
    case 'IAMUser':
      return userIdentity.userName as string;
    case 'AssumedRole':
      return String(userIdentity.arn).split('/').at(-1);
    case 'Root':
      return 'root';
    default:
      return undefined;
  }
};

const accessKeyId = ({ userIdentity }: CloudTrailRecord): string | undefined =>
  userIdentity.accessKeyId as string | undefined;

const list = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);

/** The values of a record that an attribute is compared with. */
const ATTRIBUTES: { readonly [key: string]: (record: CloudTrailRecord) => readonly string[] } = {
  AccessKeyId: (record) => list(accessKeyId(record)),
  EventId: ({ eventID }) => [eventID],
  EventName: ({ eventName }) => [eventName],
  EventSource: ({ eventSource }) => [eventSource],
  ReadOnly: ({ readOnly }) => [String(readOnly)],
  ResourceName: ({ resources }) => resources.map(({ ARN }) => ARN),
  ResourceType: ({ resources }) => resources.map(({ type }) => type),
  Username: (record) => list(userName(record)),
};

const eventOf = (record: CloudTrailRecord, EventTime: number): object => {
  const [AccessKeyId, Username] = [accessKeyId(record), userName(record)];
  return {
    EventId: record.eventID,
    EventName: record.eventName,
    ReadOnly: String(record.readOnly),
    ...(AccessKeyId !== undefined && { AccessKeyId }),
    EventTime,
    EventSource: record.eventSource,
    ...(Username !== undefined && { Username }),
    Resources: record.resources.map(({ type, ARN }) => ({ ResourceType: type, ResourceName: ARN })),
    CloudTrailEvent: JSON.stringify(record),
  };
};

/** A token says where the next page begins, and of which request: AWS wants all parameters to stay the same. */
const tokenOf = (place: number, input: Input): string => toBase64(utf8(`${place} ${askedBy(input)}`));

const placeIn = (token: string, input: Input): number | undefined => {
  const bytes = fromBase64(token);
  const [, place, asked] = (bytes && /^(\d+) (.*)$/su.exec(fromUtf8(bytes))) ?? [];
  return asked === askedBy(input) ? Number(place) : undefined;
};

const askedBy = ({ LookupAttributes = [], StartTime, EndTime, EventCategory }: Input): string =>
  JSON.stringify([
    LookupAttributes.map((one) => [one.AttributeKey, one.AttributeValue]),
    StartTime,
    EndTime,
    EventCategory,
  ]);
