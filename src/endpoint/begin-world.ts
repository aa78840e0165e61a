import { beginHistory, type Entry, entriesOf, principalNamed, type World, worldNow } from '../kms/index.ts';
import { type Run, runStep } from '../learn/script.ts';
import type { WorldFile } from '../learn/world-file.ts';
import { TEST_ACCESS_KEY } from './default-world.ts';

/** A world as it is served before anybody has called: what a reset goes back to. */
export interface Beginning {
  readonly world: World;
  readonly entries: readonly Entry[];
  /** Calls of the file that were refused, with their numbers: rarely meant. */
  readonly refusals: readonly { readonly step: number; readonly operation: string; readonly error: string }[];
}

/** @throws with the number of the step that the model cannot follow */
export const beginWorld = ({ seed, steps }: WorldFile): Beginning => {
  let run: Run = { history: beginHistory(seed), saved: {} };
  for (const [index, step] of steps.entries()) {
    try {
      run = runStep(run, step);
    } catch (error) {
      throw new Error(`steps.${index}: ${error instanceof Error ? error.message : error}`);
    }
  }
  const entries = entriesOf(run.history);
  return { world: withSomebodyToSign(worldNow(run.history)), entries, refusals: entries.flatMap(refusalOf) };
};

const refusalOf = (entry: Entry, step: number): Beginning['refusals'] =>
  entry.kind === 'api' && entry.error ? [{ step, operation: entry.command.operation, error: entry.error.__type }] : [];

/** In a world where nobody has an access key, as in those of the chapters, its own caller gets the common one. */
const withSomebodyToSign = (world: World): World => {
  if (signersOf(world).length > 0) return world;
  const caller = principalNamed(world, world.home.caller);
  if (!caller) return world;
  return {
    ...world,
    principals: { ...world.principals, [caller.Arn]: { ...caller, accessKeys: [TEST_ACCESS_KEY] } },
  };
};

/** Who can sign, by access key. */
export const signersOf = (world: World): readonly { readonly AccessKeyId: string; readonly Arn: string }[] =>
  Object.values(world.principals).flatMap(({ Arn, accessKeys = [] }) =>
    accessKeys.map(({ AccessKeyId }) => ({ AccessKeyId, Arn })),
  );
