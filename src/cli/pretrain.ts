import { bases, findBase } from "../bases/index";
import { startEngine } from "../engine/engine";
import { readArguments, readInteger, runCommand, UsageError } from "./arguments";
import { nodeEngineFiles, readPublicText, repositoryPath } from "./node-files";
import { pretrain } from "./pretrain-base";

// npm run pretrain: trains a base from random parameters and writes its checkpoint, those of its snapshots, and their cards.

const usage = `npm run pretrain <id> [-- --steps N]\nBases: ${bases.map((base) => base.id).join(", ")}`;

await runCommand(async () => {
  const { values, positionals } = readArguments(usage, { steps: { type: "string" } });
  const base = findBase(positionals[0] ?? "");
  if (!base) throw new UsageError(usage);
  const steps = values.steps ? readInteger("steps", values.steps, 1, 100_000) : base.recipe.steps;
  const engine = await startEngine("wasm", nodeEngineFiles);
  await pretrain(engine, { ...base, recipe: { ...base.recipe, steps } }, readPublicText, {
    folder: repositoryPath("public/checkpoints"),
    log: (line) => console.log(line),
  });
});
