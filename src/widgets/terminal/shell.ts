/** AWS's command line on a session's world. Loaded when a terminal is first used: its query language is heavy. */
import { type Completion, complete, type Printed, parseCommandLine, runCommandLine } from '../../aws/cli/index.ts';
import { askNeighbour, type Trail } from '../../aws/neighbours/index.ts';
import { recordsFrom } from '../../aws/trail.ts';
import { type ApiCall, entriesOf, keysOf, type OperationName, principalNamed } from '../../kms/index.ts';
import { isRegion, REGIONS } from '../../kms/regions.ts';
import { type Session, worldOf } from '../../learn/session.ts';
import { prepareCommand } from '../prepareCommand.ts';
import { OWN_WORDS } from './ownWord.ts';

export type Files = ReadonlyMap<string, Uint8Array>;

const learningOf = (session: Session) => session.getSnapshot().context;

/** Who a line speaks as when it has no --profile. */
const callerName = (session: Session): string => {
  const { home, ...world } = worldOf(learningOf(session));
  return principalNamed({ home, ...world }, home.caller)?.name ?? home.caller;
};

const profilesOf = (session: Session): readonly string[] =>
  Object.values(worldOf(learningOf(session)).principals)
    .filter(({ kind }) => kind !== 'service')
    .map(({ name }) => name);

/** Runs a line; what it did to the world is in the session. */
export const runLine = async (line: string, session: Session, files: Files, width: number): Promise<Printed> => {
  const parsed = parseCommandLine(line, { readFile: (name) => files.get(name) });
  const region = parsed.kind === 'call' ? parsed.globals.region : undefined;
  if (parsed.kind === 'call' && region !== undefined && !isRegion(region))
    return {
      stdout: '',
      stderr: `\nCould not connect to the endpoint URL: "https://${parsed.service}.${region}.amazonaws.com/"\n`,
      exitCode: 255,
    };
  // What the command needs must be there before it is given: the command line itself does not wait.
  const prepared =
    parsed.kind === 'call' && parsed.service === 'kms'
      ? await prepareCommand({ operation: parsed.operation as OperationName, input: parsed.input })
      : undefined;
  const rsaPrivateKey = (prepared as ApiCall | undefined)?.rsaPrivateKey;
  return runCommandLine(line, {
    region: worldOf(learningOf(session)).home.Region,
    profile: callerName(session),
    profiles: profilesOf(session),
    readFile: (name) => files.get(name),
    width,
    call: ({ service, operation, input, region: Region, profile }) => {
      if (service === 'kms')
        return give(session, {
          operation: operation as OperationName,
          input,
          as: profile,
          region: Region,
          ...(rsaPrivateKey !== undefined && { rsaPrivateKey }),
        });
      const { history } = learningOf(session);
      const world = worldOf(learningOf(session));
      const caller = principalNamed(world, profile);
      if (!caller) throw new Error(`"${profile}" is no principal of this world`);
      return askNeighbour(service, operation, input, { world, caller, Region, trail: trailOf(history) });
    },
  });
};

const give = (session: Session, command: ApiCall) => {
  session.send({ type: 'Do', command });
  const entry = entriesOf(learningOf(session).history).at(-1);
  if (entry?.kind !== 'api') throw new Error(`${command.operation} left no entry`);
  return entry.error ? { error: entry.error } : { output: { ...entry.output } };
};

const trailOf = (history: Parameters<typeof entriesOf>[0]): Trail =>
  entriesOf(history)
    .flatMap((entry) => recordsFrom(entry))
    .map((record, place) => [place, record] as const)
    .reverse();

/** What could stand at the cursor, in this world. */
export const completeLine = (line: string, cursor: number, session: Session, files: Files): Completion => {
  const world = worldOf(learningOf(session));
  const { Region } = world.home;
  const AccountId = principalNamed(world, world.home.caller)?.AccountId;
  const found = complete(line, cursor, {
    keyIds: keysOf(world)
      .filter((key) => key.Region === Region && key.AWSAccountId === AccountId)
      .map(({ KeyId }) => KeyId),
    aliases: Object.values(world.aliases)
      .filter(({ AliasArn }) => AliasArn.includes(`:${Region}:${AccountId}:`))
      .map(({ AliasName }) => AliasName),
    grantIds: Object.keys(world.grants),
    customKeyStoreIds: Object.keys(world.keyStores),
    regions: REGIONS.map(({ id }) => id),
    profiles: profilesOf(session),
    files: [...files.keys()],
  });
  const before = line.slice(0, cursor);
  if (before.includes(' ') || before.trim() === '') return found;
  const own = OWN_WORDS.filter((word) => word.startsWith(before) && word !== before);
  return {
    from: 0,
    to: cursor,
    suggestions: [...found.suggestions, ...own.map((text) => ({ text, kind: 'command' as const }))],
  };
};
