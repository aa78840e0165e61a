/** Serves the built site to every e2e test: `npm run build` first, or OUT_DIR for a build elsewhere. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../../scripts/serveSite.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly origin: string;
  }
}

export default async (project: TestProject) => {
  const folder = resolve(process.env.OUT_DIR ?? 'dist');
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} expected a built site: run npm run build`);
  const site = await serveSite(folder, (process.env.BASE ?? '').replace(/\/$/, ''));
  project.provide('origin', site.origin);
  return site.close;
};
