import { definePrediction } from '../../src/learn/prediction.ts';

export default definePrediction({
  id: 'p07-lockout',
  question: {
    ja: 'keyadminが、appだけを許可するキーポリシーを保存しようとします。自分は入れ忘れました。どうなるでしょう。',
    en: 'keyadmin saves a key policy that allows app alone, and forgets itself. What happens?',
  },
  world: [{ operation: 'CreateKey', as: 'keyadmin', save: 'k1' }],
  run: [
    {
      operation: 'PutKeyPolicy',
      input: {
        KeyId: '$k1.KeyMetadata.KeyId',
        Policy: {
          $policy: [
            { Effect: 'Allow', Principal: { AWS: { $principal: 'app' } }, Action: ['kms:Decrypt'], Resource: '*' },
          ],
        },
      },
      as: 'keyadmin',
    },
  ],
  observe: 'answer',
  options: [
    {
      outcome: 'ok',
      text: { ja: '保存され、以後は誰も変更できない', en: 'It is saved, and nobody can change it again' },
    },
    {
      outcome: 'MalformedPolicyDocumentException',
      text: { ja: 'ポリシーに問題があると断られる', en: 'The policy is refused as malformed' },
    },
    {
      outcome: 'AccessDeniedException',
      text: { ja: '保存の権限がないと断られる', en: 'Saving is refused for lack of permission' },
    },
  ],
});
