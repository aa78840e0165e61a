import type { Erratum } from './erratum.ts';
import type { Fact } from './fact.ts';
import type { Misconception } from './misconception.ts';
import { unevenOptions } from './option-lengths.ts';
import { misconceptionsOf, type Question } from './question.ts';
import type { Term } from './term.ts';
import type { Label } from './text.ts';

/** All the written knowledge, read. */
export interface Content {
  readonly facts: readonly Fact[];
  readonly terms: readonly Term[];
  readonly errata: readonly Erratum[];
  readonly misconceptions: readonly Misconception[];
  readonly questions: readonly Question[];
}

type Problem = string;

const repeated = (what: string, ids: readonly string[]): Problem[] =>
  ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${what} "${id}" stands twice`);

const unknown = (who: string, what: string, named: readonly string[], known: ReadonlySet<string>): Problem[] =>
  named.filter((id) => !known.has(id)).map((id) => `"${who}" names the ${what} "${id}", which does not exist`);

const sameLabel = (one: Label, other: Label): boolean =>
  typeof one === 'string' || typeof other === 'string' ? one === other : one.ja === other.ja && one.en === other.en;

const questionProblems = (question: Question): Problem[] => {
  const say = (problem: string) => `"${question.id}" ${problem}`;
  switch (question.type) {
    case 'choice':
    case 'predict':
    case 'multi': {
      const labels = question.options.map((option) => option.text);
      const uneven = unevenOptions(labels);
      return [
        ...(uneven ? [say(`has options of uneven length in ${uneven.language}: ${uneven.widths.join(', ')}`)] : []),
        ...labels.flatMap((label, at) =>
          labels.findIndex((other) => sameLabel(label, other)) === at ? [] : [say('offers one option twice')],
        ),
      ];
    }
    case 'trace':
      return question.rows.flatMap((row) =>
        question.choices.some((choice) => sameLabel(choice, row.answer))
          ? []
          : [say(`answers row "${row.id}" with something that is not a choice`)],
      );
    case 'short':
      return question.near.flatMap(({ text }) =>
        question.accept.includes(text) ? [say(`calls "${text}" both right and nearly right`)] : [],
      );
    default:
      return [];
  }
};

/**
 * Looks for what no single entry can show: ids that repeat, references that lead nowhere, beliefs that nothing takes
 * up, options that give themselves away.
 * @returns one sentence for each problem
 */
export const crossCheck = ({ facts, terms, errata, misconceptions, questions }: Content): readonly Problem[] => {
  const factIds = new Set(facts.map((fact) => fact.id));
  const termIds = new Set(terms.map((term) => term.id));
  const misconceptionIds = new Set(misconceptions.map((misconception) => misconception.id));
  const asked = new Set(questions.flatMap(misconceptionsOf));

  return [
    ...repeated(
      'fact',
      facts.map((fact) => fact.id),
    ),
    ...repeated(
      'term',
      terms.map((term) => term.id),
    ),
    ...repeated(
      'erratum',
      errata.map((erratum) => erratum.id),
    ),
    ...repeated(
      'misconception',
      misconceptions.map((misconception) => misconception.id),
    ),
    ...repeated(
      'question',
      questions.map((question) => question.id),
    ),
    ...terms.flatMap((term) => unknown(term.id, 'term', [...term.related, ...term.confusableWith], termIds)),
    ...errata.flatMap(({ id, proof }) => (proof.by === 'fact' ? unknown(id, 'fact', [proof.fact], factIds) : [])),
    ...questions.flatMap((question) => [
      ...unknown(question.id, 'fact', question.source, factIds),
      ...unknown(question.id, 'fact', 'fact' in question.proof ? [question.proof.fact] : [], factIds),
      ...unknown(question.id, 'misconception', misconceptionsOf(question), misconceptionIds),
      ...questionProblems(question),
    ]),
    ...misconceptions
      .filter(({ id, exerciseOnly }) => asked.has(id) === exerciseOnly)
      .map(({ id, exerciseOnly }) =>
        exerciseOnly
          ? `"${id}" says that only exercises take it up, yet a question does`
          : `no question takes up "${id}"`,
      ),
  ];
};
