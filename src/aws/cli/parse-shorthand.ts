/**
 * The CLI's shorthand syntax: `TagKey=a,TagValue=b`, `purpose=test`, `EncryptionContextEquals={a=b},X=[c,d]`.
 *
 * The grammar alone decides: `a=b,c` is a list, `a=b,c=d` two keys; what a member really is comes later, from the model.
 * Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
export type Shorthand = string | readonly Shorthand[] | { readonly [key: string]: Shorthand };

export type ParsedShorthand =
  | { readonly ok: true; readonly value: { readonly [key: string]: Shorthand } }
  | { readonly ok: false; readonly message: string };

export const parseShorthand = (text: string): ParsedShorthand => {
  try {
    return { ok: true, value: new Reader(text).parameter() };
  } catch (error) {
    if (error instanceof ShorthandError) return { ok: false, message: error.message };
    throw error;
  }
};

/** Thrown and caught inside this module only: the grammar backtracks. */
class ShorthandError extends Error {}

// A word may not start with a quote, bracket, comma or equals sign; the first word of a value may hold an equals sign later on.
const FIRST_WORD = /^(\\,|[!#-&(-+\--<>-Z\\-z|-\uffff])(\\,|[\s!#-&(-+\--\\^-|~-\uffff])*/;
const NEXT_WORD = /^(\\,|[!#-&(-+\--<>-Z\\-z|-\uffff])(\\,|[\s!#-&(-+\--<>-\uffff])*/;
const SINGLE_QUOTED = /^'(?:\\\\|\\'|[^'])*'/;
const DOUBLE_QUOTED = /^"(?:\\\\|\\"|[^"])*"/;
const KEY = /^[A-Za-z0-9\-_.#/:]*/;

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  parameter(): { readonly [key: string]: Shorthand } {
    const entries = new Map<string, Shorthand>();
    entries.set(...this.keyAndValue());
    let last = this.at;
    while (!this.atEnd()) {
      this.expect(',', true);
      const [key, value] = this.keyAndValue();
      if (entries.has(key))
        throw new ShorthandError(
          `Second instance of key "${key}" encountered for input:\n${this.pointAt(last + 1)}\nThis is often because there is a preceding "," instead of a space.`,
        );
      entries.set(key, value);
      last = this.at;
    }
    return Object.fromEntries(entries);
  }

  private keyAndValue(): [string, Shorthand] {
    const key = this.take(KEY) ?? '';
    this.expect('=', true);
    return [key, this.values()];
  }

  private values(): Shorthand {
    if (this.atEnd()) return '';
    if (this.current() === '[') return this.list();
    if (this.current() === '{') return this.hash();
    return this.commaSeparated();
  }

  private commaSeparated(): Shorthand {
    const first = this.firstWord();
    this.skipSpace();
    if (this.current() !== ',') return first;
    this.expect(',', true);
    const list = [first];
    for (;;) {
      try {
        const word = this.nextWord();
        this.skipSpace();
        if (this.atEnd()) {
          list.push(word);
          break;
        }
        this.expect(',', true);
        list.push(word);
      } catch (error) {
        if (!(error instanceof ShorthandError) || this.atEnd()) throw error;
        // What looked like the next item is the next key: go back to the comma before it.
        while (this.at >= 0 && this.current() !== ',') this.at -= 1;
        break;
      }
    }
    return list.length === 1 ? first : list;
  }

  private list(): Shorthand {
    this.expect('[', true);
    const items: Shorthand[] = [];
    while (this.current() !== ']') {
      items.push(this.item());
      this.skipSpace();
      if (this.current() !== ']') {
        this.expect(',', false);
        this.skipSpace();
      }
    }
    this.expect(']', false);
    return items;
  }

  private hash(): Shorthand {
    this.expect('{', true);
    const entries: [string, Shorthand][] = [];
    while (this.current() !== '}') {
      const key = this.take(KEY) ?? '';
      this.expect('=', true);
      const value = this.item();
      this.skipSpace();
      if (this.current() !== '}') {
        this.expect(',', false);
        this.skipSpace();
      }
      entries.push([key, value]);
    }
    this.expect('}', false);
    return Object.fromEntries(entries);
  }

  private item(): Shorthand {
    if (this.current() === '[') return this.list();
    if (this.current() === '{') return this.hash();
    return this.firstWord();
  }

  private firstWord(): string {
    return this.quoted() ?? unescapeCommas(this.take(FIRST_WORD) ?? '');
  }

  private nextWord(): string {
    const quoted = this.quoted();
    if (quoted !== undefined) return quoted;
    const word = this.take(NEXT_WORD);
    if (word === undefined) throw this.unexpected('<second>', '<none>');
    return unescapeCommas(word);
  }

  private quoted(): string | undefined {
    const quote = this.current();
    if (quote !== "'" && quote !== '"') return undefined;
    const found = this.take(quote === "'" ? SINGLE_QUOTED : DOUBLE_QUOTED);
    if (found === undefined) throw this.unexpected(quote === "'" ? '<singled quoted>' : '<double quoted>', '<none>');
    return found.slice(1, -1).replaceAll(`\\${quote}`, quote).replaceAll('\\\\', '\\');
  }

  private expect(char: string, spaceAround: boolean): void {
    if (spaceAround) this.skipSpace();
    if (this.atEnd()) throw this.unexpected(char, 'EOF');
    if (this.current() !== char) throw this.unexpected(char, this.current());
    this.at += 1;
    if (spaceAround) this.skipSpace();
  }

  private take(pattern: RegExp): string | undefined {
    const found = this.text.slice(this.at).match(pattern)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private skipSpace(): void {
    this.take(/^[ \t\n\r\v\f]*/);
  }

  private current(): string {
    return this.text.charAt(this.at);
  }

  private atEnd(): boolean {
    return this.at >= this.text.length;
  }

  private unexpected(expected: string, received: string): ShorthandError {
    return new ShorthandError(`Expected: '${expected}', received: '${received}' for input:\n${this.pointAt(this.at)}`);
  }

  /** The text with a caret under the place, in the middle of it when more lines follow. */
  private pointAt(at: number): string {
    const lineStart = this.text.lastIndexOf('\n', at - 1) + 1;
    const nextLine = this.text.indexOf('\n', at);
    const consumed = nextLine < 0 ? this.text : this.text.slice(0, nextLine);
    const remaining = nextLine < 0 ? '' : this.text.slice(nextLine);
    return `${consumed}\n${' '.repeat(at - lineStart)}^${remaining}`;
  }
}

const unescapeCommas = (word: string): string => word.replaceAll('\\,', ',').trimEnd();
