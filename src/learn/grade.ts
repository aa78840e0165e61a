import {
  type Entry,
  entriesOf,
  type History,
  keyStateOf,
  keysOf,
  momentAt,
  principalNamed,
  recordsOf,
  type World,
  worldNow,
} from '../kms/index.ts';
import { rotationOf } from '../kms/rotation.ts';
import { testMetricFilter } from '../logs/testMetricFilter.ts';
import { type Attempt, descendantsOf, namesOf, ownEntries } from './attempt.ts';
import type { Text } from './content-schema/text.ts';
import type { Exercise, ExerciseCheck, Field, FieldValue, LogQuery } from './exercise.ts';
import { type Run, resolve, runScript, type ScriptStep } from './script.ts';
import type { Learning } from './session.ts';

export interface CheckResult {
  readonly check: ExerciseCheck;
  readonly met: boolean;
  /** What was found instead: an exception, a state, a number. */
  readonly found: string;
}

export interface Grade {
  readonly results: readonly CheckResult[];
  readonly isSolved: boolean;
  /** The first check that is not met, and what to say of it. */
  readonly unmet?: Unmet;
}

export interface Unmet extends CheckResult {
  /** What the author foresaw for it. */
  readonly say?: Text;
  /** The line of the log to look at. */
  readonly entry?: Entry;
  /** The moment before that line, if it is what undid the check. */
  readonly undoTo?: number;
}

/** Asks every check of copies of the world; nobody in it notices. */
export const gradeExercise = (exercise: Exercise, attempt: Attempt): Grade => {
  const results = exercise.checks.map((check) => checkAttempt(exercise, check, attempt));
  const first = results.find(({ met }) => !met);
  return { results, isSolved: first === undefined, ...(first && { unmet: explain(exercise, first, attempt) }) };
};

export const checkAttempt = (exercise: Exercise, check: ExerciseCheck, attempt: Attempt): CheckResult => {
  const found = find(exercise, check, attempt);
  return { check, found: String(found.found), met: found.met };
};

const explain = (exercise: Exercise, result: CheckResult, attempt: Attempt): Unmet => {
  const feedback = exercise.feedback?.[`${result.check.id}@${result.found}`] ?? exercise.feedback?.[result.check.id];
  const culprit = undoing(exercise, result.check, attempt);
  const pointed = ownEntries(attempt.learning).findLast(
    (entry) => entry.kind === 'api' && entry.command.operation === feedback?.log,
  );
  const entry = culprit === undefined ? pointed : momentAt(attempt.learning.history, culprit).entry;
  const before = culprit === undefined ? undefined : momentAt(attempt.learning.history, culprit).before;
  return {
    ...result,
    ...(feedback && { say: feedback.say }),
    ...(entry && { entry }),
    ...(before !== undefined && { undoTo: before }),
  };
};

/** The moment at which a check that was met ceased to be. */
const undoing = (exercise: Exercise, check: ExerciseCheck, { learning, answers }: Attempt): number | undefined => {
  const { history, floor } = learning;
  const path = momentsFrom(history, floor);
  const met = path.map(
    (at) => checkAttempt(exercise, check, { learning: { ...learning, history: { ...history, at } }, answers }).met,
  );
  const last = met.lastIndexOf(true);
  return last < 0 ? undefined : path[last + 1];
};

const momentsFrom = (history: History, floor: number): readonly number[] => {
  const moments: number[] = [];
  for (let at: number | undefined = history.at; at !== undefined && at >= floor; at = momentAt(history, at).before)
    moments.unshift(at);
  return moments;
};

interface Found {
  readonly met: boolean;
  readonly found: string | number;
}

