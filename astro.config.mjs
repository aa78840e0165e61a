import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { rehypePlugins, remarkPlugins } from './src/markdown/index.ts';

// BASE: the path under which the site is served ("/kms-notebook"). SITE: its origin, for canonical addresses.
// OUT_DIR: another folder of the project for the build, so that two builds of one tree do not meet.
const { BASE = '/', SITE, OUT_DIR = 'dist' } = process.env;

/** Islands wake by our own client, which first loads what their worlds need of the model. */
const svelteWithModel = () => {
  const integration = svelte();
  const { 'astro:config:setup': setup, ...hooks } = integration.hooks;
  const clientEntrypoint = fileURLToPath(new URL('src/widgets/client.ts', import.meta.url));
  return {
    ...integration,
    hooks: {
      ...hooks,
      'astro:config:setup': (options) =>
        setup({ ...options, addRenderer: (renderer) => options.addRenderer({ ...renderer, clientEntrypoint }) }),
    },
  };
};

export default defineConfig({
  base: BASE,
  ...(SITE ? { site: SITE } : {}),
  outDir: OUT_DIR,
  output: 'static',
  trailingSlash: 'always',
  integrations: [svelteWithModel(), mdx()],
  i18n: { locales: ['ja', 'en'], defaultLocale: 'ja', routing: { prefixDefaultLocale: false } },
  markdown: {
    processor: unified({ remarkPlugins, rehypePlugins }),
    // Colours come from src/styles/code.css, so that the three themes share one highlighted text.
    shikiConfig: { theme: 'css-variables', wrap: false },
  },
  build: {
    // Styles of components inside MDX would be inlined without their hash in the policy below.
    inlineStylesheets: 'never',
    format: 'directory',
  },
  // Nothing of a page comes from, or goes to, another origin.
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
    },
  },
  devToolbar: { enabled: false },
});
