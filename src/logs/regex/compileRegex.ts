/**
 * Turns a parsed `%…%` term into a search over a text: true if some part of it matches.
 *
 * No backtracking: all positions that could be next are kept as one set and moved along the text, each character once.
 * Sets that were met are remembered with their moves (a deterministic automaton, built as it is needed), so a text costs
 * one table lookup for each character in the usual case, and positions × characters at the very worst.
 */
import type { Position, RegexProgram } from './RegexProgram.ts';

/** Sets kept before the memory is dropped and begun anew. */
const REMEMBERED_SETS = 256;
const SYMBOLS = 129;

interface State {
  readonly positions: readonly number[];
  readonly accepting: boolean;
  /** Would it accept if the text ended here? */
  readonly acceptingAtEnd: boolean;
  readonly moves: (State | undefined)[];
}

export const compileRegex = (program: RegexProgram): ((text: string) => boolean) => {
  // All alternatives in one row, each closed by an accepting position.
  const row: (Position | { readonly kind: 'accept' })[] = [];
  const starts: number[] = [];
  for (const alternative of program.alternatives) {
    starts.push(row.length);
    row.push(...alternative, { kind: 'accept' });
  }

  /** Adds everything reachable from `from` without reading a character. */
  const reach = (from: number, atStart: boolean, atEnd: boolean, into: Set<number>): void => {
    let index = from;
    while (!into.has(index)) {
      into.add(index);
      const position = row[index];
      if (position === undefined || position.kind === 'accept') return;
      const free =
        (position.kind === 'char' && position.optional) ||
        (position.kind === 'start' && atStart) ||
        (position.kind === 'end' && atEnd);
      if (!free) return;
      index += 1;
    }
  };

  const accepts = (positions: Iterable<number>): boolean => {
    for (const index of positions) if (row[index]?.kind === 'accept') return true;
    return false;
  };

  const known = new Map<string, State>();
  let initial: State | undefined;
  const stateOf = (positions: Set<number>, atStart: boolean): State => {
    const sorted = [...positions].sort((a, b) => a - b);
    const key = `${atStart ? '^' : ''}${sorted.join()}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const ended = new Set<number>();
    for (const index of sorted) {
      const position = row[index];
      ended.add(index);
      if (position?.kind === 'end') reach(index + 1, atStart, true, ended);
    }
    const state: State = {
      positions: sorted,
      accepting: accepts(sorted),
      acceptingAtEnd: accepts(ended),
      moves: new Array<State | undefined>(SYMBOLS),
    };
    if (known.size >= REMEMBERED_SETS) {
      known.clear();
      // The old sets hang on the first one's moves; let go of them too.
      initial?.moves.fill(undefined);
    }
    known.set(key, state);
    return state;
  };

  const holds = (position: Position, symbol: number): boolean =>
    position.kind === 'char' && (symbol < 128 ? position.set.ascii[symbol] === true : position.set.beyond);

  const move = (state: State, symbol: number): State => {
    const next = new Set<number>();
    for (const index of state.positions) {
      const position = row[index];
      if (position === undefined || position.kind === 'accept' || !holds(position, symbol)) continue;
      if (position.kind === 'char' && position.repeatable) reach(index, false, false, next);
      // A position that was taken once more leads on as well; `reach` stopped at it unless it is optional.
      reach(index + 1, false, false, next);
    }
    for (const start of starts) reach(start, false, false, next);
    return stateOf(next, false);
  };

  const initialPositions = new Set<number>();
  for (const start of starts) reach(start, true, false, initialPositions);
  const first = stateOf(initialPositions, true);
  initial = first;

  return (text) => {
    let state = first;
    if (state.accepting) return true;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      // The second half of a surrogate pair belongs to the character before it.
      if (code >= 0xdc00 && code <= 0xdfff && at > 0 && isHighSurrogate(text.charCodeAt(at - 1))) continue;
      const symbol = Math.min(code, 128);
      let next = state.moves[symbol];
      if (next === undefined) {
        next = move(state, symbol);
        state.moves[symbol] = next;
      }
      state = next;
      if (state.accepting) return true;
    }
    return state.acceptingAtEnd;
  };
};

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
