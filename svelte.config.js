import { vitePreprocess } from '@astrojs/svelte';

export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    // What scrolls must be reachable by keyboard (axe: scrollable-region-focusable).
    warningFilter: ({ code }) => code !== 'a11y_no_noninteractive_tabindex',
  },
};
