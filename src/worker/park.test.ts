import { afterEach, describe, expect, it, vi } from "vitest";
import { nodeCheckpoints, nodeEngineFiles } from "../cli/node-files";
import type { RaceSpec } from "../training/race-spec";
import type { ParkedRace } from "./api";
import { LaneHost, type LaneLink } from "./lane-host";
import { frailGpu, lanes, makeTrainer, runToEnd, spec, wasm } from "./test-trainer";
import type { ExperimentTrainer } from "./trainer";
import { wasmLanes } from "./wasm-lanes";

const sources = { engine: nodeEngineFiles, checkpoints: nodeCheckpoints };
const link = (): LaneLink & { end: ReturnType<typeof vi.fn> } =>
  Object.assign(new LaneHost(wasmLanes(sources)), { end: vi.fn() });
const other: RaceSpec = { ...spec, seed: 9, steps: 3 };

async function parked(trainer: ExperimentTrainer): Promise<ParkedRace> {
  const result = await trainer.park();
  if (!result.ok || !result.value || !("race" in result.value)) throw new Error("no race was parked");
  // As it arrives from another worker.
  return structuredClone(result.value);
}

async function stepped(trainer: ExperimentTrainer, steps: number): Promise<void> {
  for (let i = 0; i < steps; i++) await trainer.step();
}

describe("a race that is put aside", () => {
  it("goes on after another one has run, in the same worker or in a new one, as if nothing had happened", async () => {
    const { losses: expected } = await runToEnd(spec);
    const { trainer, losses, events } = await makeTrainer();
    await trainer.open(spec, null);
    await stepped(trainer, 5);
    const aside = await parked(trainer);
    expect(aside).toMatchObject({ spec, wasPlaying: false, race: { step: 5 } });
    expect(await trainer.ask("walk")).toMatchObject({ ok: false });
    await trainer.open(other, null);
    await stepped(trainer, 3);
    await parked(trainer);
    events.length = 0;
    expect(await trainer.resume(aside)).toMatchObject({ ok: true, value: { name: "wasm" } });
    await stepped(trainer, 7);
    expect(losses(0)).toEqual(expected(0).slice(5));

    const elsewhere = await makeTrainer();
    await elsewhere.trainer.resume(aside);
    await stepped(elsewhere.trainer, 7);
    expect(elsewhere.losses(1)).toEqual(expected(1).slice(5));
    expect(elsewhere.events.some(({ kind }) => kind === "backend")).toBe(false);
  });

  it("keeps its answers, its saved adapter, and the rates that were changed on the way", async () => {
    const { trainer } = await makeTrainer();
    await trainer.open(spec, null);
    await stepped(trainer, 4);
    await trainer.setLearningRate(1, 0.3);
    const [answers, saved] = [await trainer.ask("walk"), await trainer.save(1)];
    const aside = await parked(trainer);
    expect(aside.spec.lanes[1]).toMatchObject({ rateChanges: [{ step: 4, learningRate: 0.3 }] });
    await trainer.resume(aside);
    expect([await trainer.ask("walk"), await trainer.save(1)]).toEqual([answers, saved]);
    expect(await trainer.reset()).toMatchObject({ ok: true, value: { spec: aside.spec } });
  });

  it("runs on where it ran", async () => {
    const { losses: expected } = await runToEnd(spec);
    const { trainer, losses, phases } = await makeTrainer();
    await trainer.open(spec, null);
    await trainer.play();
    const aside = await parked(trainer);
    expect([aside.wasPlaying, phases().at(-1)]).toEqual([true, "paused"]);
    await trainer.resume(aside);
    await vi.waitFor(() => expect(phases()).toContain("done"), 60_000);
    expect(losses(0)).toEqual(expected(0));
  });

  it("keeps lanes that have stopped, and says so once", async () => {
    const wild = { ...spec, lanes: [{ ...lanes[0]!, learningRate: 1e30 }, lanes[1]!] };
    const { trainer, events } = await makeTrainer();
    await trainer.open(wild, null);
    await stepped(trainer, 5);
    await trainer.resume(await parked(trainer));
    await stepped(trainer, 2);
    expect(events.filter(({ kind }) => kind === "lane")).toHaveLength(1);
  });

  it("goes on from the last snapshot where its GPU is lost, and says so where another backend goes on", async () => {
    const gpu = frailGpu();
    const { trainer } = await makeTrainer(gpu.sources);
    await trainer.open(spec, null);
    await stepped(trainer, 2);
    gpu.lose();
    expect(await parked(trainer)).toMatchObject({ race: { step: 2 }, backend: { name: "wasm" } });

    const healthy = await makeTrainer(frailGpu().sources);
    await healthy.trainer.open(spec, null);
    await stepped(healthy.trainer, 2);
    const aside = await parked(healthy.trainer);
    const without = await makeTrainer({ choose: wasm });
    await without.trainer.resume(aside);
    expect(without.events).toContainEqual(expect.objectContaining({ kind: "backend", resumedAt: 2 }));
  });

  it("is none where no race is open", async () => {
    const { trainer } = await makeTrainer();
    expect(await trainer.park()).toEqual({ ok: true, value: null });
  });
});

describe("workers for lanes", () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  const three: RaceSpec = { ...spec, lanes: [...lanes, { ...lanes[1]!, learningRate: 0.02 }] };

  it("are parked with their lanes, which go on in others", async () => {
    const { losses: expected } = await runToEnd(three);
    const { trainer } = await makeTrainer({ connectLanes: link, cores: async () => 4 });
    await trainer.open(three, null);
    await stepped(trainer, 5);
    const aside = await parked(trainer);
    const alone = await makeTrainer();
    await alone.trainer.resume(aside);
    await stepped(alone.trainer, 7);
    for (const lane of [0, 1, 2]) expect(alone.losses(lane)).toEqual(expected(lane).slice(5));
  });

  it("are ended when fewer lanes race, and all of them when none does; not while they are needed again soon", async () => {
    const links: ReturnType<typeof link>[] = [];
    const connectLanes = (): LaneLink => {
      links.push(link());
      return links.at(-1)!;
    };
    const ended = (): number => links.filter(({ end }) => end.mock.calls.length > 0).length;
    const { trainer } = await makeTrainer({ connectLanes, cores: async () => 4, laneIdleMs: 1000 });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const pass = (ms: number): void => void vi.advanceTimersByTime(ms);
    await trainer.open(three, null);
    pass(1001);
    expect([links.length, ended()]).toEqual([2, 0]);
    await trainer.open(spec, null);
    pass(999);
    await trainer.open(three, null);
    pass(1001);
    expect([links.length, ended()]).toEqual([2, 0]);
    await trainer.open(spec, null);
    pass(1001);
    expect(ended()).toBe(1);
    await trainer.step();
    await trainer.park();
    pass(1001);
    expect(ended()).toBe(2);
    await trainer.open(three, null);
    expect(links.length).toBe(4);
  });
});
