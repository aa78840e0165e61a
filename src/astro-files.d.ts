/**
 * tsc and svelte-check cannot read .astro files; to them each is a component with any props. `astro check`, which can,
 * sees the real props (scripts/check-types.ts).
 */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
