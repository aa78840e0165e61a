import * as kms from '@aws-sdk/client-kms';
import { describe, expect, test } from 'vitest';
import { CHAPTERS } from '../../src/learn/content-schema/chapters.ts';
import { parseQuestions } from '../../src/learn/content-schema/parse.ts';
import type { Command, Proof, Step, WorldProof } from '../../src/learn/content-schema/proof.ts';
import { labelIn } from '../../src/learn/content-schema/text.ts';
import { content, fileText, questionFiles } from './content.ts';

const { questions } = content;
const share = (part: readonly unknown[], whole: readonly unknown[]) => part.length / whole.length;

describe('the questions', () => {
  test('are 150 at least, ten and more in every chapter, in one file each', () => {
    expect(questions.length).toBeGreaterThanOrEqual(150);
    expect(questionFiles()).toEqual(CHAPTERS.map((chapter) => `${chapter}.yaml`).sort());
    for (const chapter of CHAPTERS)
      expect(questions.filter((question) => question.section === chapter).length, chapter).toBeGreaterThanOrEqual(10);
  });

  test('carry the number of their chapter in their id, and stand in its file', () => {
    for (const [at, chapter] of CHAPTERS.entries())
      for (const question of parseQuestions(fileText(`questions/${chapter}.yaml`))) {
        expect(question.section).toBe(chapter);
        expect(question.id.slice(1, 3)).toBe(String(at + 1).padStart(2, '0'));
      }
  });

  test('come in eight kinds', () => {
    expect(new Set(questions.map((question) => question.type)).size).toBe(8);
  });

  test('ask for a reason or for what comes next three times out of five', () => {
    expect(
      share(
        questions.filter(({ asks }) => asks !== 'fact'),
        questions,
      ),
    ).toBeGreaterThanOrEqual(0.6);
  });

  test('offer three to six options, four as a rule, and never all or none of the above', () => {
    for (const question of questions) {
      if (!('options' in question)) continue;
      expect(question.options.length, question.id).toBeGreaterThanOrEqual(3);
      for (const { text } of question.options) {
        expect(labelIn(text, 'ja'), question.id).not.toMatch(/すべて正しい|どれでもない|上記/u);
        expect(labelIn(text, 'en'), question.id).not.toMatch(/of the above|all of these/i);
      }
    }
  });

  test('tie nine out of ten questions with options to a belief', () => {
    const withOptions = questions.filter((question) => 'options' in question);
    const tied = withOptions.filter((question) => question.options.some(({ mis }) => mis !== undefined));
    expect(share(tied, withOptions)).toBeGreaterThanOrEqual(0.9);
  });

  test('give no two options of a question the same reason', () => {
    for (const question of questions) {
      if (!('options' in question)) continue;
      const reasons = question.options.map(({ why }) => why.ja);
      expect(new Set(reasons).size, question.id).toBe(reasons.length);
    }
  });

  test('rest on nothing unverified', () => {
    const unverified = new Set(
      content.facts.filter(({ confidence }) => confidence === 'unverified').map(({ id }) => id),
    );
    for (const question of questions)
      expect(
        question.source.filter((id) => unverified.has(id)),
        question.id,
      ).toEqual([]);
  });
});

const isWorld = (proof: Proof): proof is WorldProof => 'world' in proof;
const worlds = questions.flatMap(({ id, proof }) => (isWorld(proof) ? [{ id, proof }] : []));
const isCommand = (step: Step): step is Command => 'operation' in step;

/** Names of what a value refers to: `$k1.KeyMetadata.KeyId` → k1, and `{ parameters: 'p1' }` inside `$wrapped`. */
const references = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.match(/^\$([a-z][A-Za-z0-9]*)(\.[A-Za-z]+)+$/)?.slice(1, 2) ?? [];
  if (value === null || typeof value !== 'object') return [];
  if ('$wrapped' in value && value.$wrapped !== null && typeof value.$wrapped === 'object')
    return 'parameters' in value.$wrapped ? [String(value.$wrapped.parameters)] : [];
  return Object.values(value).flatMap(references);
};

/** The members that AWS's model knows for the input of an operation. */
const membersOf = (operation: string): readonly unknown[] => {
  const schema: unknown = Reflect.get(kms, `${operation}Request$`);
  return Array.isArray(schema) ? schema[4] : [];
};

describe('the proofs', () => {
  test('run in more than half of the questions; a dated fact attests the others', () => {
    expect(
      share(
        questions.filter(({ proof }) => !('fact' in proof)),
        questions,
      ),
    ).toBeGreaterThan(0.5);
  });

  test('call operations that KMS has, with members that they take', () => {
    for (const { id, proof } of worlds) {
      const steps = [...proof.world, ...proof.checks.flatMap((check) => check.after)];
      const calls = [
        ...steps.filter(isCommand),
        ...proof.checks.flatMap((check) => ('call' in check ? [check.call] : [])),
      ];
      for (const { operation, input } of calls) {
        expect(kms, id).toHaveProperty(`${operation}Command`);
        expect(membersOf(operation), `${id} ${operation}`).toEqual(expect.arrayContaining(Object.keys(input)));
      }
    }
  });

  test('refer only to answers that were saved before', () => {
    for (const { id, proof } of worlds) {
      const saved = new Set<string>();
      const walk = (steps: readonly Step[], known: Set<string>) => {
        for (const step of steps) {
          for (const name of references(step)) expect(known, id).toContain(name);
          if (isCommand(step) && step.save !== undefined) known.add(step.save);
        }
      };
      walk(proof.world, saved);
      for (const check of proof.checks) {
        const known = new Set(saved);
        walk(check.after, known);
        for (const name of references({ ...check, after: [] })) expect(known, id).toContain(name);
      }
    }
  });
});
