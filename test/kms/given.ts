import { expect } from 'vitest';
import { call } from '../../src/kms/call.ts';
import type { ApiCall, Command } from '../../src/kms/command.ts';
import type { ApiEntry } from '../../src/kms/entry.ts';
import type { OperationName } from '../../src/kms/vocabulary.ts';
import { bigBang, type World } from '../../src/kms/world.ts';

type Answered = Readonly<Record<string, unknown>>;
type Otherwise = Omit<ApiCall, 'operation' | 'input'>;

/** A world on which a test works call by call. */
export interface Given {
  readonly world: World;
  /** Gives any command, whatever comes of it. */
  tell(command: Command): void;
  /** Calls an operation that must succeed, and gives its answer. */
  ask(operation: OperationName, input?: Answered, otherwise?: Otherwise): Answered;
  /** Calls an operation that must be refused, and gives the error. It must have left the world as it was. */
  refuse(operation: OperationName, input?: Answered, otherwise?: Otherwise): { __type: string; message?: string };
  /** What became of the last command. */
  readonly last: ApiEntry;
  /** Turns the clock forward by milliseconds. */
  wait(by: number): void;
  /** Makes a key and gives its ARN. */
  key(input?: Answered, otherwise?: Otherwise): string;
}

/** The world of a seed after some commands. */
export const given = (seed: string, ...commands: readonly Command[]): Given => {
  let world = bigBang(seed);
  let last: unknown;
  const tell = (command: Command): ApiEntry => {
    // Commands are plain JSON: what is undefined is not there.
    const answer = call(world, JSON.parse(JSON.stringify(command)) as Command);
    world = answer.world;
    last = answer.entry;
    return answer.entry as ApiEntry;
  };
  for (const command of commands) tell(command);

  return {
    get world() {
      return world;
    },
    get last() {
      return last as ApiEntry;
    },
    tell,
    ask(operation, input = {}, otherwise = {}) {
      const { error, output } = tell({ operation, input, ...otherwise });
      expect(error).toBeUndefined();
      return output as Answered;
    },
    refuse(operation, input = {}, otherwise = {}) {
      const { seq: _, ...before } = world;
      const { error } = tell({ operation, input, ...otherwise });
      const { seq: __, ...after } = world;
      expect(error).toBeDefined();
      expect(after).toEqual(before);
      return error as { __type: string; message?: string };
    },
    wait(by) {
      tell({ clock: { by } });
    },
    key(input = {}, otherwise = {}) {
      const { error, output } = tell({ operation: 'CreateKey', input, ...otherwise });
      expect(error).toBeUndefined();
      return (output as { KeyMetadata: { Arn: string } }).KeyMetadata.Arn;
    },
  };
};
