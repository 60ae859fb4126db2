import { expect, it } from "vitest";
import { findBase } from "../bases/index";
import { nodeCheckpoints, nodeEngineFiles } from "../cli/node-files";
import { startEngine } from "../engine/engine";
import en from "../i18n/en/app.json";
import zh from "../i18n/zh/app.json";
import { findTask } from "../tasks/index";
import { settle } from "../worker/failures";
import { defaultLane } from "./default-race";
import { loadMaterials } from "./materials";
import { ObjectiveMisfitError, type ObjectiveReason } from "./objective-misfit";
import { objectiveIds } from "./objectives/ids";
import { Race } from "./race";
import type { RaceSpec } from "./race-spec";

const reasons: readonly ObjectiveReason[] = [
  "needs-decoder",
  "needs-tokens",
  "no-questions",
  "no-pairs",
  "no-preferences",
];

it.each(reasons)("the page has words for it in both languages: %s", (reason) => {
  for (const words of [en, zh]) expect(words.failures.objective[reason]).toContain("{{objective}}");
});

it.each(objectiveIds)("an encoder is trained on classes by cross-entropy alone: %s", async (id) => {
  const engine = await startEngine("cpu", nodeEngineFiles);
  const [base, task] = [findBase("phrases-micro")!, findTask("sentiment")!];
  const materials = await loadMaterials(base, task, "untrained", nodeCheckpoints, () => {});
  const lane = { ...defaultLane("lora", base.id), objective: { id, options: {} } };
  const spec: RaceSpec = {
    base: base.id,
    from: "untrained",
    task: task.id,
    lanes: [lane],
    batch: 2,
    steps: 1,
    seed: 1,
  };
  const opened = await settle(async () => new Race(engine, materials, spec));
  if (id === "cross-entropy") expect(opened.ok).toBe(true);
  else
    expect(opened).toEqual({
      ok: false,
      failure: { kind: "objective", objective: id, reason: "needs-decoder" },
    });
});

it("says in plain English which objective it is, and why", () => {
  expect(new ObjectiveMisfitError("dpo", "no-pairs").message).toBe(
    'objective "dpo" cannot be used here: the annotator finds all answers equally good',
  );
});
