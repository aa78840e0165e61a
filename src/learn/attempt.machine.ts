import { assign, setup } from 'xstate';

/**
 * How far a reader has come with an exercise. The world is not here: it has a history of its own.
 *
 * The next hint comes after a new action, not after another click; after three failures one is offered unasked.
 */
export const attemptMachine = setup({
  types: {
    context: {} as { readonly failures: number; readonly hints: number; readonly hasActedSinceHint: boolean },
    events: {} as
      | { readonly type: 'Act' }
      | { readonly type: 'Judge'; readonly isSolved: boolean }
      | { readonly type: 'Hint' }
      | { readonly type: 'ShowSolution' }
      | { readonly type: 'Again' },
  },
  guards: {
    mayHint: ({ context }) => context.hints < 3 && (context.hints === 0 || context.hasActedSinceHint),
    maySeeSolution: ({ context }) => context.failures > 0 || context.hints > 0,
    isSolved: (_, params: { readonly isSolved: boolean }) => params.isSolved,
  },
  actions: {
    noteAction: assign({ hasActedSinceHint: true }),
    noteFailure: assign({ failures: ({ context }) => context.failures + 1, hasActedSinceHint: true }),
    giveHint: assign({ hints: ({ context }) => context.hints + 1, hasActedSinceHint: false }),
    forget: assign({ failures: 0, hints: 0, hasActedSinceHint: false }),
  },
}).createMachine({
  id: 'attempt',
  initial: 'briefed',
  context: { failures: 0, hints: 0, hasActedSinceHint: false },
  on: { Again: { target: '.briefed', actions: 'forget' } },
  states: {
    briefed: {
      on: {
        Act: { target: 'working', actions: 'noteAction' },
        Hint: { guard: 'mayHint', target: 'working', actions: 'giveHint' },
        Judge: [
          { guard: { type: 'isSolved', params: ({ event }) => event }, target: 'solved' },
          { target: 'working', actions: 'noteFailure' },
        ],
      },
    },
    working: {
      on: {
        Act: { actions: 'noteAction' },
        Hint: { guard: 'mayHint', actions: 'giveHint' },
        Judge: [
          { guard: { type: 'isSolved', params: ({ event }) => event }, target: 'solved' },
          { actions: 'noteFailure' },
        ],
        ShowSolution: { guard: 'maySeeSolution', target: 'solutionShown' },
      },
    },
    solved: {},
    solutionShown: {},
  },
});

/** After so many failures a hint is offered unasked. */
export const FAILURES_BEFORE_OFFER = 3;
