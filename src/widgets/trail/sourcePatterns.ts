/** The three filter patterns of the document that the notebook follows, as it spells them. */
export const SOURCE_PATTERNS = {
  stopped:
    '{($.eventSource=kms.amazonaws.com) && (($.errorCode="KMSInvalidStateException") || ($.errorCode="DisabledException"))}',
  exceptions: '{($.eventSource=kms.amazonaws.com) && (($.errorCode="*Exception"))}',
  administration:
    '{($.eventSource=kms.amazonaws.com) && (($.eventName="DisableKey") || ($.eventName="ScheduleKeyDeletion"))}',
} as const;

/**
 * AWS's own recipe, which looks at the text of the error.
 * https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys-creating-cloudwatch-alarm.html
 */
export const AWS_PATTERN = '{ $.eventSource = kms* && $.errorMessage = "* is pending deletion." }';
