import { onMount } from 'svelte';

/** The log engine: patterns, alarms, rules. It comes when a widget that needs it is in view, not with the page. */
export type Engine = typeof import('../../logs/index.ts');

let loading: Promise<Engine> | undefined;

/** Call while a component is made; `engine.now` is undefined on the server and until it has come. */
export const useEngine = (): { readonly now: Engine | undefined } => {
  let loaded = $state.raw<Engine>();
  onMount(() => {
    loading ??= import('../../logs/index.ts');
    void loading.then((engine) => {
      loaded = engine;
    });
  });
  return {
    get now() {
      return loaded;
    },
  };
};
