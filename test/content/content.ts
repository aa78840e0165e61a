import { readdirSync, readFileSync } from 'node:fs';
import { CHAPTERS } from '../../src/learn/content-schema/chapters.ts';
import type { Content } from '../../src/learn/content-schema/cross-check.ts';
import {
  parseErrata,
  parseFacts,
  parseGlossary,
  parseMisconceptions,
  parseQuestions,
} from '../../src/learn/content-schema/parse.ts';

const root = new URL('../../content/', import.meta.url);
export const fileText = (path: string): string => readFileSync(new URL(path, root), 'utf8');

export const questionFiles = (): readonly string[] => readdirSync(new URL('questions/', root)).sort();

/** The written knowledge as it stands in content/. */
export const content: Content = {
  facts: parseFacts(fileText('facts.yaml')),
  terms: parseGlossary(fileText('glossary.yaml')),
  errata: parseErrata(fileText('errata.yaml')),
  misconceptions: parseMisconceptions(fileText('misconceptions.yaml')),
  questions: CHAPTERS.flatMap((chapter) => parseQuestions(fileText(`questions/${chapter}.yaml`))),
};
