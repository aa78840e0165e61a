/**
 * How many CloudTrail records a second does a compiled filter pattern take? The budget is 300,000.
 *
 * `npx node bench/logs.ts` prints it.
 */
import { compileFilterPattern } from '../src/logs/pattern/compileFilterPattern.ts';

export const MATCHES_PER_SECOND_BUDGET = 300_000;

export interface LogsBenchResult {
  readonly pattern: string;
  readonly matched: number;
  readonly matchesPerSecond: number;
}

const PATTERNS: readonly string[] = [
  '{($.eventSource=kms.amazonaws.com) && (($.errorCode="KMSInvalidStateException") || ($.errorCode="DisabledException"))}',
  '{($.eventSource=kms.amazonaws.com) && (($.errorCode="*Exception"))}',
  '{($.eventSource=kms.amazonaws.com) && (($.eventName="DisableKey") || ($.eventName="ScheduleKeyDeletion"))}',
  '{ $.eventSource = kms* && $.errorMessage = "* is pending deletion."}',
  '{ $.errorMessage = %key/[0-9a-f]{8}-.* is pending deletion|is disabled\\.$% }',
  '{ $.resources[*].ARN = "arn:aws:kms:*" && $.requestParameters.pendingWindowInDays < 30 }',
];

const NAMES = [
  'Decrypt',
  'GenerateDataKey',
  'Encrypt',
  'DescribeKey',
  'ScheduleKeyDeletion',
  'DisableKey',
  'ListAliases',
];
const ERRORS = [undefined, undefined, undefined, 'KMSInvalidStateException', 'DisabledException', 'AccessDenied'];

/** Records of the shape that CloudTrail writes for KMS, each an object of its own. */
export const sampleRecords = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, index) => {
    const ARN = `arn:aws:kms:ap-northeast-1:111122223333:key/${String(index % 97).padStart(8, '0')}-12ab-34cd-56ef-1234567890ab`;
    const errorCode = ERRORS[index % ERRORS.length];
    const failure =
      errorCode === undefined
        ? {}
        : {
            errorCode,
            errorMessage: `${ARN} is ${errorCode === 'DisabledException' ? 'disabled' : 'pending deletion'}.`,
          };
    const eventName = NAMES[index % NAMES.length];
    return {
      eventVersion: '1.11',
      userIdentity: {
        type: 'IAMUser',
        principalId: 'EX_PRINCIPAL_ID',
        arn: 'arn:aws:iam::111122223333:user/Alice',
        accountId: '111122223333',
        accessKeyId: 'EXAMPLE_KEY_ID',
        userName: 'Alice',
      },
      eventTime: '2026-04-01T00:00:00Z',
      eventSource: index % 5 === 4 ? 's3.amazonaws.com' : 'kms.amazonaws.com',
      eventName,
      awsRegion: 'ap-northeast-1',
      sourceIPAddress: '192.0.2.10',
      userAgent: 'aws-cli/2.15.0',
      ...failure,
      requestParameters:
        eventName === 'ScheduleKeyDeletion'
          ? { keyId: ARN, pendingWindowInDays: 7 + (index % 24) }
          : { keyId: ARN, encryptionContext: { department: 'payments' }, encryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
      responseElements: null,
      requestID: `req-${index}`,
      eventID: `evt-${index}`,
      readOnly: index % 7 < 4,
      resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN }],
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: '111122223333',
      eventCategory: 'Management',
      tlsDetails: { tlsVersion: 'TLSv1.3', cipherSuite: 'TLS_AES_256_GCM_SHA384' },
    };
  });

/** @param rounds how often the records are gone through for each pattern, after one round to warm up */
export const benchLogs = (records = sampleRecords(10_000), rounds = 20): readonly LogsBenchResult[] =>
  PATTERNS.map((pattern) => {
    const compiled = compileFilterPattern(pattern);
    if (!compiled.ok) throw new Error(`${pattern}: ${compiled.error.code} at ${compiled.error.offset}`);
    const round = (): number => records.reduce<number>((hits, record) => hits + (compiled.matches(record) ? 1 : 0), 0);
    const matched = round();
    const begun = performance.now();
    for (let nth = 0; nth < rounds; nth += 1) round();
    const seconds = (performance.now() - begun) / 1000;
    return { pattern, matched, matchesPerSecond: Math.round((records.length * rounds) / seconds) };
  });

if (import.meta.main) {
  for (const { pattern, matched, matchesPerSecond } of benchLogs()) {
    const verdict = matchesPerSecond >= MATCHES_PER_SECOND_BUDGET ? 'ok' : 'TOO SLOW';
    console.log(`${verdict}  ${matchesPerSecond.toLocaleString('en')} matches/s  (${matched} of 10,000)  ${pattern}`);
  }
}
