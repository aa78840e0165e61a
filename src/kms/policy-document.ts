import type { PolicyDocument } from './policy/types.ts';
import type { PolicyText } from './world.ts';

/** Documents by text: one text gives one object, so that what the evaluator compiles of it is compiled once. */
const documents = new Map<PolicyText, PolicyDocument>();
const CAPACITY = 500;

const NO_STATEMENT: PolicyDocument = { Statement: [] };

/** The document that a stored text stands for. Stored texts were checked when they came in; a broken one grants nothing. */
export const policyDocument = (text: PolicyText): PolicyDocument => {
  const known = documents.get(text);
  if (known) return known;
  if (documents.size >= CAPACITY) documents.clear();
  const document = parse(text);
  documents.set(text, document);
  return document;
};

const parse = (text: PolicyText): PolicyDocument => {
  try {
    return JSON.parse(text) as PolicyDocument;
  } catch {
    return NO_STATEMENT;
  }
};
