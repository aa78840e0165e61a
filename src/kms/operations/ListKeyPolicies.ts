import { isRefused } from '../errors.ts';
import { POLICY_NAME } from '../key-policy-check.ts';
import { pageOf } from '../paging.ts';
import { keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html */
export const ListKeyPolicies = keyOperation({
  name: 'ListKeyPolicies',
  on: 'key',
  perform: ({ input }) => {
    const page = pageOf([POLICY_NAME], (name) => name, input, 100);
    return isRefused(page) ? page : { PolicyNames: page.items, ...page.position };
  },
});
