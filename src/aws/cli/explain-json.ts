/**
 * Says where and why a text is not JSON, in the words of Python's json module, which the CLI repeats.
 * @param text a text that JSON.parse has refused
 * @returns for example `Expecting ',' delimiter: line 1 column 9 (char 8)`
 */
export const explainJson = (text: string): string => {
  const mistake = new JsonReader(text).firstMistake();
  const before = text.slice(0, mistake.at);
  return `${mistake.what}: line ${before.split('\n').length} column ${mistake.at - before.lastIndexOf('\n')} (char ${mistake.at})`;
};

interface Mistake {
  readonly what: string;
  readonly at: number;
}

/** Reads until the first mistake; each reader returns it, or nothing when its part was well formed. */
class JsonReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  firstMistake(): Mistake {
    this.skipSpace();
    const mistake = this.value();
    this.skipSpace();
    return mistake ?? { what: 'Extra data', at: this.at };
  }

  private value(): Mistake | undefined {
    const char = this.current();
    if (char === '{') return this.items('}', () => this.member());
    if (char === '[') return this.items(']', () => this.value());
    if (char === '"') return this.string();
    return this.take(/^(-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?|true|false|null)/)
      ? undefined
      : this.mistake('Expecting value');
  }

  private items(close: string, item: () => Mistake | undefined): Mistake | undefined {
    this.at += 1;
    this.skipSpace();
    if (this.current() === close) {
      this.at += 1;
      return undefined;
    }
    for (;;) {
      const mistake = item();
      if (mistake) return mistake;
      this.skipSpace();
      const char = this.current();
      if (char !== close && char !== ',') return this.mistake("Expecting ',' delimiter");
      this.at += 1;
      if (char === close) return undefined;
      this.skipSpace();
    }
  }

  private member(): Mistake | undefined {
    if (this.current() !== '"') return this.mistake('Expecting property name enclosed in double quotes');
    const mistake = this.string();
    if (mistake) return mistake;
    this.skipSpace();
    if (this.current() !== ':') return this.mistake("Expecting ':' delimiter");
    this.at += 1;
    this.skipSpace();
    return this.value();
  }

  private string(): Mistake | undefined {
    const open = this.at;
    this.at += 1;
    for (;;) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside a string.
      this.take(/^[^"\\\u0000-\u001f]+/);
      if (this.at >= this.text.length) return { what: 'Unterminated string starting at', at: open };
      if (this.current() === '"') {
        this.at += 1;
        return undefined;
      }
      if (this.current() !== '\\') return this.mistake('Invalid control character at');
      if (this.take(/^\\(["\\/bfnrt]|u[0-9a-fA-F]{4})/)) continue;
      return this.text.charAt(this.at + 1) === 'u'
        ? { what: 'Invalid \\uXXXX escape', at: this.at + 2 }
        : this.mistake('Invalid \\escape');
    }
  }

  private take(pattern: RegExp): boolean {
    const found = this.text.slice(this.at).match(pattern)?.[0];
    this.at += found?.length ?? 0;
    return found !== undefined;
  }

  private skipSpace(): void {
    this.take(/^[ \t\n\r]*/);
  }

  private current(): string {
    return this.text.charAt(this.at);
  }

  private mistake(what: string): Mistake {
    return { what, at: this.at };
  }
}
