import { beforeEach, describe, expect, it } from "vitest";
import type { StoreApi } from "zustand/vanilla";
import { newWordSpec, outlineSpec } from "../experiments/picture/default-pictures";
import type { PictureEvent } from "../experiments/picture/picture-progress";
import { pictureStore } from "./picture-experiment";
import type { PictureExperiment } from "./picture-shape";
import { fakeTrainer } from "./test-trainer";

const spec = newWordSpec();
const scores = { match: 0, attributes: 0, place: 0, iou: 0, style: 0, both: 0, rms: 0 };
const gallery = (step: number): PictureEvent => {
  return { kind: "gallery", lane: 0, gallery: { step, pictures: [], scores, known: null } };
};

let trainer: ReturnType<typeof fakeTrainer>;
let store: StoreApi<PictureExperiment>;
const now = (): PictureExperiment => store.getState();
const open = async (): Promise<void> => {
  void now().open();
  await trainer.pictures.at(-1)!.settle();
};

beforeEach(() => {
  trainer = fakeTrainer();
  store = pictureStore(trainer.connect, () => ({ backend: null }), spec);
});

describe("a picture experiment in the page", () => {
  it("starts no worker before it is opened, and then shows what the lanes lose and draw", async () => {
    expect(trainer.connections()).toBe(0);
    await open();
    expect(now()).toMatchObject({ phase: "paused", progress: { info: { trained: [64] } } });
    now().play();
    trainer.say(gallery(0), { kind: "flow-losses", lane: 0, steps: [1, 2], losses: [2, 1] }, gallery(2));
    expect(now()).toMatchObject({ phase: "running", step: 2 });
    expect(now().progress!.lanes[0]).toMatchObject({ steps: [1, 2], losses: [2, 1] });
    expect(now().progress!.lanes[0]!.galleries.map(({ step }) => step)).toEqual([0, 2]);
    // Steps that are taken again after a lost device replace those before.
    trainer.say({ kind: "flow-losses", lane: 0, steps: [2, 3], losses: [1.5, 1] });
    expect(now().progress!.lanes[0]).toMatchObject({ steps: [1, 2, 3], losses: [2, 1.5, 1] });
  });

  it("opens another one after a moment, and forgets what the former one drew", async () => {
    await open();
    trainer.say(gallery(0));
    now().configure(outlineSpec());
    expect(now()).toMatchObject({ phase: "loading", progress: null });
    await new Promise((done) => setTimeout(done, 340));
    expect(trainer.pictures.at(-1)!.spec.data.kind).toBe("outlines");
  });

  it("opens the base before it draws, and says why it cannot", async () => {
    const drawn = now().draw({ asks: [], adapters: [], seed: 1, steps: 1, guidance: 1, frames: false });
    await trainer.pictures.at(-1)!.settle();
    expect(await drawn).toMatchObject({ ok: true });
    void now().open();
    await trainer.pictures.at(-1)!.settle({ ok: false, failure: { kind: "engine", detail: "gone" } });
    expect(now().phase).toBe("failed");
    expect((await now().save(0)).ok).toBe(false);
  });
});
