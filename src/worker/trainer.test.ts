import { describe, expect, it, vi } from "vitest";
import { nodeCheckpoints } from "../cli/node-files";
import type { CheckpointSource } from "../training/load-base";
import type { RaceSpec } from "../training/race-spec";
import type { ChosenEngine } from "./choose-backend";
import { lanes, makeTrainer, runToEnd, spec, wasm } from "./test-trainer";

describe("a race in the worker", () => {
  it("opens with the base as it is, runs to the end, and every loss arrives once and in order", async () => {
    const { opened, losses, events } = await runToEnd(spec);
    expect(opened.ok && opened.value?.lanes.map((lane) => lane.trained)).toEqual([17856, 128]);
    expect(opened.ok && opened.value?.base.probes.length).toBeGreaterThan(0);
    for (const lane of [0, 1]) {
      const steps = events.flatMap((event) =>
        event.kind === "losses" && event.lane === lane ? event.steps : [],
      );
      expect(steps).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    }
    expect(losses(0).at(-1)!).toBeLessThan(losses(0)[0]!);
    const last = events.filter((event) => event.kind === "evaluation").at(-1);
    expect(last?.kind === "evaluation" && last.evaluation.step).toBe(12);
    expect(last?.kind === "evaluation" && last.evaluation.examples.length).toBe(8);
  });

  it("gives the same curve again for the same spec, stepped or played, and after a reset", async () => {
    const { losses } = await runToEnd(spec);
    const stepped = await makeTrainer();
    await stepped.trainer.open(spec, null);
    const threeSteps = async (): Promise<void> => {
      for (let i = 0; i < 3; i++) await stepped.trainer.step();
    };
    await threeSteps();
    expect(stepped.losses(0)).toEqual(losses(0).slice(0, 3));
    await stepped.trainer.reset();
    stepped.events.length = 0;
    await threeSteps();
    expect(stepped.losses(1)).toEqual(losses(1).slice(0, 3));
    expect(await stepped.trainer.setLearningRate(1, 0.5)).toMatchObject({
      learningRate: lanes[1]!.learningRate,
      rateChanges: [{ step: 3, learningRate: 0.5 }],
    });
    expect(await stepped.trainer.reset()).toMatchObject({
      value: { spec: { lanes: [lanes[0], { rateChanges: [{ step: 3 }] }] } },
    });
  });

  it("stops a lane whose loss is NaN, says at which step, and continues with the others", async () => {
    const wild = { ...spec, lanes: [{ ...lanes[0]!, learningRate: 1 }, lanes[1]!] };
    const { trainer, events, losses } = await makeTrainer();
    await trainer.open(wild, null);
    // Far above any rate the page offers, to be sure.
    await trainer.setLearningRate(0, 1e30);
    for (let i = 0; i < 6; i++) await trainer.step();
    const stopped = events.find((event) => event.kind === "lane" && event.state.status === "stopped");
    expect(stopped).toMatchObject({ lane: 0, state: { stoppedAt: 1, stopReason: "not-a-number" } });
    expect(losses(1)).toHaveLength(6);
    expect(losses(0).every(Number.isFinite)).toBe(true);
  });

  it("tells the series of a lane's objective at each step and on held-out data, and why it stopped", async () => {
    const drifting = {
      ...lanes[0]!,
      learningRate: 0.1,
      objective: { id: "policy-gradient", options: { mostKl: 0.01, reward: "shorter" } },
    } as const;
    const { trainer, events } = await makeTrainer();
    await trainer.open({ ...spec, lanes: [drifting, lanes[1]!] }, null);
    for (let i = 0; i < 4; i++) await trainer.step();
    const told = events.flatMap((event) => (event.kind === "losses" && event.lane === 0 ? event : []));
    expect(told.length).toBeGreaterThan(0);
    for (const { steps, series } of told) {
      expect(Object.keys(series ?? {})).toEqual(["reward", "kl", "variety"]);
      expect(series?.kl).toHaveLength(steps.length);
    }
    const evaluated = events.flatMap((event) => (event.kind === "evaluation" ? event : []));
    const seriesOf = (lane: number) => evaluated.find((one) => one.lane === lane)?.evaluation.series;
    expect(Object.keys(seriesOf(0) ?? {})).toEqual(["reward", "kl", "variety"]);
    expect(seriesOf(1)).toBeUndefined();
    const stopped = events.find((event) => event.kind === "lane" && event.state.status === "stopped");
    expect(stopped).toMatchObject({ lane: 0, state: { stopReason: "kl" } });
  });

  it("answers a typed question with the base and every lane, and says what is wrong with a bad one", async () => {
    const { trainer } = await makeTrainer();
    await trainer.open(spec, null);
    const answers = await trainer.ask("walk");
    expect(answers.ok && answers.value.map(({ lane }) => lane)).toEqual([-1, 0, 1]);
    expect(await trainer.ask("")).toMatchObject({ ok: false, failure: { kind: "input", problem: "empty" } });
    expect(await trainer.ask("☃")).toMatchObject({ ok: false, failure: { problem: "unknown-characters" } });
    expect(await trainer.ask("w".repeat(100))).toMatchObject({ ok: false, failure: { problem: "too-long" } });
  });

  it("saves an adapter that loads again, and refuses a broken file or one of another method", async () => {
    const { trainer } = await makeTrainer();
    await trainer.open(spec, null);
    await trainer.step();
    const saved = await trainer.save(1);
    if (!saved.ok) throw new Error("not saved");
    expect(await trainer.load(1, saved.value)).toMatchObject({ ok: true });
    for (const [lane, file, problem] of [
      [0, saved.value, "misfit"],
      [1, saved.value.slice(0, -4), "format"],
      [1, new Uint8Array([1, 2, 3]), "format"],
      [1, new Uint8Array(100).fill(255), "format"],
    ] as const) {
      expect(await trainer.load(lane, file)).toMatchObject({
        ok: false,
        failure: { kind: "adapter", problem },
      });
    }
    await trainer.open({ ...spec, base: "toolbox-tiny" }, null);
    expect(await trainer.load(1, saved.value)).toMatchObject({ failure: { problem: "misfit" } });
  });

  it("refuses what does not go together or does not fit, and keeps the open race", async () => {
    const { trainer, losses } = await makeTrainer();
    await trainer.open(spec, null);
    expect(await trainer.open({ ...spec, task: "couplet" }, null)).toMatchObject({
      failure: { kind: "misfit" },
    });
    // A spec of another version may name what is gone.
    const gone: RaceSpec = JSON.parse(JSON.stringify({ ...spec, base: "gone" }));
    expect(await trainer.open(gone, null)).toMatchObject({
      failure: { kind: "misfit" },
    });
    const huge: RaceSpec = { ...spec, base: "phrases-micro", task: "sentiment", batch: 30_000 };
    expect(await trainer.open(huge, null)).toMatchObject({ failure: { kind: "too-large" } });
    await trainer.step();
    expect(losses(0)).toHaveLength(1);
  });

  it("says so when a checkpoint is missing or is not the file of its card", async () => {
    const pretrained = { ...spec, from: "pretrained" } as const;
    const failureWith = async (checkpoints: Partial<CheckpointSource>): Promise<unknown> => {
      const { trainer } = await makeTrainer({ checkpoints: { ...nodeCheckpoints, ...checkpoints } });
      const opened = await trainer.open(pretrained, null);
      return !opened.ok && opened.failure;
    };
    const corrupt = async () => new Uint8Array(10);
    const missing = () => Promise.reject(new Error("404"));
    const noCard = async (path: string): Promise<string> =>
      path.startsWith("checkpoints/") ? "null" : nodeCheckpoints.readText(path);
    const kind = "checkpoint";
    expect(await failureWith({ readBytes: corrupt })).toMatchObject({ kind, problem: "hash" });
    expect(await failureWith({ readBytes: missing })).toMatchObject({ kind, problem: "missing" });
    expect(await failureWith({ readText: noCard })).toMatchObject({ kind, problem: "format" });
  });

  it("tells data that are missing from data that are broken, and names an option that a method cannot take", async () => {
    const dataWith = async (readText: CheckpointSource["readText"]): Promise<unknown> => {
      const { trainer } = await makeTrainer({ checkpoints: { ...nodeCheckpoints, readText } });
      return trainer.open(spec, null);
    };
    expect(await dataWith(() => Promise.reject(new Error("404")))).toEqual({
      ok: false,
      failure: { kind: "data", task: "past-tense", problem: "missing" },
    });
    expect(await dataWith(async () => "walk")).toMatchObject({
      failure: { kind: "data", problem: "format" },
    });
    const { trainer } = await makeTrainer();
    const wrong = { ...spec, lanes: [{ ...lanes[1]!, options: { rank: 0 } }] };
    expect(await trainer.open(wrong, null)).toEqual({
      ok: false,
      failure: { kind: "option", option: "rank", problem: "out-of-range", limit: "1–64" },
    });
  });

  it("tells the page when training breaks for another reason", async () => {
    const broken = async (): Promise<ChosenEngine> => {
      const { engine, choice } = await wasm();
      const applyAdamW = (): void => {
        throw new Error("out of memory");
      };
      return { engine: { ...engine, applyAdamW }, choice };
    };
    const { trainer, events } = await makeTrainer({ choose: broken });
    await trainer.open(spec, null);
    await trainer.play();
    await vi.waitFor(() =>
      expect(events).toContainEqual({
        kind: "failure",
        failure: { kind: "engine", detail: "out of memory" },
      }),
    );
  });

  it("calls that overlap end in the race that was opened last", async () => {
    const { trainer, losses } = await makeTrainer();
    const first = trainer.open({ ...spec, seed: 5 }, null);
    const second = trainer.open(spec, null);
    void trainer.play();
    void trainer.pause();
    const reset = trainer.reset();
    expect(await first).toEqual({ ok: true, value: null });
    expect(await second).toMatchObject({ ok: true, value: { spec: { seed: 1 } } });
    expect(await reset).toMatchObject({ ok: true });
    await trainer.step();
    expect(losses(0).length).toBeGreaterThan(0);
  });
});
