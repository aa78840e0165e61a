import type { Text } from '../learn/content-schema/text.ts';

/** Tapes put together to fill an evening, with what happens between them. */
export interface Pack {
  readonly id: string;
  readonly title: Text;
  /** What it is for. */
  readonly use: Text;
  readonly parts: readonly PackPart[];
}

export type PackPart =
  | { readonly tape: string }
  | { readonly exercise: string; readonly minutes: number }
  | { readonly talk: Text; readonly minutes: number };
