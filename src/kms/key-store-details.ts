import type { KeyRecord, World } from './world.ts';

/**
 * What CloudTrail adds about the use of a key in a custom key store. It stands in place of the key material id: these keys
 * do not rotate.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/ct-encrypt.html
 */
export const keyStoreDetails = (
  { keyStores }: World,
  { CustomKeyStoreId, XksKeyId }: KeyRecord,
): Readonly<Record<string, unknown>> | undefined => {
  if (CustomKeyStoreId === undefined) return undefined;
  const clusterId = keyStores[CustomKeyStoreId]?.CloudHsmClusterId;
  return {
    customKeyStoreId: CustomKeyStoreId,
    ...(clusterId !== undefined && { clusterId }),
    ...(XksKeyId !== undefined && { xksKeyId: XksKeyId }),
  };
};
