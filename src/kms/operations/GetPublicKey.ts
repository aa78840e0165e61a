import { refused } from '../errors.ts';
import { algorithmsMember } from '../key-metadata.ts';
import { isKeyPair } from '../key-types.ts';
import { keyOperation } from './define.ts';

/**
 * Words about a symmetric key, and about a key whose pair has never been imported: ours.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_GetPublicKey.html
 */
export const GetPublicKey = keyOperation({
  name: 'GetPublicKey',
  on: 'keyOrAlias',
  perform: ({ key }) => {
    const { Arn, KeySpec, KeyUsage, PublicKey } = key;
    if (!isKeyPair(KeySpec))
      return refused(
        'UnsupportedOperationException',
        `${Arn} key spec is ${KeySpec} which is not valid for GetPublicKey.`,
      );
    if (PublicKey === undefined) return refused('KMSInvalidStateException', `${Arn} is pending import.`);
    return { KeyId: Arn, PublicKey, CustomerMasterKeySpec: KeySpec, KeySpec, KeyUsage, ...algorithmsMember(key) };
  },
});
