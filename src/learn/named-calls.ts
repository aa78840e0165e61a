import { aliasArn } from '../kms/arn.ts';
import type { ApiCall, KeyRecord } from '../kms/index.ts';

/** The four ways to name one key. Source: https://docs.aws.amazon.com/kms/latest/developerguide/find-cmk-id-arn.html */
export const NAME_FORMS = ['keyId', 'keyArn', 'alias', 'aliasArn'] as const;
export type NameForm = (typeof NAME_FORMS)[number];

export const nameOfKey = (form: NameForm, key: KeyRecord, AliasName: string): string =>
  ({
    keyId: key.KeyId,
    keyArn: key.Arn,
    alias: AliasName,
    aliasArn: aliasArn(key.Region, key.AWSAccountId, AliasName),
  })[form];

/** A cryptographic call or one of management, by a given name, at the endpoint of a Region. */
export const callByName = (operation: 'Encrypt' | 'DisableKey', KeyId: string, region: string): ApiCall => ({
  operation,
  input: operation === 'Encrypt' ? { KeyId, Plaintext: 'aGVsbG8=' } : { KeyId },
  region,
});
