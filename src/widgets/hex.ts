/** `1b 3f 00`, or the beginning of it. */
export const spacedHex = (bytes: Uint8Array, most = bytes.length): string =>
  [...bytes.subarray(0, most)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ') +
  (bytes.length > most ? ' …' : '');

/** The end of it: what begins alike may end apart. */
export const hexTail = (bytes: Uint8Array, most: number): string =>
  (bytes.length > most ? '… ' : '') + spacedHex(bytes.subarray(-most));

export interface HexPiece {
  readonly text: string;
  readonly changed: boolean;
}

/** The bytes of a stretch, split where changed ones stand among others. */
export const hexPieces = (
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  changed: ReadonlySet<number>,
): readonly HexPiece[] => {
  const pieces: { text: string; changed: boolean }[] = [];
  for (let at = start; at < end; at++) {
    const hex = `${(bytes[at] ?? 0).toString(16).padStart(2, '0')} `;
    const last = pieces.at(-1);
    if (last && last.changed === changed.has(at)) last.text += hex;
    else pieces.push({ text: hex, changed: changed.has(at) });
  }
  return pieces;
};
