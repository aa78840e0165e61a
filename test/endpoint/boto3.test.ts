import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Endpoint, startEndpoint } from './endpoint.ts';
import { pythonWithBoto3, run } from './installed.ts';

const python = pythonWithBoto3();

const SCRIPT = `
import boto3, datetime, os
from botocore.config import Config
def client(name): return boto3.client(name, endpoint_url=os.environ['ENDPOINT'], config=Config(retries={'max_attempts': 0}))
kms, trail = client('kms'), client('cloudtrail')
key = kms.create_key(Description='boto3')['KeyMetadata']
assert isinstance(key['CreationDate'], datetime.datetime), key
blob = kms.encrypt(KeyId=key['KeyId'], Plaintext=b'hello', EncryptionContext={'a': 'b'})['CiphertextBlob']
assert kms.decrypt(CiphertextBlob=blob, EncryptionContext={'a': 'b'})['Plaintext'] == b'hello'
try:
    kms.decrypt(CiphertextBlob=blob)
    raise SystemExit('not refused')
except kms.exceptions.InvalidCiphertextException as error:
    assert error.response['ResponseMetadata']['HTTPStatusCode'] == 400
assert kms.enable_key(KeyId=key['KeyId'])['ResponseMetadata']['HTTPStatusCode'] == 200
for n in range(5): kms.create_key()
assert len([k for page in kms.get_paginator('list_keys').paginate(PaginationConfig={'PageSize': 2}) for k in page['Keys']]) == 6
names = [e['EventName'] for page in trail.get_paginator('lookup_events').paginate(PaginationConfig={'PageSize': 4}) for e in page['Events']]
assert names.count('CreateKey') == 6 and names[-1] == 'CreateKey', names
assert client('sts').get_caller_identity()['Account'] == '123456789012'
event = trail.lookup_events(MaxResults=1)['Events'][0]
assert isinstance(event['EventTime'], datetime.datetime), event
assert client('logs').test_metric_filter(filterPattern='ERROR', logEventMessages=['ERROR 1', 'ok'])['matches'][0]['eventNumber'] == 0
public = kms.get_public_key(KeyId=kms.create_key(KeySpec='ECC_NIST_P256', KeyUsage='SIGN_VERIFY')['KeyMetadata']['KeyId'])
assert public['PublicKey'][:1] == b'0'
print('done')
`;

describe.skipIf(python === undefined)('boto3', () => {
  let endpoint: Endpoint;
  beforeAll(async () => {
    endpoint = await startEndpoint();
  });
  afterAll(() => endpoint.stop());

  test('encrypts, pages, reads dates and exceptions', async () => {
    expect(await run(python as string, ['-c', SCRIPT], { ENDPOINT: endpoint.url })).toEqual({
      stdout: 'done\n',
      stderr: '',
      exitCode: 0,
    });
  });
});
