import { beginHistory, entriesOf, keyStateOf, toRecords, worldNow } from '../kms/index.ts';
import type { Text } from './content-schema/text.ts';
import { resolve, runScript, type ScriptStep } from './script.ts';
import type { StartWorld } from './session.ts';

/**
 * A question that is answered by running it. Which option is right is written nowhere: the model says it, so that the
 * answer cannot rot.
 */
export interface Prediction {
  readonly id: string;
  readonly question: Text;
  /** Made before the question is asked. */
  readonly world: readonly ScriptStep[];
  /** What happens when the reader has committed to an option. */
  readonly run: readonly ScriptStep[];
  readonly observe: Observation;
  readonly options: readonly PredictionOption[];
}

export interface PredictionOption {
  /** What is observed if this option is right: `ok`, the name of an exception, an error code, or a key state. */
  readonly outcome: string;
  readonly text: Text;
}

/** What to look at when all has run. */
export type Observation =
  /** The answer to the last call: `ok`, or the name of its exception. */
  | 'answer'
  /** What CloudTrail has as errorCode of the last call; `ok` if there is none. */
  | 'errorCode'
  /** The state of a key, named by reference to its ARN; `Deleted` when it is gone. */
  | { readonly stateOf: string }
  /** Two answers, named by reference: `same` or `different`. */
  | { readonly compare: readonly [string, string] };

export const definePrediction = (prediction: Prediction): Prediction => prediction;

export interface Outcome {
  readonly outcome: string;
  /** AWS's text, when the last call was refused. */
  readonly message?: string;
}

/** Runs a prediction on a world of its own, and tells what came of it. */
export const observe = ({ id, world, run, observe: observation }: Prediction): Outcome => {
  const start: StartWorld = { id: `prediction/${id}`, steps: world };
  const begun = runScript(beginHistory(start.id), start.steps);
  const { history, saved } = runScript(begun.history, run, begun.saved);
  const last = entriesOf(history).findLast((entry) => entry.kind === 'api');
  const answer: Outcome =
    last?.kind === 'api' && last.error
      ? { outcome: last.error.__type, ...(last.error.message !== undefined && { message: last.error.message }) }
      : { outcome: 'ok' };
  if (observation === 'answer') return answer;
  if (observation === 'errorCode') {
    const record = last && toRecords(last)[0];
    return { outcome: record?.errorCode ?? 'ok', ...(record?.errorMessage && { message: record.errorMessage }) };
  }
  const now = worldNow(history);
  if ('compare' in observation) {
    const [first, second] = observation.compare.map((reference) => resolve(reference, saved, now.now));
    return { outcome: first === second ? 'same' : 'different' };
  }
  const key = now.keys[String(resolve(observation.stateOf, saved, now.now))];
  return { outcome: key ? keyStateOf(key) : 'Deleted' };
};
