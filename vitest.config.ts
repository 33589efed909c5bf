import { defineConfig } from "vitest/config";

/** Tests over real data live apart: `npm run test:data` sets the mode, and the default run never needs them. */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === "data" ? ["test/data/**/*.test.ts"] : ["test/**/*.test.{ts,tsx}"],
    exclude: mode === "data" ? [] : ["test/data/**"],
    setupFiles: ["test/support/offline.ts"],
    // Generous: a busy machine is no fault of the program.
    testTimeout: mode === "data" ? 240_000 : 60_000,
    hookTimeout: 180_000,
    pool: "forks",
  },
}));
