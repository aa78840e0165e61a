import { isRefused } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { keysOf } from '../world.ts';
import { accountOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html */
export const ListKeys = accountOperation({
  name: 'ListKeys',
  perform: ({ world, caller, Region, input }) => {
    const own = keysOf(world).filter((key) => key.AWSAccountId === caller.AccountId && key.Region === Region);
    const page = pageOf(own, ({ KeyId }) => KeyId, input, 100);
    if (isRefused(page)) return page;
    return { Keys: page.items.map(({ KeyId, Arn }) => ({ KeyId, KeyArn: Arn })), ...page.position };
  },
});
