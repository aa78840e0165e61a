import { exercise as strings } from '../../i18n/areas/exercise.ts';
import type { Locale } from '../../i18n/locales.ts';
import { t } from '../../i18n/t.ts';
import { labelIn } from '../../learn/content-schema/text.ts';
import type { Field, FieldValue, Move } from '../../learn/exercise.ts';
import type { PresentedExercise } from './presented.ts';

/** A step of a solution in a line: the call with what matters of its input, the turn of the clock, the answer. */
export const sayMove = (move: Move, { fields = [] }: Pick<PresentedExercise, 'fields'>, locale: Locale): string => {
  const say = t(strings, locale);
  if ('answer' in move) {
    const field = fields.find(({ id }) => id === move.answer);
    return say('solution.answer', { answer: field ? sayValue(field, move.is, locale) : String(move.is) });
  }
  if ('advance' in move) return say('solution.clock', { by: move.advance });
  if ('iam' in move) return say('solution.iam', { name: move.iam });
  if ('command' in move) return JSON.stringify(move.command);
  const who = move.as === undefined ? '' : `${move.as}: `;
  const where = move.region === undefined ? '' : ` @${move.region}`;
  return `${who}${move.operation}${where} ${inputInShort(move.input)}`.trim();
};

const inputInShort = (input: object = {}): string => {
  const text = Object.entries(input)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
  return text
    .replaceAll(/\$(?:made\.)?(\w+)(?:\.[A-Za-z]+)+/g, '$1')
    .replaceAll(/\{"\$utf8":("[^"]*")\}/g, '$1')
    .replaceAll(/\{"\$principal":"([^"]*)"\}/g, '$1');
};

const sayValue = (field: Field, value: FieldValue, locale: Locale): string => {
  const labels = field.type === 'sort' ? field.choices : 'options' in field ? field.options : [];
  const nameOf = (id: string): string => {
    const label = labels.find((option) => option.id === id)?.text;
    return label === undefined ? id : labelIn(label, locale);
  };
  if (typeof value === 'string') return nameOf(value);
  if (Array.isArray(value)) return value.map(nameOf).join(', ');
  const rows = field.type === 'sort' ? field.rows : [];
  return Object.entries(value)
    .map(([row, choice]) => {
      const label = rows.find(({ id }) => id === row)?.text;
      return `${label === undefined ? row : labelIn(label, locale)} → ${nameOf(choice)}`;
    })
    .join(', ');
};
