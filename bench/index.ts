/**
 * Measures what the notebook promises: `npm run bench`, or some of it by name, `npm run bench -- kms endpoint`.
 * Each bench runs in a process of its own and ends with an error when a promise is missed. Figures of a busy machine
 * are lower than they should be: compare figures of one run.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const folder = new URL('.', import.meta.url);
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
  .map((file) => file.replace(/\.ts$/, ''));
const asked = process.argv.slice(2);
const strange = asked.filter((name) => !known.includes(name));
if (strange.length > 0) {
  console.error(`no bench "${strange.join('", "')}". There are: ${known.join(', ')}`);
  process.exit(2);
}

const missed = (asked.length > 0 ? asked : known).filter((name) => {
  console.log(`\n${name}`);
  return spawnSync(process.execPath, [new URL(`${name}.ts`, folder).pathname], { stdio: 'inherit' }).status !== 0;
});
if (missed.length > 0) {
  console.log(`\nmissed: ${missed.join(', ')}`);
  process.exitCode = 1;
}
