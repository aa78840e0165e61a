/** How the AWS CLI 2 says that it could not use a command line. Every text starts with a blank line and ends with one newline. */

const HELP = `To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help
`;

const USAGE = `usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
${HELP}`;

/** Exit codes of the CLI. https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html */
export const EXIT = { success: 0, badCommand: 252, badConfiguration: 253, refusedByService: 254, other: 255 } as const;

export interface Failure {
  readonly stderr: string;
  readonly exitCode: number;
}

export const usageError = (message: string): Failure => ({
  stderr: `\n${USAGE}\naws: error: ${message}\n\n`,
  exitCode: EXIT.badCommand,
});

export const unknownOptions = (options: readonly string[]): Failure => ({
  stderr: `\n${USAGE}\nUnknown options: ${options.join(', ')}\n\n`,
  exitCode: EXIT.badCommand,
});

export const plainError = (message: string, exitCode: number): Failure => ({ stderr: `\n${message}\n`, exitCode });

export const parameterError = (option: string, message: string): Failure =>
  plainError(`Error parsing parameter '${option}': ${message}`, EXIT.badCommand);

export const serviceError = (code: string, operation: string, message: string | undefined): Failure =>
  plainError(
    `An error occurred (${code}) when calling the ${operation} operation: ${message ?? ''}`,
    EXIT.refusedByService,
  );

/** @returns the sentence for a value that is none of `choices`, two choices a line, with near misses */
export const invalidChoice = (argument: string, value: string, choices: readonly string[]): Failure => {
  const rows: string[] = [];
  for (let i = 0; i < choices.length; i += 2)
    rows.push(
      choices
        .slice(i, i + 2)
        .map((choice) => choice.padEnd(40))
        .join(' | '),
    );
  const near = closeMatches(value, choices);
  const meant =
    near.length > 0 ? [`\n\nInvalid choice: '${value}', maybe you meant:\n`, ...near.map((word) => `  * ${word}`)] : [];
  return usageError(`argument ${argument}: ${['Invalid choice, valid choices are:\n', ...rows, ...meant].join('\n')}`);
};

const CUTOFF = 0.8;

/** The three nearest words, nearest first, as Python's difflib.get_close_matches finds them. */
const closeMatches = (word: string, choices: readonly string[]): readonly string[] =>
  choices
    .map((choice) => ({ choice, score: similarity(choice, word) }))
    .filter(({ score }) => score >= CUTOFF)
    .sort((a, b) => b.score - a.score || (a.choice < b.choice ? 1 : -1))
    .slice(0, 3)
    .map(({ choice }) => choice);

/** Ratcliff and Obershelp: twice the matching characters over all characters. */
const similarity = (a: string, b: string): number =>
  a.length + b.length === 0 ? 1 : (2 * matching(a, b)) / (a.length + b.length);

const matching = (a: string, b: string): number => {
  let [bestA, bestB, best] = [0, 0, 0];
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b.length; j++) {
      let length = 0;
      while (i + length < a.length && a[i + length] === b[j + length]) length++;
      if (length > best) [bestA, bestB, best] = [i, j, length];
    }
  if (best === 0) return 0;
  return best + matching(a.slice(0, bestA), b.slice(0, bestB)) + matching(a.slice(bestA + best), b.slice(bestB + best));
};
