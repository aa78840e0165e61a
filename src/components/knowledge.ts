/** The written knowledge in content/, looked up by id. Build time only: nothing of it is shipped but what a page shows. */
import { parseErrata, parseFacts, parseGlossary, parseMisconceptions } from '../learn/content-schema/parse.ts';

const files = import.meta.glob<string>('../../content/*.yaml', { query: '?raw', import: 'default', eager: true });

const byId = <Entry extends { readonly id: string }>(name: string, parse: (yaml: string) => readonly Entry[]) => {
  const entries = new Map(parse(files[`../../content/${name}.yaml`] ?? '[]').map((entry) => [entry.id, entry]));
  return (id: string): Entry => {
    const entry = entries.get(id);
    if (!entry) throw new Error(`"${id}" expected an entry of content/${name}.yaml, got none`);
    return entry;
  };
};

const all = <Entry>(name: string, parse: (yaml: string) => readonly Entry[]): readonly Entry[] =>
  parse(files[`../../content/${name}.yaml`] ?? '[]');

export const allFacts = all('facts', parseFacts);
export const allErrata = all('errata', parseErrata);
export const allTerms = all('glossary', parseGlossary);

export const factOf = byId('facts', parseFacts);
export const termOf = byId('glossary', parseGlossary);
export const erratumOf = byId('errata', parseErrata);
export const misconceptionOf = byId('misconceptions', parseMisconceptions);
