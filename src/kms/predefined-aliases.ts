/**
 * An alias that AWS has reserved in every account and Region. The key behind it is made when somebody first needs it.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
 */
export interface PredefinedAlias {
  readonly AliasName: `alias/aws/${string}`;
  /** The service that alone may use the key, as in kms:ViaService without the Region. */
  readonly service: string;
  readonly protects: string;
  /** The service leaves grants on the key for what lives longer than a call, such as a volume. */
  readonly usesGrants?: true;
}

/** Services that came after 2021 have AWS owned keys instead, so this list grows no more. */
export const PREDEFINED_ALIASES: readonly PredefinedAlias[] = [
  { AliasName: 'alias/aws/acm', service: 'acm', protects: 'ACM private keys', usesGrants: true },
  { AliasName: 'alias/aws/dynamodb', service: 'dynamodb', protects: 'DynamoDB tables', usesGrants: true },
  { AliasName: 'alias/aws/ebs', service: 'ec2', protects: 'EBS volumes', usesGrants: true },
  {
    AliasName: 'alias/aws/elasticfilesystem',
    service: 'elasticfilesystem',
    protects: 'EFS filesystems',
    usesGrants: true,
  },
  { AliasName: 'alias/aws/es', service: 'es', protects: 'OpenSearch domains', usesGrants: true },
  { AliasName: 'alias/aws/glue', service: 'glue', protects: 'Glue data catalog' },
  { AliasName: 'alias/aws/kinesis', service: 'kinesis', protects: 'Kinesis streams' },
  { AliasName: 'alias/aws/kinesisvideo', service: 'kinesisvideo', protects: 'Kinesis Video streams' },
  { AliasName: 'alias/aws/lambda', service: 'lambda', protects: 'Lambda functions', usesGrants: true },
  { AliasName: 'alias/aws/rds', service: 'rds', protects: 'RDS databases', usesGrants: true },
  { AliasName: 'alias/aws/redshift', service: 'redshift', protects: 'Redshift clusters', usesGrants: true },
  { AliasName: 'alias/aws/s3', service: 's3', protects: 'S3 objects' },
  { AliasName: 'alias/aws/secretsmanager', service: 'secretsmanager', protects: 'Secrets Manager secrets' },
  { AliasName: 'alias/aws/sns', service: 'sns', protects: 'SNS topics' },
  { AliasName: 'alias/aws/sqs', service: 'sqs', protects: 'SQS queues' },
  { AliasName: 'alias/aws/ssm', service: 'ssm', protects: 'SSM parameters' },
  { AliasName: 'alias/aws/xray', service: 'xray', protects: 'X-Ray traces' },
];
