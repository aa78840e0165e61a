/**
 * Where AWS owned keys are at work. They lie in accounts of the services, so nothing here can describe, list or log
 * them: for those who read, not for the model.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-owned-cmk
 */
export const AWS_OWNED_KEY_USES = [
  {
    service: 'Amazon DynamoDB',
    what: 'tables, unless another key is chosen',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html',
  },
  {
    service: 'Amazon EventBridge',
    what: 'event buses, unless another key is chosen',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-at-rest.html',
  },
  {
    service: 'AWS Step Functions',
    what: 'state machines and their history, unless another key is chosen',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html',
  },
] as const;
