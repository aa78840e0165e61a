import type { Text } from './content-schema/text.ts';
import type { StartWorld } from './session.ts';

/** A start world as content gives it: with words for the ciphertexts that its script saved. */
export interface AuthoredWorld extends StartWorld {
  readonly labels?: Readonly<Record<string, Text>>;
}

export const defineWorld = (world: AuthoredWorld): AuthoredWorld => world;
