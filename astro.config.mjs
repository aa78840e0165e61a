import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { rehypePlugins, remarkPlugins } from './src/markdown/index.ts';

// BASE: the path under which the site is served ("/kms-notebook"). SITE: its origin, for canonical addresses.
// OUT_DIR: another folder of the project for the build, so that two builds of one tree do not meet.
const { BASE = '/', SITE, OUT_DIR = 'dist' } = process.env;

export default defineConfig({
  base: BASE,
  ...(SITE ? { site: SITE } : {}),
  outDir: OUT_DIR,
  output: 'static',
  trailingSlash: 'always',
  integrations: [svelte(), mdx()],
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
