import { defineConfig } from 'vitest/config';

/** AWS's own clients against the endpoint, and what it must survive. Slower than unit tests, and needs sockets. */
export default defineConfig({
  test: { include: ['test/endpoint/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 },
});
