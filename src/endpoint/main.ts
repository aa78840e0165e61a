/** `npm run endpoint`: serves a world to AWS's own clients. */
import { readFileSync } from 'node:fs';
import { endpoint as strings } from '../i18n/areas/endpoint.ts';
import { t } from '../i18n/t.ts';
import type { World } from '../kms/index.ts';
import { parseWorldFile, type WorldFile } from '../learn/world-file.ts';
import { type Beginning, beginWorld } from './begin-world.ts';
import { DEFAULT_WORLD } from './default-world.ts';
import { openHouse } from './house.ts';
import { introduction, terminalLocale } from './introduction.ts';
import { keeperOf, loadState, previousOf } from './kept-state.ts';
import { parseOptions } from './options.ts';
import { serve } from './server.ts';

const locale = terminalLocale(process.env);
const say = t(strings, locale);

const giveUp = (...lines: readonly string[]): never => {
  console.error(lines.join('\n'));
  process.exit(1);
};

const readWorldFile = (path: string | undefined): WorldFile => {
  if (path === undefined) return DEFAULT_WORLD;
  const unreadable = (...problems: readonly string[]) => giveUp(say('worldUnreadable', { file: path }), ...problems);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return unreadable(String(error));
  }
  const parsed = parseWorldFile(text);
  return parsed.ok ? parsed.file : unreadable(...parsed.problems);
};

const begin = (path: string | undefined): Beginning => {
  const file = readWorldFile(path);
  try {
    return beginWorld(file);
  } catch (error) {
    return giveUp(say('worldUnreadable', { file: path ?? '' }), error instanceof Error ? error.message : String(error));
  }
};

const resume = (path: string): World | undefined => {
  const loaded = loadState(path);
  if (loaded.kind === 'none') return undefined;
  if (loaded.kind === 'damaged') return giveUp(say('damaged', { files: loaded.files.join(', ') }));
  console.log(
    loaded.from === path
      ? say('resumed', { file: path })
      : say('resumedPrevious', { file: path, previous: previousOf(path) }),
  );
  return loaded.world;
};

const parsed = parseOptions(process.argv.slice(2));
if (parsed.kind === 'problem') giveUp(parsed.text, '', say('usage'));
else if (parsed.kind === 'help') console.log(say('usage'));
else {
  const { port, worldFile, stateFile } = parsed.options;
  const beginning = begin(worldFile);
  if (beginning.refusals.length > 0)
    console.error(
      [
        say('refusals'),
        ...beginning.refusals.map(({ step, operation, error }) => `  steps.${step}: ${operation}: ${error}`),
      ].join('\n'),
    );
  const resumed = stateFile === undefined ? undefined : resume(stateFile);
  const house = openHouse(beginning, resumed, stateFile === undefined ? undefined : keeperOf(stateFile));
  await house.settle();
  const served = await serve(house, port).catch((error: NodeJS.ErrnoException) =>
    giveUp(error.code === 'EADDRINUSE' ? say('portTaken', { port }) : String(error)),
  );
  console.log(introduction(house.world, served.port, locale));

  const leave = async () => {
    await served.close();
    await house.settle();
    process.exit(0);
  };
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
}
