import { assign, setup, stateIn } from 'xstate';
import { append, beginHistory, type Command } from '../kms/index.ts';
import { type Run, runScript } from '../learn/script.ts';
import { checkpointsOf, type Played, playStep, type Tape, type TapeStep } from './tape.ts';

/**
 * A talk as it is given: a tape, where it is, what the room voted, and the world as it stands. Nothing in it knows a
 * window: two windows that were told the same events are in the same state, the worlds included.
 */
export interface TalkContext {
  readonly tape: Tape;
  /** The worlds in which the steps begin; off the tape, one of them is where `Rewind` leads. */
  readonly checkpoints: readonly Run[];
  readonly at: number;
  readonly run: Run;
  /** What the calls of this step answered, once they were made. */
  readonly played?: Played;
  /** Votes of this step by option, first round and second. */
  readonly tallies: readonly (readonly number[])[];
  /** Worlds that were reached off the tape, to be shown or shared later. */
  readonly branches: readonly { readonly at: number; readonly run: Run }[];
}

export type TalkEvent =
  | {
      readonly type:
        | 'Next'
        | 'Back'
        | 'Rewind'
        | 'Restart'
        | 'OpenVote'
        | 'CloseVote'
        | 'Discuss'
        | 'Blank'
        | 'Question';
    }
  | { readonly type: 'GoTo'; readonly at: number }
  | { readonly type: 'Count'; readonly option: number; readonly votes: number }
  /** A call that is not on the tape. */
  | { readonly type: 'Try'; readonly command: Command };

const stepOf = ({ tape, at }: TalkContext): TapeStep | undefined => tape.steps[at];

const arriveAt = ({ checkpoints, branches }: TalkContext, at: number, branch?: TalkContext['branches'][number]) => ({
  at,
  run: checkpoints[at] as Run,
  played: undefined,
  tallies: [],
  branches: branch ? [...branches, branch] : branches,
});

const noVotes = (step: TapeStep | undefined): readonly number[] => (step?.vote?.options ?? []).map(() => 0);

// In the dark, the first press only brings the light back.
const IN_THE_DARK = { guard: 'isDark' } as const;

export const talkMachine = setup({
  types: { context: {} as TalkContext, events: {} as TalkEvent, input: {} as { readonly tape: Tape } },
  guards: {
    isDark: stateIn({ Screen: 'Dark' }),
    hasVote: ({ context }) => stepOf(context)?.vote !== undefined,
    isLast: ({ context }) => context.at >= context.tape.steps.length - 1,
    isFirst: ({ context }) => context.at === 0,
    exists: ({ context, event }) => event.type === 'GoTo' && event.at in context.tape.steps,
  },
  actions: {
    playOn: assign(({ context }) => {
      const step = stepOf(context);
      if (!step) return {};
      const played = playStep(context.checkpoints[context.at] as Run, step);
      return { played, run: played.run };
    }),
    goOn: assign(({ context }) => arriveAt(context, context.at + 1)),
    goBack: assign(({ context }) => arriveAt(context, context.at - 1)),
    goTo: assign(({ context, event }) => (event.type === 'GoTo' ? arriveAt(context, event.at) : {})),
    goToStart: assign(({ context }) => arriveAt(context, 0)),
    returnToTape: assign(({ context }) => arriveAt(context, context.at, { at: context.at, run: context.run })),
    beginStepAgain: assign(({ context }) => arriveAt(context, context.at)),
    openTally: assign({ tallies: ({ context }) => [...context.tallies, noVotes(stepOf(context))] }),
    count: assign({
      tallies: ({ context, event }) =>
        event.type === 'Count'
          ? context.tallies.map((tally, round) =>
              round === context.tallies.length - 1
                ? tally.map((votes, option) => (option === event.option ? Math.max(0, event.votes) : votes))
                : tally,
            )
          : context.tallies,
    }),
    tryIt: assign({
      run: ({ context, event }) =>
        event.type === 'Try' ? { ...context.run, history: append(context.run.history, event.command) } : context.run,
    }),
  },
}).createMachine({
  id: 'talk',
  context: ({ input }) => {
    const begin = runScript(beginHistory(`tape/${input.tape.id}`), input.tape.world);
    return {
      tape: input.tape,
      checkpoints: checkpointsOf(input.tape, begin),
      at: 0,
      run: begin,
      tallies: [],
      branches: [],
    };
  },
  type: 'parallel',
  states: {
    // What the room sees. An answer is never shown before its vote is closed.
    Step: {
      initial: 'Shown',
      on: {
        GoTo: { guard: 'exists', target: '.Shown', actions: 'goTo' },
        Restart: { target: '.Shown', actions: 'goToStart' },
        Try: { target: '.OffTape', actions: 'tryIt' },
      },
      states: {
        Shown: {
          on: {
            Next: [
              IN_THE_DARK,
              { guard: 'hasVote', target: 'Voting', actions: 'openTally' },
              { target: 'Answered', actions: 'playOn' },
            ],
            OpenVote: { guard: 'hasVote', target: 'Voting', actions: 'openTally' },
            Back: [{ guard: 'isFirst' }, { target: 'Shown', actions: 'goBack' }],
            Rewind: { target: 'Shown', actions: 'beginStepAgain' },
          },
        },
        Voting: {
          on: {
            Count: { actions: 'count' },
            Next: [IN_THE_DARK, { target: 'Counted' }],
            CloseVote: 'Counted',
            Back: 'Shown',
            Rewind: { target: 'Shown', actions: 'beginStepAgain' },
          },
        },
        Counted: {
          on: {
            Count: { actions: 'count' },
            Discuss: 'Discussing',
            Next: [IN_THE_DARK, { target: 'Answered', actions: 'playOn' }],
            Back: 'Voting',
            Rewind: { target: 'Shown', actions: 'beginStepAgain' },
          },
        },
        Discussing: {
          on: {
            Next: [IN_THE_DARK, { target: 'Voting', actions: 'openTally' }],
            Back: 'Counted',
            Rewind: { target: 'Shown', actions: 'beginStepAgain' },
          },
        },
        Answered: {
          on: {
            Next: [
              { guard: 'isLast', target: 'Ended' },
              { target: 'Shown', actions: 'goOn' },
            ],
            Back: { target: 'Shown', actions: 'beginStepAgain' },
            Rewind: { target: 'Shown', actions: 'beginStepAgain' },
          },
        },
        OffTape: {
          on: {
            Rewind: { target: 'Shown', actions: 'returnToTape' },
            Next: [IN_THE_DARK, { target: 'Shown', actions: 'returnToTape' }],
          },
        },
        Ended: {
          on: {
            Back: { target: 'Shown', actions: 'beginStepAgain' },
            Rewind: { target: 'Shown', actions: 'beginStepAgain' },
          },
        },
      },
    },
    Screen: {
      initial: 'Lit',
      states: { Lit: { on: { Blank: 'Dark' } }, Dark: { on: { Blank: 'Lit', Next: 'Lit' } } },
    },
    // While somebody asks, the pace of the talk stands still.
    Pace: {
      initial: 'Running',
      states: { Running: { on: { Question: 'Asked' } }, Asked: { on: { Question: 'Running', Next: 'Running' } } },
    },
  },
});

/** The part of the talk's state that tells what the room sees. */
export type TalkPhase = 'Shown' | 'Voting' | 'Counted' | 'Discussing' | 'Answered' | 'OffTape' | 'Ended';
