/**
 * How large letters must be for the last row: a glyph as high as a two-hundredth of the distance.
 * @param distance metres from the screen to the last row
 * @param height   metres of the projected picture
 * @returns per cent of the picture's height, as CSS `vh`, to one decimal
 */
export const fontSizeFor = (distance: number, height: number): number =>
  Math.round((1000 * (distance / 200)) / height) / 10;

/** The two ways in which a talk is seen: in a room, or in a window on somebody's own screen. */
export const PROFILES = {
  room: { body: 5, smallest: 3.5, headline: 8, maxLines: 7, maxCharacters: 26 },
  stream: { body: 3.6, smallest: 2.6, headline: 6, maxLines: 10, maxCharacters: 38 },
} as const;

export type Profile = keyof typeof PROFILES;
