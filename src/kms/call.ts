import { accountOf } from './arn.ts';
import { authorize } from './authorize.ts';
import { advance, dueEvents } from './clock.ts';
import { type ApiCall, type Command, isApiCall, isTurnClock, type SetStage, type TurnClock } from './command.ts';
import { draftOf } from './draft.ts';
import { type Entropy, entropy, uuid } from './entropy.ts';
import type { ApiEntry, Authorization, Entry, KeyAsked, Stage } from './entry.ts';
import { isRefused, type KmsError, type Refused, refused } from './errors.ts';
import type { Happening } from './happening.ts';
import { keyLife } from './key-life.ts';
import { keyStoreDetails } from './key-store-details.ts';
import { validateInput } from './model/validate-input.ts';
import type { Located, Operation, Scope } from './operations/define.ts';
import { operationNamed } from './operations/named.ts';
import { rarely } from './rarely.ts';
import { keepStep } from './reactions.ts';
import { refusalError } from './refusals.ts';
import { setStage } from './stage.ts';
import { recordUsage } from './usage.ts';
import { CRYPTOGRAPHIC, type Instant, type OperationName } from './vocabulary.ts';
import { type KeyRecord, keyStateOf, LAST_INSTANT, principalNamed, type World } from './world.ts';

export interface Answer {
  readonly world: World;
  readonly entry: Entry;
}

/**
 * The one door into the model: gives the next world and the entry that tells what became of the command.
 * A refused request changes nothing but the count of commands. Errors of KMS are in the entry; this throws only for
 * commands that no caller could send.
 */
export const call = (world: World, command: Command): Answer => {
  const random = entropy(world.seed, world.seq, command);
  const { world: next, entry } = isApiCall(command)
    ? request(world, command, random)
    : isTurnClock(command)
      ? turnClock(world, command, random)
      : putOnStage(world, command);
  return { world: { ...next, seq: world.seq + 1 }, entry };
};

interface Visit {
  readonly scope: Scope;
  readonly command: ApiCall;
  readonly operation: Operation;
  readonly random: Entropy;
  readonly ids: { readonly requestId: string; readonly eventId: string };
  input: unknown;
  located: Located;
  asked: readonly KeyAsked[];
  authorization?: Authorization;
  happenings: readonly Happening[];
  output?: object;
  world: World;
  quotaBuckets?: World['quotaBuckets'];
  additionalEventData?: Readonly<Record<string, unknown>>;
}

/** The stages of a request, in AWS's order. Each passes on or ends with an error. */
const REQUEST: readonly (readonly [Stage, (visit: Visit) => Refused | undefined])[] = [
  [
    'parse',
    (visit) => {
      const parsed = validateInput(visit.command.operation, visit.command.input);
      if (!parsed.ok) return { error: parsed.error };
      visit.input = parsed.input;
      return visit.operation.check(parsed.input);
    },
  ],
  [
    'locate',
    (visit) => {
      if (visit.scope.world.outages.includes(visit.scope.Region))
        return refused(
          'ServiceUnavailableException',
          'The request has failed due to a temporary failure of the server.',
        );
      const located = visit.operation.locate(visit.input, visit.scope);
      if (isRefused(located)) return located;
      visit.located = located;
      visit.asked = located.keys;
      return throttled(visit);
    },
  ],
  [
    'authorize',
    (visit) => {
      const { scope, command, located } = visit;
      const { refusal, authorization } = authorize({
        scope,
        operation: command.operation,
        input: visit.input as Readonly<Record<string, unknown>>,
        located,
        brought: command.requestContext,
      });
      visit.authorization = authorization;
      return refusal;
    },
  ],
  ['state', askTheChart],
  ['perform', perform],
];

/** Perhaps: whether it does, rarely() tells. */
const namesAwsManagedKey = ({ input }: ApiCall): boolean =>
  Object.values(input).some((value) => typeof value === 'string' && value.includes('alias/aws/'));

const request = (world: World, command: ApiCall, random: Entropy): { world: World; entry: ApiEntry } => {
  const arrived = scopeOf(world, command);
  const prepared = namesAwsManagedKey(command)
    ? rarely().withAwsManagedKey(arrived, command, random)
    : { world, happenings: [] };
  const scope = { ...arrived, world: prepared.world };
  const operation = operationNamed(command.operation);
  const visit: Visit = {
    scope,
    command,
    operation,
    random,
    ids: { requestId: uuid(random), eventId: uuid(random) },
    input: undefined,
    located: { keys: [] },
    asked: [],
    happenings: [],
    world,
  };

  let reached: Stage = 'record';
  let error: KmsError | undefined;
  for (const [stage, pass] of REQUEST) {
    const refusal = pass(visit);
    if (!refusal) continue;
    reached = stage;
    error = refusal.error;
    break;
  }

  const { caller, Region, via } = scope;
  const entry: ApiEntry = {
    kind: 'api',
    seq: world.seq,
    at: world.now,
    command,
    caller: { Arn: caller.Arn, AccountId: caller.AccountId, name: caller.name, kind: caller.kind, ...(via && { via }) },
    Region,
    ...visit.ids,
    stage: reached,
    keys: visit.asked,
    happenings: error ? [] : [...prepared.happenings, ...visit.happenings],
    ...(visit.located.alias && { AliasArn: visit.located.alias.AliasArn }),
    ...(visit.authorization && { authorization: visit.authorization }),
    ...(visit.additionalEventData && !error && { additionalEventData: visit.additionalEventData }),
    ...(error ? { error } : { output: visit.output }),
  };
  const next = error ? world : visit.world;
  return { world: visit.quotaBuckets ? { ...next, quotaBuckets: visit.quotaBuckets } : next, entry };
};

