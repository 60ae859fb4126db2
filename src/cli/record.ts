import { writeFile } from "node:fs/promises";
import { findBase } from "../bases/index";
import { startEngine } from "../engine/engine";
import { countParameters } from "../model/parameters";
import { findTask } from "../tasks/index";
import { defaultRace } from "../training/default-race";
import { loadMaterials } from "../training/materials";
import { Race } from "../training/race";
import { evaluationSteps } from "../training/schedule";
import { runCommand } from "./arguments";
import { nodeCheckpoints, nodeEngineFiles, repositoryPath } from "./node-files";

// npm run record: runs the default race once and keeps its curves for the home page, which plays them until the live
// engine is ready.

await runCommand(async () => {
  const spec = defaultRace();
  const base = findBase(spec.base)!;
  const engine = await startEngine("wasm", nodeEngineFiles);
  const materials = await loadMaterials(base, findTask(spec.task)!, "pretrained", nodeCheckpoints, () => {});
  const race = new Race(engine, materials, spec);
  const lanes = spec.lanes.map((_, lane) => ({
    ...race.counts(lane),
    steps: [] as number[],
    loss: [] as number[],
    evaluations: [] as { step: number; heldOutLoss: number; score: number }[],
  }));
  const evaluate = async (): Promise<void> => {
    for (const [index, lane] of lanes.entries()) {
      const { step, heldOutLoss, score } = await race.evaluate(index, false);
      lane.evaluations.push({ step, heldOutLoss: round(heldOutLoss), score: round(score) });
    }
  };
  await evaluate();
  const due = evaluationSteps(spec.steps);
  while (!race.finished) {
    await race.advance();
    if (due.has(race.step)) await evaluate();
  }
  for (const { lane, steps, losses } of await race.readLosses()) {
    lanes[lane]!.steps.push(...steps);
    lanes[lane]!.loss.push(...losses.map(round));
  }
  const backend = { name: engine.backend, fused: engine.fused };
  const made = { command: "npm run record", date: new Date().toISOString().slice(0, 10), backend };
  const run = { spec, made, total: countParameters(base.config), lanes };
  await writeFile(repositoryPath("public/runs/home-race.json"), `${JSON.stringify(run)}\n`);
  console.log(
    lanes.map((lane, i) => `${spec.lanes[i]!.method} ${lane.evaluations.at(-1)!.score}`).join("  "),
  );
});

function round(value: number): number {
  return Number(value.toPrecision(5));
}
