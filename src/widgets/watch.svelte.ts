import { createSubscriber } from 'svelte/reactivity';
import type { Learning, Session } from '../learn/session.ts';

/** The one bridge from XState to runes: reading `learning` in markup makes it follow the session. */
export const watch = (session: Session): { readonly learning: Learning } => {
  const subscribe = createSubscriber((update) => {
    const subscription = session.subscribe(update);
    return () => subscription.unsubscribe();
  });
  return {
    get learning() {
      subscribe();
      return session.getSnapshot().context;
    },
  };
};
