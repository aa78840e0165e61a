import type { World } from '../kms/index.ts';

/** What people call a key: its description, else its alias, else the beginning of its id. */
export const keyName = (world: World, KeyArn: string): string => {
  const key = world.keys[KeyArn];
  if (key?.Description) return key.Description;
  const alias = Object.values(world.aliases).find(({ TargetKeyArn }) => TargetKeyArn === KeyArn);
  return alias?.AliasName ?? KeyArn.split('/').at(-1)?.slice(0, 8) ?? KeyArn;
};

/** A number from 0 to 7 that stays with a key: its colour, everywhere. Related multi-Region keys share it. */
export const keyHue = (KeyArn: string): number => {
  let hash = 0;
  for (const character of KeyArn.split('/').at(-1) ?? '') hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % 8;
};
