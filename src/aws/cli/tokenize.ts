/**
 * Splits a command line into words as a POSIX shell does: quotes, backslashes, line continuations, comments.
 *
 * There is no shell behind the notebook's prompt, so everything that a shell would *do* (variables, substitutions, pipes,
 * redirections, several commands) is refused with an explanation instead of being taken literally.
 * Source: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 */
export interface Word {
  readonly text: string;
  /** Where the word stands in the line, quotes included: [start, end). */
  readonly start: number;
  readonly end: number;
}

export type Tokens =
  | { readonly ok: true; readonly words: readonly Word[] }
  | { readonly ok: false; readonly reason: ShellRefusal; readonly at: number };

export type ShellRefusal =
  | 'unclosedSingleQuote'
  | 'unclosedDoubleQuote'
  | 'variable'
  | 'commandSubstitution'
  | 'pipe'
  | 'redirection'
  | 'severalCommands'
  | 'background'
  | 'braceExpansion';

export const SHELL_REFUSALS: { readonly [reason in ShellRefusal]: string } = {
  unclosedSingleQuote: "this ' is never closed",
  unclosedDoubleQuote: 'this " is never closed',
  variable: 'variables are not expanded here; write the value itself, or put the text in single quotes',
  commandSubstitution: 'command substitution needs a shell; run the inner command first and paste its answer',
  pipe: 'there is no other program to pipe into; use --query and --output to shape the answer',
  redirection: 'there are no files to redirect to; the answer is printed below',
  severalCommands: 'one command at a time',
  background: 'commands run at once here, not in the background; quote the & if it belongs to a value',
  braceExpansion: 'a shell would expand these braces; put JSON and lists in single quotes',
};

export const tokenize = (line: string): Tokens => {
  const words: Word[] = [];
  let at = 0;
  let text = '';
  let start = -1;
  const refuse = (reason: ShellRefusal, where = at): Tokens => ({ ok: false, reason, at: where });
  const begin = () => {
    if (start < 0) start = at;
  };
  const finish = () => {
    if (start >= 0) words.push({ text, start, end: at });
    text = '';
    start = -1;
  };

  while (at < line.length) {
    const char = line.charAt(at);
    if (char === '\\') {
      if (line.startsWith('\\\n', at)) at += 2;
      else if (line.startsWith('\\\r\n', at)) at += 3;
      else {
        begin();
        text += line.charAt(at + 1);
        at += 2;
      }
    } else if (char === "'") {
      begin();
      const close = line.indexOf("'", at + 1);
      if (close < 0) return refuse('unclosedSingleQuote');
      text += line.slice(at + 1, close);
      at = close + 1;
    } else if (char === '"') {
      begin();
      const quoted = readDoubleQuoted(line, at);
      if ('reason' in quoted) return refuse(quoted.reason, quoted.at);
      text += quoted.text;
      at = quoted.end;
    } else if (char === '\n') {
      finish();
      if (words.length > 0 && line.slice(at).trim() !== '') return refuse('severalCommands');
      at += 1;
    } else if (/\s/.test(char)) {
      finish();
      at += 1;
    } else if (char === '#' && start < 0) {
      const newline = line.indexOf('\n', at);
      at = newline < 0 ? line.length : newline;
    } else {
      const refusal = refusalAt(line, at, start < 0 || line.slice(start, at) === text);
      if (refusal) return refuse(refusal);
      begin();
      text += char;
      at += 1;
    }
  }
  finish();
  // A prompt that was copied along with the command.
  return { ok: true, words: words[0]?.text === '$' ? words.slice(1) : words };
};

/** What a shell would do with the unquoted text that starts here. */
const refusalAt = (line: string, at: number, wordIsBare: boolean): ShellRefusal | undefined => {
  const rest = line.slice(at);
  if (/^(\$\(|`)/.test(rest)) return 'commandSubstitution';
  if (/^\$([A-Za-z_0-9@*#?!$'"-]|\{)/.test(rest)) return 'variable';
  switch (rest.charAt(0)) {
    case '|':
      return 'pipe';
    case '>':
    case '<':
      return 'redirection';
    case ';':
      return 'severalCommands';
    case '&':
      return rest.startsWith('&&') ? 'severalCommands' : 'background';
    case '{':
      return wordIsBare && /^\{[^\s'"{}]*(,|\.\.)[^\s'"{}]*\}/.test(rest) ? 'braceExpansion' : undefined;
    default:
      return undefined;
  }
};

type Quoted = { readonly text: string; readonly end: number } | { readonly reason: ShellRefusal; readonly at: number };

const readDoubleQuoted = (line: string, open: number): Quoted => {
  let text = '';
  let at = open + 1;
  while (at < line.length) {
    const char = line.charAt(at);
    if (char === '"') return { text, end: at + 1 };
    if (char === '`' || line.startsWith('$(', at)) return { reason: 'commandSubstitution', at };
    if (/^\$([A-Za-z_0-9@*#?!$-]|\{)/.test(line.slice(at, at + 2))) return { reason: 'variable', at };
    if (char !== '\\') {
      text += char;
      at += 1;
      continue;
    }
    const next = line.charAt(at + 1);
    // Inside double quotes a backslash escapes only these; a newline after it disappears.
    text += next === '\n' ? '' : '$`"\\'.includes(next) ? next : char + next;
    at += 2;
  }
  return { reason: 'unclosedDoubleQuote', at: open };
};
