import { pictureBases } from "../bases/creatures";
import { bases, findBase } from "../bases/index";
import { startEngine } from "../engine/engine";
import { readArguments, readInteger, runCommand, UsageError } from "./arguments";
import { nodeEngineFiles, readPublicText, repositoryPath } from "./node-files";
import { pretrain } from "./pretrain-base";
import { pretrainPictures } from "./pretrain-pictures";

// npm run pretrain: trains a base from random parameters and writes its checkpoint, those of its snapshots, and their cards.

const usage = `npm run pretrain <id> [-- --steps N] [--seed N] [--folder PATH]
Another seed is for measuring what depends on it: its files belong into a folder beside the repository.
Bases: ${[...bases, ...pictureBases].map((base) => base.id).join(", ")}`;

await runCommand(async () => {
  const { values, positionals } = readArguments(usage, {
    steps: { type: "string" },
    seed: { type: "string" },
    folder: { type: "string" },
  });
  const base = findBase(positionals[0] ?? "") ?? pictureBases.find(({ id }) => id === positionals[0]);
  if (!base) throw new UsageError(usage);
  const steps = values.steps ? readInteger("steps", values.steps, 1, 100_000) : base.recipe.steps;
  const seed = values.seed ? readInteger("seed", values.seed, 0, 999_999) : base.recipe.seed;
  if (seed !== base.recipe.seed && !values.folder) throw new UsageError(usage);
  const engine = await startEngine("wasm", nodeEngineFiles);
  const recipe = { ...base.recipe, steps, seed };
  const target = {
    folder: values.folder ?? repositoryPath("public/checkpoints"),
    log: (line: string) => console.log(line),
  };
  if ("averaged" in base) await pretrainPictures(engine, { ...base, recipe }, target);
  else await pretrain(engine, { ...base, recipe }, readPublicText, target);
});
