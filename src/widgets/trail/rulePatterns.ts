/**
 * EventBridge patterns to begin with, as one would write them. The first is for write events; the second fits failed
 * uses of keys, which are read-only events.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html
 */
export const RULE_PATTERNS = {
  administration: `{
  "source": ["aws.kms"],
  "detail-type": ["AWS API Call via CloudTrail"],
  "detail": {
    "eventSource": ["kms.amazonaws.com"],
    "eventName": ["DisableKey", "ScheduleKeyDeletion"]
  }
}`,
  refusals: `{
  "source": ["aws.kms"],
  "detail-type": ["AWS API Call via CloudTrail"],
  "detail": {
    "errorCode": ["DisabledException", "KMSInvalidStateException"]
  }
}`,
} as const;
