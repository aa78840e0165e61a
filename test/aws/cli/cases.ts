/** Command lines, and what the service answers to them: the real CLI's behaviour is recorded for each, ours must be the same. */

const KEY = '1234abcd-12ab-34cd-56ef-1234567890ab';
const ARN = `arn:aws:kms:us-east-1:111122223333:key/${KEY}`;
const POLICY = JSON.stringify(
  {
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  },
  undefined,
  2,
);
const LONG =
  'The key of the payroll, made for the examples of this notebook: it is rotated every year, and nobody but the payroll service may decrypt with it.';

const METADATA = {
  KeyId: KEY,
  Arn: ARN,
  AWSAccountId: '111122223333',
  CreationDate: 1661860800.123,
  Enabled: true,
  Description: LONG,
  KeyUsage: 'ENCRYPT_DECRYPT',
  KeyState: 'Enabled',
  Origin: 'AWS_KMS',
  KeyManager: 'CUSTOMER',
  CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
  KeySpec: 'SYMMETRIC_DEFAULT',
  EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
  MultiRegion: true,
  MultiRegionConfiguration: {
    ReplicaKeys: [
      { Region: 'us-west-2', Arn: ARN.replace('us-east-1', 'us-west-2') },
      { Region: 'eu-west-1', Arn: ARN.replace('us-east-1', 'eu-west-1') },
    ],
    PrimaryKey: { Arn: ARN, Region: 'us-east-1' },
    MultiRegionKeyType: 'PRIMARY',
  },
};

