import { defineConfig } from 'vitest/config';

/** Readers' stories in a real browser, over the built site. `npx vitest run` alone stays with the unit tests. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/serve-site.ts'],
    // A busy machine is slow, and a browser now and then loses a step: what fails twice is broken.
    testTimeout: 180_000,
    retry: 1,
    hookTimeout: 60_000,
    // One browser for each file; two cores are the machine to expect.
    maxWorkers: 2,
  },
});
