/** The rows of a long list that are worth drawing. */
export interface Window {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Rows drawn beyond the edge, so that a quick scroll meets no gap. */
const SPARE = 8;

/** @param view height of the visible part, in the unit of `row` and `scrolled` */
export const windowOf = (count: number, row: number, scrolled: number, view: number): Window => {
  const first = Math.floor(Math.max(0, scrolled) / row);
  const visible = Math.ceil(view / row);
  const from = Math.max(0, Math.min(first, count - visible) - SPARE);
  return { from, to: Math.min(count, from + visible + 2 * SPARE) };
};
