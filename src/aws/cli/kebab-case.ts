/** AWS's names as the command line writes them: `GenerateDataKey` → `generate-data-key`, `KeyId` → `key-id`. */
export const kebabCase = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
