/** The commands that the notebook's command line knows: all of KMS, and what the lessons need of its neighbours. */
import { describeOperation, INPUTS, OPERATION_NAMES, type StructureShape } from '../../kms/model/index.ts';
import { kebabCase } from './kebab-case.ts';
import type { CliOperation, CliService, Pages } from './service.ts';

const KMS_LISTS: { readonly [operation: string]: string } = {
  DescribeCustomKeyStores: 'CustomKeyStores',
  ListAliases: 'Aliases',
  ListGrants: 'Grants',
  ListKeyPolicies: 'PolicyNames',
  ListKeyRotations: 'Rotations',
  ListKeys: 'Keys',
  ListResourceTags: 'Tags',
  ListRetirableGrants: 'Grants',
};

const pagesOf = (operation: string): Pages | undefined => {
  const resultKey = KMS_LISTS[operation];
  return resultKey === undefined
    ? undefined
    : { inputToken: 'Marker', outputToken: 'NextMarker', limitKey: 'Limit', resultKey };
};

const kms: CliService = {
  name: 'kms',
  operations: Object.fromEntries(
    OPERATION_NAMES.map((name): [string, CliOperation] => [
      kebabCase(name),
      { name, input: INPUTS[name], output: describeOperation(name).responseFields, pages: pagesOf(name) },
    ]),
  ),
};

const NO_INPUT: StructureShape = { type: 'structure', members: {}, required: [] };

const sts: CliService = {
  name: 'sts',
  operations: {
    'get-caller-identity': { name: 'GetCallerIdentity', input: NO_INPUT, output: ['UserId', 'Account', 'Arn'] },
  },
};

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html */
const cloudtrail: CliService = {
  name: 'cloudtrail',
  operations: {
    'lookup-events': {
      name: 'LookupEvents',
      input: {
        type: 'structure',
        members: {
          LookupAttributes: {
            type: 'list',
            of: {
              type: 'structure',
              members: {
                AttributeKey: {
                  type: 'string',
                  enum: [
                    'EventId',
                    'EventName',
                    'ReadOnly',
                    'Username',
                    'ResourceType',
                    'ResourceName',
                    'EventSource',
                    'AccessKeyId',
                  ],
                },
                AttributeValue: { type: 'string', min: 1, max: 2000 },
              },
              required: ['AttributeKey', 'AttributeValue'],
            },
          },
          StartTime: { type: 'timestamp' },
          EndTime: { type: 'timestamp' },
          EventCategory: { type: 'string', enum: ['insight'] },
          MaxResults: { type: 'integer', min: 1, max: 50 },
          NextToken: { type: 'string' },
        },
        required: [],
      },
      output: ['Events', 'NextToken'],
      pages: { inputToken: 'NextToken', outputToken: 'NextToken', limitKey: 'MaxResults', resultKey: 'Events' },
    },
  },
};

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestMetricFilter.html */
const logs: CliService = {
  name: 'logs',
  operations: {
    'test-metric-filter': {
      name: 'TestMetricFilter',
      input: {
        type: 'structure',
        members: {
          filterPattern: { type: 'string', min: 0, max: 1024 },
          logEventMessages: { type: 'list', of: { type: 'string', min: 1 }, min: 1, max: 50 },
        },
        required: ['filterPattern', 'logEventMessages'],
      },
      output: ['matches'],
    },
  },
};

export const SERVICES: { readonly [name: string]: CliService } = { cloudtrail, kms, logs, sts };