const find = (exercise: Exercise, check: ExerciseCheck, { learning, answers }: Attempt): Found => {
  if ('answered' in check) {
    const value = answers[check.answered];
    return { met: hasValue(value), found: hasValue(value) ? 'answered' : 'none' };
  }
  if ('answer' in check) {
    const value = answers[check.answer];
    return { met: sameValue(value, check.is), found: hasValue(value) ? describe(value) : 'none' };
  }
  if ('filter' in check) return findMatches(exercise, check.filter, check.matches, answers[check.filter]);
  if ('never' in check) return findNever(learning, check);
  if ('before' in check) return findOrder(learning, check.before);
  if ('calls' in check) {
    const calls = ownEntries(learning).filter(({ kind }) => kind === 'api').length;
    return { met: calls <= check.calls, found: calls };
  }
  return findInWorld(check, learning);
};

const findInWorld = (
  check: Exclude<
    ExerciseCheck,
    | { answer: string }
    | { answered: string }
    | { filter: string }
    | { calls: number }
    | { never: string }
    | { before: unknown }
  >,
  learning: Learning,
): Found => {
  const start: Run = { history: learning.history, saved: namesOf(learning) };
  const run =
    'at' in check && check.at !== undefined ? runScript(start.history, [{ advance: check.at }], start.saved) : start;
  const world = worldNow(run.history);
  const named = (value: unknown) => resolve(value, run.saved, world.now, (name) => principalNamed(world, name)?.Arn);

  if ('try' in check) {
    const after = runScript(run.history, [check.try as ScriptStep], run.saved);
    const entry = entriesOf(after.history).at(-1);
    const found = entry?.kind === 'api' ? (entry.error?.__type ?? 'ok') : 'none';
    return { found, met: [check.is].flat().includes(found) };
  }
  if ('state' in check) {
    const key = world.keys[String(named(check.state))];
    const found = key ? keyStateOf(key) : 'Deleted';
    return { found, met: [check.is].flat().includes(found) };
  }
  if ('alias' in check) {
    const { Region, caller } = world.home;
    const account = principalNamed(world, caller)?.AccountId;
    const arn = `arn:aws:kms:${check.region ?? Region}:${account}:${check.alias}`;
    const found = world.aliases[arn]?.TargetKeyArn ?? 'none';
    return { found, met: found === named(check.is) };
  }
  if ('rotation' in check) {
    const key = world.keys[String(named(check.rotation))];
    const rotation = key && rotationOf(world, key);
    const found = rotation?.enabled ? rotation.RotationPeriodInDays : 'off';
    return { found, met: found === check.is };
  }
  if ('grant' in check) {
    const KeyArn = named(check.grant);
    const grantee = principalNamed(world, check.to)?.Arn;
    const has = Object.values(world.grants).some(
      (grant) => grant.KeyArn === KeyArn && grant.GranteePrincipal === grantee,
    );
    return { found: String(has), met: has === check.is };
  }
  if ('plain' in check) {
    const { CiphertextBlob } = named(check.plain) as { CiphertextBlob: string };
    const found = descendantsOf(run.history, CiphertextBlob).some(({ KeyArn }) => holdsMaterial(world, KeyArn))
      ? 'recoverable'
      : 'lost';
    return { found, met: found === check.is };
  }
  const turned = entriesOf(run.history).slice(entriesOf(learning.history).length);
  const count = recordsOf([...ownEntries(learning), ...turned]).filter(matching(check.log, world)).length;
  return {
    found: count,
    met:
      count >= (check.atLeast ?? (check.atMost === undefined ? 1 : 0)) &&
      count <= (check.atMost ?? Number.POSITIVE_INFINITY),
  };
};

const matching =
  ({ event, errorCode, by, keyIdNamed }: LogQuery, world: World) =>
  (record: ReturnType<typeof recordsOf>[number]): boolean =>
    record.eventName === event &&
    (errorCode === undefined || (record.errorCode ?? 'none') === errorCode) &&
    (!keyIdNamed || (record.requestParameters as { keyId?: unknown } | null)?.keyId !== undefined) &&
    (by === undefined || JSON.stringify(record.userIdentity).includes(principalNamed(world, by)?.Arn ?? by));

