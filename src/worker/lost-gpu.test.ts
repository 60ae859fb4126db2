import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it, vi } from "vitest";
import type { TrainerEvent } from "./api";
import { frailGpu, makeTrainer, runToEnd, spec, wasm } from "./test-trainer";
import type { ExperimentTrainer } from "./trainer";

const changes = (events: readonly TrainerEvent[]): TrainerEvent[] =>
  events.filter(({ kind }) => kind === "backend");

describe("a GPU that is lost", () => {
  it("while nothing runs: the race goes on from its last snapshot, with the curve it would have had", async () => {
    const { losses: expected } = await runToEnd(spec);
    const gpu = frailGpu();
    const { trainer, events, losses } = await makeTrainer(gpu.sources);
    await trainer.open(spec, null);
    await trainer.step();
    await trainer.step();
    const before = tf.memory().numTensors;
    gpu.lose();
    await vi.waitFor(() =>
      expect(changes(events)).toMatchObject([{ resumedAt: 2, backend: { name: "wasm" } }]),
    );
    // The lost race is disposed.
    expect(tf.memory().numTensors).toBe(before);
    await trainer.step();
    expect(losses(0)).toEqual(expected(0).slice(0, 3));
  });

  it("in the middle of a run: it goes on playing by itself", async () => {
    const { losses: expected } = await runToEnd(spec);
    const gpu = frailGpu({ breakAt: 9 });
    const { trainer, events, losses, phases } = await makeTrainer(gpu.sources);
    await trainer.open(spec, null);
    await trainer.play();
    await vi.waitFor(() => expect(phases()).toContain("done"), 60_000);
    expect(events.some((event) => event.kind === "failure")).toBe(false);
    expect(changes(events)).toMatchObject([{ resumedAt: 4 }]);
    expect(losses(1).at(-1)).toBe(expected(1).at(-1));
  });

  it("in the middle of a run, with work that never answers: it goes on playing, too", async () => {
    const gpu = frailGpu();
    const never = new Promise<never>(() => {});
    const { trainer, events, phases } = await makeTrainer(gpu.sources);
    await trainer.open(spec, null);
    await trainer.step();
    const read = vi.spyOn(tf.Tensor.prototype, "data").mockReturnValue(never);
    await trainer.play();
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    read.mockRestore();
    gpu.lose();
    await vi.waitFor(() => expect(phases()).toContain("done"), 60_000);
    expect(events.some((event) => event.kind === "failure")).toBe(false);
  });

  const calls: Readonly<Record<string, (trainer: ExperimentTrainer) => Promise<unknown>>> = {
    step: (trainer) => trainer.step(),
    pause: (trainer) => trainer.pause(),
    reset: (trainer) => trainer.reset(),
    ask: (trainer) => trainer.ask("walk"),
    examine: (trainer) => trainer.examine(1, { kind: "write-on", input: "walk", written: [], strength: 1 }),
    save: (trainer) => trainer.save(1),
    load: async (trainer) => {
      const saved = await trainer.save(1);
      return saved.ok && trainer.load(1, saved.value);
    },
  };
  const prepared = async (sources: Parameters<typeof makeTrainer>[0]) => {
    const made = await makeTrainer(sources);
    await made.trainer.open(spec, null);
    await made.trainer.step();
    await made.trainer.step();
    return made;
  };

  for (const [name, call] of Object.entries(calls)) {
    // Saving reads variables only: no operation of ours could break.
    for (const way of name === "save" ? (["lose"] as const) : (["break", "lose"] as const)) {
      it(`during "${name}" (${way}): the call is answered as on a healthy one, and the race goes on`, async () => {
        const healthy = await prepared(frailGpu().sources);
        const expected = await call(healthy.trainer);
        const gpu = frailGpu();
        const { trainer, events, losses } = await prepared(gpu.sources);
        gpu[way]();
        const answer = await call(trainer);
        await vi.waitFor(() => expect(changes(events)).toHaveLength(1));
        if (name === "reset")
          expect(answer).toMatchObject({ ok: true, value: { backend: { name: "wasm" } } });
        else expect(answer).toEqual(expected);
        expect(events.some((event) => event.kind === "failure")).toBe(false);
        await healthy.trainer.step();
        await trainer.step();
        expect(losses(1).at(-1)).toBe(healthy.losses(1).at(-1));
      });
    }
  }

  it("during a measurement: it is made on the next backend, and the race goes on there", async () => {
    const gpu = frailGpu();
    const { trainer, events } = await prepared(gpu.sources);
    gpu.break();
    expect(await trainer.measure(spec.base, "lora", null)).toMatchObject({
      ok: true,
      value: { backend: { name: "wasm" } },
    });
    await vi.waitFor(() => expect(changes(events)).toMatchObject([{ resumedAt: 2 }]));
  });

  it("while the next backend is on its way: calls wait for it, and nothing is asked of the lost race", async () => {
    const gpu = frailGpu();
    let arrive: () => void = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const replace = vi.fn(() => arrived.then(wasm));
    const { trainer, events } = await prepared({ ...gpu.sources, replace });
    gpu.break();
    gpu.lose();
    await vi.waitFor(() => expect(replace).toHaveBeenCalled());
    const answer = trainer.ask("walk");
    arrive();
    expect(await answer).toMatchObject({ ok: true });
    expect(changes(events)).toHaveLength(1);
    expect(replace).toHaveBeenCalledTimes(1);
  });

  it("does not make a call wait that is refused for what was asked", async () => {
    const gpu = frailGpu();
    const { trainer } = await prepared(gpu.sources);
    vi.useFakeTimers();
    try {
      expect(await trainer.ask("☃")).toMatchObject({ ok: false, failure: { kind: "input" } });
    } finally {
      vi.useRealTimers();
    }
  });

  it("where no other backend starts: the call fails in words, and works as soon as one does", async () => {
    const gpu = frailGpu();
    let replacement = (): ReturnType<typeof wasm> => Promise.reject(new Error("no backend"));
    const { trainer, events } = await prepared({ ...gpu.sources, replace: () => replacement() });
    gpu.break();
    expect(await trainer.ask("walk")).toEqual({
      ok: false,
      failure: { kind: "engine", detail: "no backend" },
    });
    expect(events.some((event) => event.kind === "failure")).toBe(true);
    replacement = wasm;
    expect(await trainer.ask("walk")).toMatchObject({ ok: true });
    expect(changes(events)).toMatchObject([{ resumedAt: 2 }]);
  });
});
