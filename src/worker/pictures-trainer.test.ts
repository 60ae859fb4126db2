import { expect, it, vi } from "vitest";
import { newWordSpec } from "../experiments/picture/default-pictures";
import { makeTrainer } from "./test-trainer";

const spec = { ...newWordSpec({ count: 1 }), from: "untrained", batch: 2, steps: 3 } as const;

it("tunes a base that draws, draws on request, and goes on after it was put aside", async () => {
  const { trainer, events, phases } = await makeTrainer();
  const opened = await trainer.openPictures(spec, "wasm");
  expect(opened).toMatchObject({ ok: true, value: { trained: [64], backend: { name: "wasm", workers: 1 } } });
  await trainer.step();
  const parked = await trainer.park();
  if (!parked.ok || !parked.value) throw new Error("nothing was parked");
  expect((await trainer.resume(structuredClone(parked.value))).ok).toBe(true);
  await trainer.play();
  await vi.waitFor(() => expect(phases()).toContain("done"), 60_000);
  const steps = events.flatMap((event) => (event.kind === "flow-losses" ? event.steps : []));
  expect(steps).toEqual([1, 2, 3]);
  const galleries = events.flatMap((event) => (event.kind === "gallery" ? [event.gallery.step] : []));
  expect([...new Set(galleries)]).toEqual(expect.arrayContaining([1, 2, 3]));
  const request = { asks: spec.asks, seed: 1, steps: 1, guidance: 1, frames: false };
  expect(await trainer.draw({ ...request, adapters: [{ lane: 0, strength: 1 }] })).toMatchObject({
    ok: true,
  });
  expect(await trainer.save(0)).toMatchObject({ ok: true });
  expect(
    await trainer.draw({ ...request, adapters: [{ file: new Uint8Array(9), strength: 1 }] }),
  ).toMatchObject({
    ok: false,
    failure: { kind: "adapter", problem: "format" },
  });
});

it("says that there is no file of the base", async () => {
  const checkpoints = {
    readText: async () => Promise.reject(new Error("gone")),
    readBytes: async () => Promise.reject(new Error("gone")),
  };
  const { trainer } = await makeTrainer({ checkpoints });
  expect(await trainer.openPictures({ ...spec, from: "pretrained" }, "wasm")).toMatchObject({
    ok: false,
    failure: { kind: "checkpoint", base: "creatures", problem: "missing" },
  });
});