/** A multi-Region key lives on in its related keys. */
const holdsMaterial = (world: World, KeyArn: string): boolean => {
  const KeyId = KeyArn.split('/').at(-1);
  return keysOf(world).some(
    (key) =>
      (key.Arn === KeyArn || (key.MultiRegion && key.KeyId === KeyId)) &&
      key.materials.some(({ bytes }) => bytes !== undefined),
  );
};

const succeeded = (learning: Learning, operation: string) =>
  ownEntries(learning).filter((entry) => entry.kind === 'api' && !entry.error && entry.command.operation === operation);

const findNever = (learning: Learning, { never, on }: { never: string; on?: string }): Found => {
  const { saved } = { saved: namesOf(learning) };
  const arn = on === undefined ? undefined : resolve(on, saved, 0);
  const found = succeeded(learning, never).filter(
    (entry) => arn === undefined || (entry.kind === 'api' && entry.keys.some(({ Arn }) => Arn === arn)),
  ).length;
  return { found, met: found === 0 };
};

const findOrder = (learning: Learning, [first, second]: readonly [string, string]): Found => {
  const [one] = succeeded(learning, first);
  const [other] = succeeded(learning, second);
  if (!one) return { met: false, found: 'first missing' };
  if (!other) return { met: false, found: 'second missing' };
  return one.seq < other.seq ? { met: true, found: 'in order' } : { met: false, found: 'reversed' };
};

const findMatches = (exercise: Exercise, id: string, wanted: readonly string[], pattern?: FieldValue): Found => {
  const field = exercise.fields?.find((candidate) => candidate.id === id);
  if (field?.type !== 'pattern') throw new Error(`"${id}" expected a field of type pattern in ${exercise.id}`);
  if (typeof pattern !== 'string' || pattern.trim() === '') return { met: false, found: 'none' };
  const matched = matchedRecords(field, pattern);
  if (matched === undefined) return { met: false, found: 'invalid' };
  const missed = wanted.filter((record) => !matched.includes(record));
  const tooMany = matched.filter((record) => !wanted.includes(record));
  if (missed.length === 0 && tooMany.length === 0) return { met: true, found: 'exact' };
  return { met: false, found: missed.length > 0 ? 'missed' : 'tooMany' };
};

/** Ids of the records that a pattern matches; `undefined` if it is no pattern. */
export const matchedRecords = (
  { records }: Extract<Field, { type: 'pattern' }>,
  pattern: string,
): readonly string[] | undefined => {
  const answer = testMetricFilter(
    pattern,
    records.map(({ record }) => JSON.stringify(record)),
  );
  if ('error' in answer) return undefined;
  return answer.matches.flatMap(({ eventNumber }) => records[eventNumber]?.id ?? []);
};

const hasValue = (value: FieldValue | undefined): value is FieldValue =>
  value !== undefined && (typeof value === 'string' ? value.trim() !== '' : Object.keys(value).length > 0);

const describe = (value: FieldValue): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? [...value].sort().join(',') : JSON.stringify(value);

const sameValue = (given: FieldValue | undefined, wanted: FieldValue): boolean => {
  if (given === undefined) return false;
  if (typeof wanted === 'string') return typeof given === 'string' && given.trim() === wanted;
  if (typeof given === 'string') return false;
  if (Array.isArray(wanted)) return Array.isArray(given) && describe(given) === describe(wanted);
  return Object.entries(wanted).every(([row, choice]) => (given as Readonly<Record<string, string>>)[row] === choice);
};

/** Rows of a sorting that are wrong, so that each may be told by itself. */
export const wrongRows = (given: FieldValue | undefined, wanted: FieldValue): readonly string[] =>
  typeof wanted === 'string' || Array.isArray(wanted)
    ? []
    : Object.entries(wanted).flatMap(([row, choice]) =>
        (given as Readonly<Record<string, string>> | undefined)?.[row] === choice ? [] : [row],
      );
