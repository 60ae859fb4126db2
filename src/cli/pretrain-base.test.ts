import { copyFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBase, type ListedBase } from "../bases/index";
import { type Engine, startEngine } from "../engine/engine";
import { PromptRunning, promptStart } from "../experiments/prompt/prompt-running";
import { promptSpec } from "../experiments/prompt/test-task";
import { createRandom } from "../lib/random";
import { initialParams } from "../model/init";
import { findTask } from "../tasks/index";
import { type CheckpointSource, loadCheckpoint } from "../training/load-base";
import { loadMaterials } from "../training/materials";
import { nodeEngineFiles, readPublicText } from "./node-files";
import { pretrain } from "./pretrain-base";

const base: ListedBase = {
  ...findBase("toolbox-tiny")!,
  recipe: { steps: 6, batch: 4, learningRate: 0.01, seed: 3 },
  snapshots: [0, 4, 6],
};

describe("a base with snapshots", () => {
  let folder: string;
  let engine: Engine;
  const lines: string[] = [];
  const source: CheckpointSource = {
    readText: (path) =>
      path.startsWith("data/") ? readPublicText(path) : readFile(join(folder, basename(path)), "utf8"),
    readBytes: async (path) => new Uint8Array(await readFile(join(folder, basename(path)))),
  };
  const load = (from: Parameters<typeof loadCheckpoint>[1]) => loadCheckpoint(base, from, source, () => {});

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "pretrain-"));
    engine = await startEngine("wasm", nodeEngineFiles);
    await pretrain(engine, base, readPublicText, { folder, log: (line) => lines.push(line) });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is written with a file and a card for each of them", async () => {
    const names = ["toolbox-tiny", "toolbox-tiny.0", "toolbox-tiny.4", "toolbox-tiny.6"];
    const files = names.flatMap((name) => [`${name}.json`, `${name}.safetensors`]);
    expect((await readdir(folder)).sort()).toEqual(files.sort());
    expect(lines.filter((line) => line.startsWith("toolbox-tiny"))).toHaveLength(4);
  });

  it("can be started from each, and its card says from which step", async () => {
    const [start, middle, last, whole] = await Promise.all([
      load({ step: 0 }),
      load({ step: 4 }),
      load({ step: 6 }),
      load("pretrained"),
    ]);
    expect([start, middle, last, whole].map(({ card }) => card.step)).toEqual([0, 4, 6, undefined]);
    expect(start.params).toEqual(initialParams(base.config, createRandom(base.recipe.seed)));
    expect(middle.params).not.toEqual(start.params);
    expect(middle.params).not.toEqual(whole.params);
    expect(last.params).toEqual(whole.params);
    expect(middle.card.cpuSeconds).toBeGreaterThanOrEqual(start.card.cpuSeconds!);
    expect(middle.card.curve.map(({ step }) => step)).toEqual([0, 4]);
    expect(middle.card.heldOutLoss).toBe(middle.card.curve[1]!.loss);
    expect(whole.card.heldOutLoss).toBeLessThan(middle.card.heldOutLoss);
    expect(middle.card.heldOutLoss).toBeLessThan(start.card.heldOutLoss);
  });

  it("answers prompts from a snapshot", async () => {
    const spec = promptSpec({ base: base.id, from: { step: 4 }, items: 4 });
    const task = findTask(spec.task.id)!;
    const materials = await loadMaterials(base, task, spec.from, source, () => {});
    const running = new PromptRunning(engine, materials, promptStart(spec), () => {});
    while (!running.isFinished) await running.advance();
    expect((await running.info()).card?.step).toBe(4);
    expect(running.saved.scores[0]?.of).toBe(4);
    running.dispose();
  });

  it("has no other, and takes no snapshot for another one", async () => {
    await expect(load({ step: 5 })).rejects.toMatchObject({ problem: "missing" });
    for (const end of ["json", "safetensors"])
      await copyFile(join(folder, `toolbox-tiny.4.${end}`), join(folder, `toolbox-tiny.5.${end}`));
    await expect(load({ step: 5 })).rejects.toMatchObject({ problem: "format" });
  });
});
