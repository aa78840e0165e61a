import type { PictureArrow, PictureState } from '../kms/chart-picture.ts';

/** A picture with a place for everything; units are SVG user units. */
export interface LaidOut {
  readonly width: number;
  readonly height: number;
  readonly states: readonly {
    readonly state: PictureState;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly arrows: readonly (PictureArrow & {
    readonly path: string;
    readonly label: { readonly x: number; readonly y: number; readonly lines: readonly string[] };
  })[];
}
