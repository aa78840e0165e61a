/**
 * An ARN or a key id as it stands in tables.
 *
 * `arn:aws:kms:…:key/1234abcd-12ab-34cd-56ef-1234567890ab` → `key/1234…90ab`; names of aliases stay whole.
 */
export const shortArn = (arn: string): string => {
  const name = arn.startsWith('arn:') ? arn.slice(arn.lastIndexOf(':') + 1) : arn;
  if (name.startsWith('alias/')) return name;
  const [, kind = '', id = ''] = /^(.*\/)?([^/]*)$/.exec(name) ?? [];
  return id.length > 12 ? `${kind}${id.slice(0, id.startsWith('mrk-') ? 8 : 4)}…${id.slice(-4)}` : name;
};

/** Pieces after which a line may break: behind `:` and `/`. */
export const arnPieces = (arn: string): readonly string[] => arn.split(/(?<=[:/])/);
