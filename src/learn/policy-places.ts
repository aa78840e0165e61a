import { type JsonNode, parseJson } from '../kms/policy/json.ts';

/** A piece of a text: from the first character to the one after the last. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/**
 * Where a JSON Pointer leads in a text.
 * @param path `/Statement/0/Action/1`; where it leads nowhere, the last part of it that is there
 * @returns undefined for a text that is no JSON
 */
export const pieceAt = (text: string, path: string): Piece | undefined => {
  const read = parseJson(text);
  if (!read.ok) return undefined;
  let node: JsonNode = read.node;
  let piece = pieceOf(node);
  for (const part of path.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = childOf(node, name);
    if (!next) break;
    node = next;
    piece = pieceOf(node) ?? piece;
  }
  return piece;
};

const childOf = (node: JsonNode, name: string): JsonNode | undefined => {
  if (node.type === 'array') return node.items[Number(name)];
  return node.type === 'object' ? node.entries.find(({ key }) => key === name)?.value : undefined;
};

const pieceOf = ({ start, end }: JsonNode): Piece | undefined =>
  start === undefined || end === undefined ? undefined : { from: start, to: end };