/** By operation. A function chooses by the request. */
export const ANSWERS: { readonly [operation: string]: unknown } = {
  DescribeKey: { KeyMetadata: METADATA },
  CreateKey: {
    KeyMetadata: { ...METADATA, MultiRegionConfiguration: undefined, MultiRegion: false, Description: '給与の鍵' },
  },
  Encrypt: { KeyId: ARN, CiphertextBlob: 'AQICAHh4bWFtcGxl', EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  Decrypt: { Plaintext: 'aGVsbG8=', KeyId: ARN, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  GenerateRandom: { Plaintext: 'AAECAwQFBgc=' },
  GetKeyPolicy: { Policy: POLICY },
  GetKeyRotationStatus: { KeyRotationEnabled: false },
  ListAliases: {
    Aliases: [
      {
        AliasName: 'alias/a',
        AliasArn: `${ARN}-a`,
        TargetKeyId: KEY,
        CreationDate: 1661860800,
        LastUpdatedDate: 1661860800.5,
      },
      { AliasName: 'alias/aws/s3', AliasArn: `${ARN}-s3` },
    ],
    Truncated: false,
  },
  ListResourceTags: {
    Tags: [
      { TagKey: 'Purpose', TagValue: 'Test' },
      { TagKey: '部署', TagValue: '経理部' },
      { TagKey: 'true', TagValue: 'yes: no' },
      { TagKey: '1', TagValue: '' },
    ],
    Truncated: false,
  },
  ListGrants: {
    Grants: [
      {
        KeyId: ARN,
        GrantId: 'abc',
        Name: "it's",
        CreationDate: 1661860800,
        GranteePrincipal: 'arn:aws:iam::111122223333:role/r',
        IssuingAccount: 'arn:aws:iam::111122223333:root',
        Operations: ['Encrypt', 'Decrypt'],
        Constraints: { EncryptionContextSubset: { Department: 'IT', A: 'b' } },
      },
      { KeyId: ARN, GrantId: 'def', Operations: ['DescribeKey'], RetiringPrincipal: 'arn:x' },
    ],
    Truncated: false,
  },
  ListKeyPolicies: { PolicyNames: ['default'], Truncated: false },
  ScheduleKeyDeletion: { KeyId: ARN, DeletionDate: 1661860800, KeyState: 'PendingDeletion', PendingWindowInDays: 7 },
  LookupEvents: {
    Events: [
      {
        EventId: 'e1',
        EventName: 'Decrypt',
        ReadOnly: 'true',
        EventTime: 1661860800,
        EventSource: 'kms.amazonaws.com',
        Username: 'alice',
        Resources: [{ ResourceType: 'AWS::KMS::Key', ResourceName: ARN }],
        CloudTrailEvent: '{"eventName":"Decrypt","a":"b c"}',
      },
    ],
  },
  TestMetricFilter: { matches: [{ eventNumber: 1, eventMessage: 'a ERROR b', extractedValues: { $1: 'a' } }] },
  GetCallerIdentity: { UserId: 'AIDA', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/test' },
};

export const FILES: { readonly [name: string]: string | Uint8Array } = {
  'policy.json': POLICY,
  'plain.txt': 'hello',
  'bytes.bin': Uint8Array.of(0, 1, 2, 255, 254),
  'b64.txt': 'aGVsbG8=',
  'tags.json': '[{"TagKey":"a","TagValue":"b"}]',
  'request.json': `{"KeyId":"${KEY}","Plaintext":"aGVsbG8=","EncryptionContext":{"a":"b"}}`,
};

const OUTPUTS = ['json', 'text', 'table', 'yaml', 'yaml-stream'].flatMap((format) => [
  `aws kms describe-key --key-id ${KEY} --output ${format}`,
  `aws kms create-key --output ${format}`,
  `aws kms list-aliases --output ${format}`,
  `aws kms list-resource-tags --key-id ${KEY} --output ${format}`,
  `aws kms list-grants --key-id ${KEY} --output ${format}`,
  `aws kms list-key-policies --key-id ${KEY} --output ${format}`,
  `aws kms get-key-policy --key-id ${KEY} --policy-name default --output ${format}`,
  `aws kms get-key-rotation-status --key-id ${KEY} --output ${format}`,
  `aws kms enable-key --key-id ${KEY} --output ${format}`,
  `aws cloudtrail lookup-events --output ${format}`,
  `aws sts get-caller-identity --output ${format}`,
  `aws kms describe-key --key-id ${KEY} --query KeyMetadata.KeyState --output ${format}`,
  `aws kms describe-key --key-id ${KEY} --query KeyMetadata.Nothing --output ${format}`,
  `aws kms list-aliases --query 'Aliases[].[AliasName,TargetKeyId]' --output ${format}`,
  `aws kms list-aliases --query 'Aliases[].AliasName' --output ${format}`,
  `aws kms list-aliases --query 'Aliases[0]' --output ${format}`,
  `aws kms list-aliases --query 'length(Aliases)' --output ${format}`,
]);

const REQUESTS = [
  `aws kms encrypt --key-id ${KEY} --plaintext aGVsbG8=`,
  `aws kms encrypt --key-id alias/a --plaintext fileb://bytes.bin --encryption-context purpose=test,Department=IT`,
  `aws kms encrypt --key-id alias/a --plaintext file://b64.txt --encryption-context '{"a":"b","c":"d"}'`,
  `aws kms encrypt --key-id alias/a --plaintext hello --cli-binary-format raw-in-base64-out`,
  `aws kms encrypt --key-id alias/a --plaintext file://plain.txt --cli-binary-format raw-in-base64-out`,
  `aws kms encrypt --key-id alias/a --plaintext 'aGV sbG8='`,
  `aws kms encrypt --cli-input-json file://request.json --key-id alias/b`,
  `aws kms encrypt --cli-input-json '{"KeyId":"k","Plaintext":"aGVsbG8="}'`,
  `aws kms decrypt --ciphertext-blob fileb://bytes.bin --query Plaintext --output text`,
  `aws kms create-key --description "It is \\"mine\\"" --tags TagKey=Purpose,TagValue=Test TagKey=Cost,TagValue=42`,
  `aws kms create-key --tags '[{"TagKey":"a","TagValue":"b c"}]' --multi-region`,
  `aws kms create-key --tags file://tags.json`,
  `aws kms create-key --tags TagKey=a,TagValue= 'TagKey=b,TagValue="x, y"'`,
  `aws kms create-key --tags 'TagKey=a\\,b,TagValue=c=d'`,
  `aws kms create-key --policy file://policy.json --bypass-policy-lockout-safety-check`,
  `aws kms create-key --no-multi-region --no-bypass-policy-lockout-safety-check`,
  `aws kms create-key --description ''`,
  `aws kms create-key --description=-dash --key-spec RSA_2048 --key-usage ENCRYPT_DECRYPT`,
  `aws kms create-key --description '- with a space'`,
  `aws kms create-key --description 'line 1
line 2'`,
  `aws kms create-key \\
    --description two\\ words \\
    --key-usage=SIGN_VERIFY`,
  `aws kms create-grant --key-id k --grantee-principal arn:aws:iam::111122223333:role/r --operations Encrypt Decrypt --constraints EncryptionContextSubset={Department=IT}`,
  `aws kms create-grant --key-id k --grantee-principal p --operations '["Encrypt"]' --constraints '{"EncryptionContextEquals":{"a":"b"}}' --grant-tokens`,
  `aws kms untag-resource --key-id k --tag-keys a b 'c d'`,
  `aws kms schedule-key-deletion --key-id k --pending-window-in-days 7`,
  `aws kms schedule-key-deletion --key-id k --pending-window 7 --region eu-west-1`,
  `aws kms import-key-material --key-id k --import-token AAAA --encrypted-key-material AAAA --valid-to 2026-12-01T00:00:00Z --expiration-model KEY_MATERIAL_EXPIRES`,
  `aws kms import-key-material --key-id k --import-token AAAA --encrypted-key-material AAAA --valid-to 1764547200.75`,
  `aws kms import-key-material --key-id k --import-token AAAA --encrypted-key-material AAAA --valid-to 2026-12-01T09:00:00+09:00`,
  `aws kms import-key-material --key-id k --import-token AAAA --encrypted-key-material AAAA --valid-to 2026-12-01`,
  `aws --region ap-northeast-1 kms --output text list-aliases --query 'Aliases[0].AliasName'`,
  `aws kms list-aliases --page-size 2`,
  `aws kms list-aliases --max-items 1`,
  `aws kms list-aliases --starting-token eyJNYXJrZXIiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==`,
  `aws kms list-aliases --max-items 1 --output text`,
  `aws kms list-aliases --limit 2`,
  `aws kms list-aliases --no-paginate`,
  `aws kms list-aliases --no-paginate --output text`,
  `aws kms generate-random --number-of-bytes 32 # a comment`,
  `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=Decrypt --start-time 2022-08-30`,
  `aws logs test-metric-filter --filter-pattern '[w1, w2=ERROR]' --log-event-messages 'a ERROR b' 'c INFO d'`,
];

const COMPLAINTS = [
  `aws`,
  `aws kms`,
  `aws kms describe-key`,
  `aws kms encrypt`,
  `aws kms describe-key --key-id`,
  `aws kms describe-key --key-id x --foo bar`,
  `aws kms describe-key foo --key-id x --bar`,
  `aws kms describe-key --k x`,
  `aws kms generate-data-key --key x`,
  `aws kms create-key --multi-region=true`,
  `aws kms create-key --output xml`,
  `aws kms describe-key --key-id missing`,
  `aws kms decrypt --key-id bad --ciphertext-blob AAAA`,
  `aws kms encrypt --key-id x --plaintext hello`,
  `aws kms encrypt --key-id x --plaintext 'a=b=c'`,
  `aws kms generate-random --number-of-bytes abc`,
  `aws kms generate-random --number-of-bytes 0`,
  `aws kms generate-random --number-of-bytes 1.5`,
  `aws kms describe-key --key-id ''`,
  `aws kms tag-resource --key-id x --tags TagKey=a`,
  `aws kms tag-resource --key-id x --tags Foo=a,TagValue=b`,
  `aws kms tag-resource --key-id x --tags a`,
  `aws kms tag-resource --key-id x --tags TagKey=a,TagValue=b,TagKey=c,TagValue=d`,
  `aws kms tag-resource --key-id x --tags 'TagKey="a'`,
  `aws kms tag-resource --key-id x --tags 'TagKey=a TagValue=b'`,
  `aws kms tag-resource --key-id x --tags '[{"TagKey":"a",}]'`,
  `aws kms tag-resource --key-id x --tags '{TagKey:a}'`,
  `aws kms tag-resource --key-id x --tags '[{"TagKey":1,"TagValue":null}]'`,
  `aws kms tag-resource --key-id x --tags '[1]'`,
  `aws kms encrypt --key-id x --plaintext AAAA --encryption-context '{a:b}'`,
  `aws kms encrypt --key-id x --plaintext AAAA --encryption-context a`,
  `aws kms encrypt --key-id x --plaintext AAAA --encryption-context '{"a":["b"]}'`,
  `aws kms encrypt --key-id x --plaintext AAAA --encryption-context '{"a" "b"}'`,
  `aws kms encrypt --key-id x --plaintext AAAA --encryption-context '{"a":"b"} x'`,
  `aws kms encrypt --key-id x --plaintext AAAA --encryption-context '{"a":"b'`,
  `aws kms encrypt --key-id x --plaintext fileb://nowhere`,
  `aws kms create-key --policy file://bytes.bin`,
  `aws kms encrypt --cli-input-json '{'`,
  `aws kms encrypt --cli-input-json '[]'`,
  `aws kms tag-resource --cli-input-json '{"KeyId":"k","Nope":1}'`,
  `aws kms import-key-material --key-id k --import-token AAAA --encrypted-key-material AAAA --valid-to tomorrow`,
  `aws kms describe-key --key-id x --query 'KeyMetadata['`,
  `aws kms describe-key --key-id x --profile nobody`,
  `aws logs test-metric-filter --filter-pattern x --log-event-messages`,
];

export const LINES: readonly string[] = [...OUTPUTS, ...REQUESTS, ...COMPLAINTS];
