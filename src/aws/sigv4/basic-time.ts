/** The time format of signatures: `YYYYMMDDTHHMMSSZ` ⇄ epoch seconds. */
import { isoText, parseInstant } from '../cli/instant.ts';

/** @returns undefined when the text has another form or is no date */
export const readBasicTime = (text: string): number | undefined =>
  /^\d{8}T\d{6}Z$/.test(text) ? parseInstant(text) : undefined;

export const basicTime = (epochSeconds: number): string =>
  `${isoText(Math.floor(epochSeconds))
    .replace(/\+00:00$/, '')
    .replaceAll(/[-:]/g, '')}Z`;
