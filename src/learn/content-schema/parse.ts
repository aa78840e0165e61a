import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { Erratum } from './erratum.ts';
import { Fact } from './fact.ts';
import { Misconception } from './misconception.ts';
import { Question } from './question.ts';
import { Term } from './term.ts';

/**
 * Reads one file of entries.
 * @throws when an entry breaks its schema, naming the entry by its id and the place inside it
 */
const entriesOf =
  <Schema extends v.GenericSchema>(entry: Schema) =>
  (yaml: string): readonly v.InferOutput<Schema>[] =>
    v.parse(v.array(v.unknown()), parseYaml(yaml)).map((raw, at) => {
      const read = v.safeParse(entry, raw);
      if (read.success) return read.output;
      const id = raw !== null && typeof raw === 'object' && 'id' in raw ? raw.id : `entry ${at}`;
      const problems = read.issues.map((issue) => `${v.getDotPath(issue) ?? 'the entry'}: ${issue.message}`);
      throw new Error(`"${id}" ${problems.join('; ')}`);
    });

export const parseFacts = entriesOf(Fact);
export const parseGlossary = entriesOf(Term);
export const parseErrata = entriesOf(Erratum);
export const parseMisconceptions = entriesOf(Misconception);
export const parseQuestions = entriesOf(Question);
