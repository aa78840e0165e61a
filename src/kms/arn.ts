/**
 * The four ways to name a key: key id, key ARN, alias name, alias ARN.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/find-cmk-id-arn.html
 */
export interface KmsArn {
  readonly Region: string;
  readonly AccountId: string;
  readonly resource:
    | { readonly type: 'key'; readonly KeyId: string }
    | { readonly type: 'alias'; readonly AliasName: string };
}

export type KeyName =
  | { readonly form: 'keyId'; readonly KeyId: string }
  | { readonly form: 'alias'; readonly AliasName: string }
  | ({ readonly form: 'arn' } & KmsArn)
  | { readonly form: 'malformedArn' }
  | { readonly form: 'unknown' };

const KEY_ID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;
const KMS_ARN = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):(\d{12}):(?:key\/([A-Za-z0-9-]+)|(alias\/[A-Za-z0-9:/_-]+))$/;

export const parseKeyName = (text: string): KeyName => {
  if (KEY_ID.test(text)) return { form: 'keyId', KeyId: text };
  if (text.startsWith('alias/')) return { form: 'alias', AliasName: text };
  if (!text.startsWith('arn:')) return { form: 'unknown' };
  const arn = parseKmsArn(text);
  return arn ? { form: 'arn', ...arn } : { form: 'malformedArn' };
};

export const parseKmsArn = (text: string): KmsArn | undefined => {
  const [, Region, AccountId, KeyId, AliasName] = KMS_ARN.exec(text) ?? [];
  if (Region === undefined || AccountId === undefined) return undefined;
  if (KeyId !== undefined) return { Region, AccountId, resource: { type: 'key', KeyId } };
  return AliasName === undefined ? undefined : { Region, AccountId, resource: { type: 'alias', AliasName } };
};

export const keyArn = (Region: string, AccountId: string, KeyId: string): string =>
  `arn:aws:kms:${Region}:${AccountId}:key/${KeyId}`;

/** @param AliasName with its prefix `alias/` */
export const aliasArn = (Region: string, AccountId: string, AliasName: string): string =>
  `arn:aws:kms:${Region}:${AccountId}:${AliasName}`;

/** The account that an ARN of any service names, if it names one. */
export const accountOf = (arn: string): string | undefined => arn.split(':')[4] || undefined;
