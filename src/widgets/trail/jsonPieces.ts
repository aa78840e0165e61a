export interface JsonPiece {
  readonly text: string;
  readonly kind: 'plain' | 'property' | 'string' | 'constant';
}

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON text, cut into what it is made of. Joined, the pieces are the text again. */
export const jsonPieces = (value: unknown): readonly JsonPiece[] => {
  const text = JSON.stringify(value, null, 2);
  const pieces: JsonPiece[] = [];
  let at = 0;
  const plain = (to: number) => {
    if (to > at) pieces.push({ text: text.slice(at, to), kind: 'plain' });
  };
  for (const match of text.matchAll(TOKEN)) {
    const [whole, quoted, colon] = match;
    const token = quoted ?? whole;
    plain(match.index);
    pieces.push({ text: token, kind: quoted === undefined ? 'constant' : colon === undefined ? 'string' : 'property' });
    at = match.index + token.length;
  }
  plain(text.length);
  return pieces;
};
