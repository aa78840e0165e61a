import { defineDeck } from '../../src/learn/sorting-deck.ts';

const S3_KEY = { operation: 'DescribeKey', input: { KeyId: 'alias/aws/s3' }, save: 's3' } as const;
const OWN_KEY = { operation: 'CreateKey', save: 'own' } as const;

/** Twelve things that are true of one kind of key alone. */
export default defineDeck({
  id: 'key-kinds',
  bins: [
    {
      id: 'customer',
      name: { ja: 'カスタマーマネージドキー', en: 'Customer managed key' },
      holds: {
        ja: 'カスタマーマネージドキーは、自分で作り、ポリシーも状態も自分で決めるキーです。',
        en: 'A customer managed key is one that you make, and whose policy and state you decide.',
      },
    },
    {
      id: 'managed',
      name: { ja: 'AWSマネージドキー', en: 'AWS managed key' },
      holds: {
        ja: 'AWSマネージドキーは、サービスが自分のアカウントに作るキーです。見えますが、変えられません。',
        en: 'An AWS managed key is made by a service in your account: you see it and cannot change it.',
      },
    },
    {
      id: 'owned',
      name: { ja: 'AWS所有のキー', en: 'AWS owned key' },
      holds: {
        ja: 'AWS所有のキーは、サービスの側のアカウントにあり、自分には見えないキーです。',
        en: "An AWS owned key lies in the service's account, out of your sight.",
      },
    },
  ],
  cards: [
    {
      id: 'alias',
      text: { ja: 'alias/aws/s3のような名前が付いている', en: 'It has a name such as alias/aws/s3' },
      bin: 'managed',
      why: {
        ja: 'alias/aws/で始まる名前は予約されていて、利用者には付けられません。',
        en: 'Names that start with alias/aws/ are reserved; you cannot give one.',
      },
    },
    {
      id: 'disable',
      text: { ja: '漏えいを疑ったら、自分で無効化できる', en: 'If you suspect a leak, you can disable it yourself' },
      bin: 'customer',
      why: {
        ja: '止めることも消すこともできるのは、自分で作ったキーだけです。',
        en: 'Only a key that you made can be stopped or deleted by you.',
      },
      proof: [OWN_KEY, { operation: 'DisableKey', input: { KeyId: '$own.KeyMetadata.KeyId' } }],
    },
    {
      id: 'unseen',
      text: { ja: '使われても、自分のCloudTrailに現れない', en: 'Its use never shows in your CloudTrail' },
      bin: 'owned',
      why: {
        ja: '呼び出しはサービスのアカウントの中で起こるので、自分の記録には残りません。',
        en: "Calls happen inside the service's account, so your own records hold nothing.",
      },
    },
    {
      id: 'forced-rotation',
      text: {
        ja: '約1年ごとにローテーションされ、止められない',
        en: 'It rotates about once a year, and you cannot stop that',
      },
      bin: 'managed',
      why: {
        ja: '周期を決めるのはAWSです。DisableKeyRotationは断られます。',
        en: 'AWS sets the period. DisableKeyRotation is refused.',
      },
      proof: [S3_KEY, { operation: 'DisableKeyRotation', input: { KeyId: '$s3.KeyMetadata.KeyId' } }],
    },
    {
      id: 'price',
      text: { ja: '1本あたり月1米ドルの料金がかかる', en: 'Each one costs 1 USD a month' },
      bin: 'customer',
      why: {
        ja: '月額料金がかかるのは、利用者が作ったキーです。',
        en: 'A monthly fee is charged for keys that you made.',
      },
    },
    {
      id: 'look',
      text: {
        ja: '一覧に出て詳細も読めるが、無効化はできない',
        en: 'You can list and describe it, but not disable it',
      },
      bin: 'managed',
      why: {
        ja: '自分のアカウントにあるので見えます。変える権限は、キーポリシーが誰にも与えていません。',
        en: 'It is in your account, so you see it. Its key policy lets nobody change it.',
      },
      proof: [S3_KEY, { operation: 'DisableKey', input: { KeyId: '$s3.KeyMetadata.KeyId' } }],
    },
    {
      id: 'shared',
      text: {
        ja: 'サービスのアカウントにあり、多くの利用者のために使われる',
        en: "It lies in the service's account and serves many customers",
      },
      bin: 'owned',
      why: {
        ja: '持ち主はサービスです。自分のアカウントには何もありません。',
        en: 'The service owns it; nothing of it is in your account.',
      },
    },
    {
      id: 'policy',
      text: {
        ja: 'キーポリシーを書き換えて、別のアカウントに使わせる',
        en: 'You edit its key policy to let another account in',
      },
      bin: 'customer',
      why: {
        ja: 'ポリシーを変えられるのはカスタマーマネージドキーだけなので、共有できるのもこのキーだけです。',
        en: 'Only its policy can be changed, so only this kind can be shared.',
      },
      proof: [S3_KEY, { operation: 'PutKeyPolicy', input: { KeyId: '$s3.KeyMetadata.KeyId', Policy: '{}' } }],
    },
    {
      id: 'dynamodb',
      text: {
        ja: 'DynamoDBの表を作り、キーを選ばなかったときに使われる',
        en: 'DynamoDB uses it for a table when you choose no key',
      },
      bin: 'owned',
      why: {
        ja: '既定でAWS所有のキーを使うサービスが増えています。2021年以降に始まったサービスには、AWSマネージドキーはありません。',
        en: 'More and more services use AWS owned keys by default. Those launched since 2021 have no AWS managed keys.',
      },
    },
    {
      id: 'period',
      text: { ja: '自動ローテーションの周期を、自分で選べる', en: 'You choose the period of its automatic rotation' },
      bin: 'customer',
      why: {
        ja: '有効にするかどうかも、周期も、自分で決めます。',
        en: 'Whether it rotates, and how often, is yours to decide.',
      },
      proof: [
        OWN_KEY,
        { operation: 'EnableKeyRotation', input: { KeyId: '$own.KeyMetadata.KeyId', RotationPeriodInDays: 90 } },
      ],
    },
    {
      id: 'requests-only',
      text: { ja: '月額は無料だが、呼び出しには課金される', en: 'No monthly fee, though requests are charged' },
      bin: 'managed',
      why: {
        ja: 'AWS所有のキーは、呼び出しにも料金がかかりません。',
        en: 'With AWS owned keys, not even requests are charged.',
      },
    },
    {
      id: 'create',
      text: { ja: 'CreateKeyを呼ぶと、できる', en: 'CreateKey makes it' },
      bin: 'customer',
      why: {
        ja: 'KeyManagerがCUSTOMERのキーになります。ほかの2種類は、サービスが作ります。',
        en: 'Its KeyManager is CUSTOMER. Services make the other two kinds.',
      },
      proof: [OWN_KEY],
    },
  ],
});
