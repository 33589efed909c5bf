import { defineConfig } from "vitest/config";

/** Tests over real data live apart: `npm run test:data` sets the mode, and the default run never needs them. */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === "data" ? ["test/data/**/*.test.ts"] : ["test/**/*.test.{ts,tsx}"],
    exclude: mode === "data" ? [] : ["test/data/**"],
    setupFiles: ["test/support/offline.ts"],
    testTimeout: mode === "data" ? 240_000 : 20_000,
    hookTimeout: 60_000,
    pool: "forks",
  },
}));
