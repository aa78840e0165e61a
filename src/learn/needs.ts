import type { Command } from '../kms/index.ts';
import { needsAsymmetric, needsRarely } from '../kms/needs.ts';
import { isEveryday } from '../kms/operations/everyday-names.ts';
import { OPERATION_NAMES, type OperationName } from '../kms/vocabulary.ts';

/** Parts of the model that must be loaded: `whole` is whole.ts, `full` is full.ts, which has the former. */
export type ModelPart = 'whole' | 'full';

const NAMES = new Set<unknown>(OPERATION_NAMES);
const isRare = (value: unknown): boolean => NAMES.has(value) && !isEveryday(value as OperationName);

/**
 * The parts that anything within a plain value will ask for: the steps of a start world, a prediction, the verbs of a
 * bench. Looks at every object that reads like a call, and at every text that names an operation.
 */
export const partNeededFor = (value: unknown): ModelPart | undefined => {
  let needed: ModelPart | undefined;
  const look = (part: unknown): void => {
    if (needed === 'full') return;
    if (isRare(part)) needed = 'whole';
    if (typeof part !== 'object' || part === null) return;
    const command = commandLike(part);
    if (command && needsAsymmetric(command)) needed = 'full';
    else if (command && needsRarely(command)) needed = 'whole';
    for (const inner of Object.values(part)) look(inner);
  };
  look(value);
  return needed;
};

const commandLike = (part: object): Command | undefined => {
  if ('stage' in part && typeof part.stage === 'object') return part as Command;
  if (!('operation' in part) || !NAMES.has(part.operation)) return undefined;
  return { input: {}, ...part } as unknown as Command;
};
