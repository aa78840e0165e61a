import { fromBase64, fromUtf8, toBase64, utf8 } from './crypto/bytes.ts';
import { type Refused, refused } from './errors.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly position: { readonly Truncated: boolean; readonly NextMarker?: string };
}

/**
 * One page of a list. The marker names the last item of the page before, so that items which come or go between two
 * pages shift nothing.
 * @param nameOf gives each item the name by which the list is sorted
 */
export const pageOf = <T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  { Limit, Marker }: { readonly Limit?: number; readonly Marker?: string },
  defaultLimit: number,
): Page<T> | Refused => {
  const after = Marker === undefined ? '' : readMarker(Marker);
  if (after === undefined) return refused('InvalidMarkerException');
  const rest = [...items]
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    .filter((item) => Marker === undefined || nameOf(item) > after);
  const page = rest.slice(0, Limit ?? defaultLimit);
  const last = page.at(-1);
  return {
    items: page,
    position:
      rest.length > page.length && last !== undefined
        ? { Truncated: true, NextMarker: toBase64(utf8(`${PREFIX}${nameOf(last)}`)) }
        : { Truncated: false },
  };
};

const PREFIX = 'after:';

const readMarker = (marker: string): string | undefined => {
  const bytes = fromBase64(marker);
  const text = bytes && fromUtf8(bytes);
  return text?.startsWith(PREFIX) ? text.slice(PREFIX.length) : undefined;
};
