import { defineConfig, mergeConfig } from "vitest/config";
import vite from "./vite.config.ts";

/** Suites that train, or compare many values: too slow for `npm run check`, which runs all others. */
const slow = [
  "src/methods/contract-*.test.ts",
  "src/bases/bases.test.ts",
  "src/bases/held-out.test.ts",
  "src/cli/asked-claims.test.ts",
  "src/cli/measure-race.test.ts",
  "src/cli/pretrain-base.test.ts",
  "src/cli/prompt-command.test.ts",
  "src/cli/run-experiment.test.ts",
  "src/counting/every-count.test.ts",
  "src/counting/peft.test.ts",
  "src/engine/engine.test.ts",
  "src/engine/ops.test.ts",
  "src/engine/wasm/kernels.test.ts",
  "src/experiments/picture/picture-running.test.ts",
  "src/experiments/prompt/prompt-running.test.ts",
  "src/export/exported-folders.test.ts",
  "src/recipes/*.test.ts",
  "src/model/generate-edits.test.ts",
  "src/features/real-models/notes-of-page.test.ts",
  "src/tasks/tasks.test.ts",
  "src/training/load-base.test.ts",
  "src/training/objectives/clicks.test.ts",
  "src/training/objectives/objectives.test.ts",
  "src/training/picture-reference.test.ts",
  "src/training/probe-method.test.ts",
  "src/training/reference.test.ts",
  "src/training/repeated-gradients.test.ts",
  "src/training/speed.test.ts",
  "src/worker/hosted-race.test.ts",
  "src/worker/lost-gpu.test.ts",
  "src/worker/park.test.ts",
  "src/worker/pictures-trainer.test.ts",
  "src/worker/prompt-trainer.test.ts",
  "src/worker/trainer.test.ts",
  "scripts/site-files.test.mjs",
];

export default defineConfig((env) =>
  mergeConfig(vite(env), {
    test: {
      environment: "node",
      testTimeout: 120_000,
      hookTimeout: 180_000,
      maxWorkers: 2,
      projects: [
        {
          extends: true,
          test: {
            name: "fast",
            include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
            exclude: slow,
            // Most of their time is what they import: each worker reads that once, not once a file. `--isolate` keeps them apart.
            isolate: false,
          },
        },
        { extends: true, test: { name: "slow", include: slow } },
      ],
    },
  }),
);
