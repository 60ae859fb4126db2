import { writeFile } from "node:fs/promises";
import { startEngine } from "../engine/engine";
import { methods } from "../methods/index";
import { probeMethod } from "../training/probe-method";
import { runCommand } from "./arguments";
import { nodeEngineFiles, repositoryPath } from "./node-files";

// npm run probe: what every method does, found by running its code. Fills public/runs/method-facts.json, from which the
// page of methods answers its questions; a test probes again and compares.

await runCommand(async () => {
  const engine = await startEngine("wasm", nodeEngineFiles);
  const facts = Object.fromEntries(
    methods.map((method) => [
      method.id,
      {
        decoder: probeMethod(engine, method, "decoder"),
        encoder: probeMethod(engine, method, "encoder"),
      },
    ]),
  );
  await writeFile(repositoryPath("public/runs/method-facts.json"), `${JSON.stringify(facts, null, 1)}\n`);
  console.log(`${methods.length} methods probed`);
});
