import { keyLifecycle } from './charts/key-lifecycle.machine.ts';
import type { KeyState } from './vocabulary.ts';

export type PictureState = KeyState | 'Deleted';

/** One way from a state to another, and what leads there. */
export interface PictureArrow {
  readonly from: PictureState;
  readonly to: PictureState;
  /** Operations, facts in the past tense, and timers. */
  readonly by: readonly { readonly kind: 'operation' | 'fact' | 'timer'; readonly name: string }[];
}

export interface Picture {
  readonly states: readonly PictureState[];
  readonly arrows: readonly PictureArrow[];
}

interface Node {
  readonly key: string;
  readonly parent: Node | undefined;
  readonly states: Readonly<Record<string, Node>>;
  readonly transitions: ReadonlyMap<string, readonly { readonly target?: readonly Node[] }[]>;
}

const FACT = /(ed|Usable)$/;
const TIMER = /^xstate\.after\.([A-Za-z]+)\./;

/**
 * The states of a key's life and the ways between them, read off the chart itself. A state inside another (how an
 * unavailable key will come back) counts as the outer one.
 */
export const keyPicture = (): Picture => {
  const region = (keyLifecycle.root as unknown as Node).states.KeyState as Node;
  const outer = Object.values(region.states).filter(({ key }) => key !== 'Born');
  const arrows = new Map<
    string,
    { from: PictureState; to: PictureState; by: Map<string, PictureArrow['by'][number]> }
  >();

  for (const state of outer)
    for (const node of [state, ...Object.values(state.states)])
      for (const [event, transitions] of node.transitions)
        for (const target of transitions.flatMap((transition) => transition.target ?? [])) {
          const from = state.key as PictureState;
          const to = outerOf(target, region) as PictureState;
          if (to === from) continue;
          const arrow = arrows.get(`${from} ${to}`) ?? { from, to, by: new Map() };
          const cause = causeOf(event);
          arrow.by.set(cause.name, cause);
          arrows.set(`${from} ${to}`, arrow);
        }

  return {
    states: outer.map(({ key }) => key as PictureState),
    arrows: [...arrows.values()].map(({ from, to, by }) => ({ from, to, by: [...by.values()] })),
  };
};

const outerOf = (node: Node, region: Node): string =>
  node.parent === region ? node.key : outerOf(node.parent as Node, region);

const causeOf = (event: string): PictureArrow['by'][number] => {
  const timer = TIMER.exec(event)?.[1];
  if (timer !== undefined) return { kind: 'timer', name: timer };
  return { kind: FACT.test(event) ? 'fact' : 'operation', name: event };
};

/** The part of a picture that concerns some of its states. */
export const pictureOf = (picture: Picture, states: readonly PictureState[]): Picture => ({
  states: picture.states.filter((state) => states.includes(state)),
  arrows: picture.arrows.filter(({ from, to }) => states.includes(from) && states.includes(to)),
});
