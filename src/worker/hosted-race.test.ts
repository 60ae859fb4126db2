import { describe, expect, it, vi } from "vitest";
import { nodeCheckpoints, nodeEngineFiles } from "../cli/node-files";
import { ObjectiveMisfitError } from "../training/objective-misfit";
import type { RaceSpec } from "../training/race-spec";
import { settle } from "./failures";
import { LaneHost, type LaneLink, LanesLostError } from "./lane-host";
import { lanes, makeTrainer, runToEnd, spec } from "./test-trainer";
import { wasmLanes } from "./wasm-lanes";

const sources = { engine: nodeEngineFiles, checkpoints: nodeCheckpoints };
const three: RaceSpec = { ...spec, lanes: [...lanes, { ...lanes[1]!, learningRate: 0.02 }] };

/** A host in this worker, with some of its calls replaced. */
const link = (calls: Partial<LaneLink> = {}): LaneLink =>
  Object.assign(new LaneHost(wasmLanes(sources)), { end: vi.fn() }, calls);

describe("lanes spread over workers", () => {
  it("take the same steps, answer and are saved as in one worker", async () => {
    const alone = await runToEnd(three);
    const connectLanes = vi.fn(() => link());
    const spread = await runToEnd(three, { connectLanes, cores: async () => 3 });
    expect(connectLanes).toHaveBeenCalledTimes(1);
    expect(spread.opened).toMatchObject({ ok: true, value: { backend: { workers: 2 } } });
    for (const lane of [0, 1, 2]) {
      expect(spread.losses(lane)).toHaveLength(three.steps);
      expect(spread.losses(lane)).toEqual(alone.losses(lane));
      expect(await spread.trainer.save(lane)).toEqual(await alone.trainer.save(lane));
    }
    expect(await spread.trainer.ask("walk")).toEqual(await alone.trainer.ask("walk"));
    expect(await spread.trainer.ask("★")).toMatchObject({ ok: false, failure: { kind: "input" } });
    const misfit = await spread.trainer.load(2, new Uint8Array(4));
    expect(misfit).toMatchObject({ ok: false, failure: { kind: "adapter", problem: "format" } });
  });

  it("start again from the same parameters, with the rates that were changed during the race", async () => {
    const changed = { ...lanes[1]!, rateChanges: [{ step: 4, learningRate: 0.3 }] };
    const race = { ...spec, lanes: [lanes[0]!, changed] };
    const alone = await runToEnd(race);
    const spread = await runToEnd(spec, { connectLanes: () => link(), cores: async () => 3 });
    const before = spread.losses(1);
    spread.events.length = 0;
    await spread.trainer.reset();
    for (let i = 0; i < 4; i++) await spread.trainer.step();
    await spread.trainer.setLearningRate(1, 0.3);
    await spread.trainer.play();
    await vi.waitFor(() => expect(spread.phases()).toContain("done"), 60_000);
    expect(spread.losses(0)).toEqual(alone.losses(0));
    expect(spread.losses(1)).toEqual(alone.losses(1));
    expect(spread.losses(1)).not.toEqual(before);
  });

  it("stop alone when a loss is NaN, also in another worker", async () => {
    const wild = { ...lanes[0]!, learningRate: 1e30 };
    const { events, losses } = await runToEnd(
      { ...spec, lanes: [lanes[0]!, wild] },
      { connectLanes: () => link(), cores: async () => 4 },
    );
    const stopped = events.flatMap((event) => (event.kind === "lane" ? event.lane : []));
    expect(stopped).toEqual([1]);
    expect(losses(0)).toHaveLength(spec.steps);
  });

  it("are all trained in one worker if another cannot open its lanes", async () => {
    const broken = link({ open: () => Promise.reject(new Error("none")) });
    const counts = [{ trained: 1, kept: 1, stored: 1, head: 0 }];
    const links = [link({ open: async () => ({ counts, fused: true, stopped: [null] }) }), broken];
    const made = [...links];
    const { opened, losses } = await runToEnd(three, {
      connectLanes: () => made.shift()!,
      cores: async () => 4,
    });
    expect(opened).toMatchObject({ ok: true, value: { backend: { workers: 1 } } });
    expect(losses(2)).toHaveLength(three.steps);
    for (const { end } of links) expect(end).toHaveBeenCalled();
  });

  it.each(["advance", "readLosses", "evaluate"] as const)(
    "continue in one worker from the last snapshot when another dies during %s, with the same curves",
    async (call) => {
      const alone = await runToEnd(three);
      const dying = link();
      const { trainer, events, losses, phases } = await makeTrainer({
        connectLanes: () => dying,
        cores: async () => 3,
      });
      await trainer.open(three, null);
      for (let i = 0; i < 3; i++) await trainer.step();
      Object.assign(dying, { [call]: () => Promise.reject(new LanesLostError("gone")) });
      await trainer.play();
      await vi.waitFor(() => expect(phases()).toContain("done"), 60_000);
      expect(events.filter(({ kind }) => kind === "failure")).toEqual([]);
      const backend = { name: "wasm", workers: 1, reason: "no-webgpu" };
      expect(events.filter(({ kind }) => kind === "backend")).toMatchObject([{ resumedAt: 3, backend }]);
      expect(dying.end).toHaveBeenCalled();
      for (const lane of [0, 1, 2]) {
        expect(losses(lane).at(-1)).toBe(alone.losses(lane).at(-1));
        expect(await trainer.save(lane)).toEqual(await alone.trainer.save(lane));
      }
    },
  );

  it("answer a question although a worker has died meanwhile", async () => {
    const dying = link();
    const { trainer } = await makeTrainer({ connectLanes: () => dying, cores: async () => 3 });
    await trainer.open(three, null);
    Object.assign(dying, { ask: () => Promise.reject(new LanesLostError("gone")) });
    expect(await trainer.ask("walk")).toMatchObject({ ok: true, value: { length: 4 } });
  });

  it("tell the page when the engine of a worker breaks", async () => {
    const broken = link();
    const run = runToEnd(three, { connectLanes: () => broken, cores: async () => 3 });
    Object.assign(broken, { advance: () => Promise.reject(new Error("no memory")) });
    await expect(run).resolves.toMatchObject({ failed: "no memory" });
  });

  it("say which objective has nothing to learn from, also in another worker", async () => {
    const lane = { ...lanes[1]!, objective: { id: "dpo", options: {} } } as const;
    const away = link();
    const opened = await makeTrainer({ connectLanes: () => away, cores: async () => 3 });
    await opened.trainer.open({ ...three, lanes: [lane, lane] }, null);
    const misfit = new ObjectiveMisfitError("dpo", "no-pairs");
    Object.assign(away, { advance: () => settle(() => Promise.reject(misfit)) });
    await opened.trainer.step();
    expect(opened.events).toContainEqual({
      kind: "failure",
      failure: { kind: "objective", objective: "dpo", reason: "no-pairs" },
    });
  });
});
