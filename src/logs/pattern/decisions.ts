/**
 * Points on which AWS's documentation is silent, or says something else than people see on the service. Each is decided
 * once, here; the tests of the matcher carry the id.
 */
export interface Decision {
  readonly id: string;
  readonly question: string;
  readonly decision: string;
  readonly because: string;
  /** documented: AWS states it · observed: seen on the service by others · chosen: ours */
  readonly standing: 'documented' | 'observed' | 'chosen';
}

export const DECISIONS: readonly Decision[] = [
  {
    id: 'asterisk-inside',
    question: 'What does an asterisk inside a value mean, as in "Ev*ent"?',
    decision: 'Itself. Only an asterisk at the start or the end of the value is a wildcard.',
    because:
      'AWS documented that Ev*ent matches the text Ev*ent alone; on the service it has been seen to skip text, without going back.',
    standing: 'documented',
  },
  {
    id: 'not-equal-absent',
    question: 'Does != match when the field is absent?',
    decision: 'No.',
    because: 'Seen on the service (DataBiosphere/azul issue 5884). Write NOT EXISTS || != to cover both.',
    standing: 'observed',
  },
  {
    id: 'object-or-array',
    question: 'Do = and != match a field that holds an object or an array?',
    decision: 'Neither does.',
    because: 'The selector must point to a single value.',
    standing: 'documented',
  },
  {
    id: 'boolean',
    question: 'Do = and != see true and false?',
    decision: 'Yes, as the texts true and false; IS TRUE and IS FALSE remain the documented way.',
    because: 'A boolean is a single value; the documentation names strings and numbers only.',
    standing: 'chosen',
  },
  {
    id: 'null',
    question: 'Do = and != see null?',
    decision: 'No; only IS NULL does. A field that holds null does exist.',
    because: 'null stands for the lack of a value, and IS NULL is there to test it.',
    standing: 'chosen',
  },
  {
    id: 'number-against-text',
    question: 'Is 42 equal to "42"?',
    decision:
      'An unquoted number equals a text that spells the same number; a quoted one compares as text with the text of the field.',
    because: 'Quoted numbers have been seen to compare as text, unquoted ones as numbers; mixing them is not stated.',
    standing: 'chosen',
  },
  {
    id: 'order-of-text',
    question: 'Do <, <=, > and >= see a JSON text such as "42"?',
    decision: 'No. In space-delimited events, where every field is text, they do if the text is a number.',
    because: 'Numeric operators never matched strings on the service; the documentation shows bytes > 1000 for fields.',
    standing: 'observed',
  },
  {
    id: 'unquoted-characters',
    question: 'Which characters may an unquoted value hold?',
    decision:
      'Letters, digits, _ and, as in AWS samples and everyday use, . * - + : and /. Anything else needs quotes.',
    because: 'The rule says letters, digits and _; the samples write kms.amazonaws.com, 123.123.* and kms*.',
    standing: 'observed',
  },
  {
    id: 'escape-in-quotes',
    question: 'How does a quotation mark stand inside quotes?',
    decision: String.raw`\" is a quotation mark and \\ a backslash; a backslash before anything else is itself.`,
    because: String.raw`\" is in common use; nothing is stated.`,
    standing: 'chosen',
  },
  {
    id: 'wildcard-not-exists',
    question: 'When does NOT EXISTS match with [*] or .*?',
    decision: 'If any element lacks the field, or if there is no element at all.',
    because: 'A condition with a wildcard matches if any element matches.',
    standing: 'chosen',
  },
  {
    id: 'rest-of-line',
    question: 'Does [w1, w2] match a line of more than two fields?',
    decision: 'Yes: without an ellipsis the last field takes the rest of the line.',
    because: "AWS's examples match lines of many words with two fields.",
    standing: 'documented',
  },
  {
    id: 'optional-with-others',
    question: 'What do ?terms do next to other terms?',
    decision: 'Nothing: all ?terms are ignored as soon as one term without ? is there, -terms included.',
    because: 'AWS documents it for other terms.',
    standing: 'documented',
  },
  {
    id: 'blank-phrase',
    question: 'What does " " match?',
    decision: 'Every event, also one without a blank; so does the empty pattern.',
    because: "It is AWS's spelling of: return all events.",
    standing: 'documented',
  },
  {
    id: 'leading-blank',
    question: 'May blanks precede { or [?',
    decision: 'No; blanks after } or ] are harmless.',
    because: 'Refused by the service.',
    standing: 'observed',
  },
  {
    id: 'regex-dot-and-end',
    question: 'What do . and $ do at line breaks?',
    decision: '. matches any character but a line feed; ^ and $ stand for the start and end of the whole text.',
    because: 'The usual meaning without flags; the documentation speaks of the string.',
    standing: 'chosen',
  },
  {
    id: 'extracted-json',
    question: 'What does TestMetricFilter extract from a JSON event?',
    decision: 'The value of every selector of the pattern, as text, under the selector as written.',
    because: 'The console lists them; the API reference shows space-delimited events only.',
    standing: 'chosen',
  },
];
