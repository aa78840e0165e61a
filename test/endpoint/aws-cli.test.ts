import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Endpoint, startEndpoint } from './endpoint.ts';
import { awsCli, type Ran, run } from './installed.ts';

const path = awsCli();

describe.skipIf(path === undefined)('the AWS CLI', () => {
  let endpoint: Endpoint;
  beforeAll(async () => {
    endpoint = await startEndpoint();
  });
  afterAll(() => endpoint.stop());

  const aws = (...words: readonly string[]): Promise<Ran> =>
    run(path as string, ['--endpoint-url', endpoint.url, '--output', 'json', ...words]);
  const json = async (...words: readonly string[]) => {
    const { stdout, stderr } = await aws(...words);
    if (stderr) throw new Error(stderr);
    return stdout === '' ? {} : JSON.parse(stdout);
  };

  test('makes, names, uses, disables and finds a key', async () => {
    const { KeyMetadata } = await json('kms', 'create-key', '--tags', 'TagKey=team,TagValue=pay');
    const { KeyId } = KeyMetadata;
    await json('kms', 'create-alias', '--alias-name', 'alias/pay', '--target-key-id', KeyId);
    const { CiphertextBlob } = await json('kms', 'encrypt', '--key-id', 'alias/pay', '--plaintext', 'aGVsbG8=');
    expect(CiphertextBlob).toMatch(/^[A-Za-z0-9+/]+=*$/);
    const { Aliases } = await json('kms', 'list-aliases', '--key-id', KeyId);
    expect(Aliases).toMatchObject([{ AliasName: 'alias/pay', TargetKeyId: KeyId }]);
    await json('kms', 'disable-key', '--key-id', KeyId);
    const refused = await aws('kms', 'encrypt', '--key-id', KeyId, '--plaintext', 'aGVsbG8=');
    expect(refused.stderr).toContain(
      `An error occurred (DisabledException) when calling the Encrypt operation: ${KeyMetadata.Arn} is disabled.`,
    );
    expect(refused.exitCode).toBeGreaterThan(0);

    const { Events } = await json(
      'cloudtrail',
      'lookup-events',
      '--lookup-attributes',
      'AttributeKey=EventName,AttributeValue=Encrypt',
    );
    expect(Events).toHaveLength(2);
    expect(JSON.parse(Events[0].CloudTrailEvent)).toMatchObject({
      errorCode: 'DisabledException',
      userAgent: expect.stringContaining('aws-cli/'),
    });
  });

  test('says who calls, and tests a filter pattern', async () => {
    expect(await json('sts', 'get-caller-identity')).toMatchObject({
      Account: '123456789012',
      Arn: 'arn:aws:iam::123456789012:user/admin',
    });
    const { matches } = await json(
      'logs',
      'test-metric-filter',
      '--filter-pattern',
      '{ $.a = 1 }',
      '--log-event-messages',
      '{"a":1}',
      '{"a":2}',
    );
    expect(matches).toHaveLength(1);
  });

  test('is refused with a wrong secret', async () => {
    const words = ['--endpoint-url', endpoint.url, 'kms', 'list-keys'];
    const { stderr } = await run(path as string, words, { AWS_SECRET_ACCESS_KEY: 'guess' });
    expect(stderr).toContain('(InvalidSignatureException)');
    const sts = await run(path as string, ['--endpoint-url', endpoint.url, 'sts', 'get-caller-identity'], {
      AWS_ACCESS_KEY_ID: 'AKIANOBODY',
    });
    expect(sts.stderr).toContain('(InvalidClientTokenId)');
  });
});