/** AWS throttles before it looks at anything; but the quota depends on the key, so here the key is found first. */
const throttled = (visit: Visit): Refused | undefined => {
  const { scope, command, located } = visit;
  const { world, caller, Region } = scope;
  if (!world.options.requestQuotas) return undefined;
  const { chargesOf, spend } = rarely();
  const { quotaBuckets, refusal } = spend(
    world,
    chargesOf({
      operation: command.operation,
      input: visit.input as Readonly<Record<string, unknown>>,
      AccountId: caller.AccountId,
      Region,
      key: world.keys[located.keys[0]?.Arn ?? ''],
    }),
  );
  visit.quotaBuckets = quotaBuckets;
  return refusal;
};

export const scopeOf = (world: World, { as, region, via }: ApiCall): Scope => {
  const name = as ?? world.home.caller;
  const caller = principalNamed(world, name);
  if (!caller) throw new Error(`"${name}" is no principal of this world`);
  return { world, caller, Region: region ?? world.home.Region, via };
};

/** Asks the chart of every key that the request meets. The old target of an alias is only left behind: it is not asked. */
function askTheChart(visit: Visit): Refused | undefined {
  const { world } = visit.scope;
  const asked: KeyAsked[] = [];
  let refusal: Refused | undefined;
  for (const located of visit.located.keys) {
    const key = world.keys[located.Arn];
    if (!key || located.role === 'oldTarget') {
      asked.push(located);
      continue;
    }
    const event = visit.operation.event(visit.input, key, world);
    const { verdict } = keyLife.step(key.life, event, world.now);
    if (!verdict) throw new Error(`the chart gave no verdict on ${event.type} in ${keyStateOf(key)}`);
    asked.push({ ...located, KeyState: keyStateOf(key), verdict });
    if (typeof verdict === 'object') refusal ??= { error: refusalError(verdict.refused, key) };
    else if (key.CustomKeyStoreId !== undefined && isCryptographic(visit.operation.name))
      refusal ??= rarely().backendProblem(world, key);
  }
  visit.asked = asked;
  return refusal;
}

const CRYPTOGRAPHY = new Set<OperationName>(CRYPTOGRAPHIC);
const isCryptographic = (operation: OperationName): boolean => CRYPTOGRAPHY.has(operation);

/** Does the work in a draft of the next world, which is kept only if the work succeeds. */
function perform(visit: Visit): Refused | undefined {
  const { scope, operation, command, input, random, located } = visit;
  const { world } = scope;
  const draft = draftOf(world);
  const happenings: Happening[] = [];
  const unfolding = { draft, random, happenings };
  let additionalEventData: Record<string, unknown> | undefined;

  for (const { Arn, role } of located.keys) {
    const key = world.keys[Arn];
    if (key && role !== 'oldTarget')
      keepStep(unfolding, key, keyLife.step(key.life, operation.event(input, key, world), world.now));
  }
  const keys = located.keys.map(({ Arn }) => draft.world.keys[Arn]).filter((key): key is KeyRecord => !!key);
  const output = operation.perform({
    ...scope,
    input,
    now: world.now,
    random,
    command,
    draft,
    happenings,
    keys,
    note: (details) => {
      additionalEventData = { ...additionalEventData, ...details };
    },
  });
  if (isRefused(output)) return output;
  if ((input as { DryRun?: boolean }).DryRun === true)
    return refused('DryRunOperationException', 'The request would have succeeded, but the DryRun option is set.');

  recordUsage(draft, operation.name, keys, visit.ids);
  visit.output = output;
  visit.happenings = happenings;
  const inStore = keys[0] && isCryptographic(operation.name) ? keyStoreDetails(world, keys[0]) : undefined;
  visit.additionalEventData = inStore ?? additionalEventData;
  visit.world = draft.world;
  return undefined;
}

const turnClock = (world: World, command: TurnClock, random: Entropy): Answer => {
  const to = Math.min(LAST_INSTANT, Math.max(world.now, instantOf(world, command)));
  const draft = draftOf(world);
  const happenings: Happening[] = [];
  advance({ draft, random, happenings }, to);
  return { world: draft.world, entry: { kind: 'clock', seq: world.seq, at: world.now, command, to, happenings } };
};

const instantOf = (world: World, { clock }: TurnClock): Instant => {
  if (clock === 'next') return dueEvents(world)[0]?.at ?? world.now;
  return 'by' in clock ? world.now + clock.by : clock.to;
};

const putOnStage = (world: World, command: SetStage): Answer => ({
  world: setStage(world, command),
  entry: { kind: 'stage', seq: world.seq, at: world.now, command, happenings: [] },
});

/** Whether a request comes from another account than the key's. */
export const isCrossAccount = (entry: ApiEntry): boolean =>
  entry.keys.some(({ Arn }) => accountOf(Arn) !== entry.caller.AccountId);
