import { beforeAll, describe, expect, test } from "vitest";
import { creaturesBase, creaturesConfig } from "../../bases/creatures";
import { nodeEngineFiles } from "../../cli/node-files";
import { type Engine, startEngine } from "../../engine/engine";
import { createRandom } from "../../lib/random";
import { initialParams } from "../../model/init";
import { newWordSpec, outlineSpec, pictureLanes, styleSpec } from "./default-pictures";
import type { DrawAdapter, DrawRequest } from "./draw-request";
import { readPictureLink, writePictureLink } from "./picture-link";
import { applyPictures, beginPictures, type PictureEvent, type PictureProgress } from "./picture-progress";
import { PictureRunning, pictureStart } from "./picture-running";
import type { PictureSpec } from "./picture-spec";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

const config = creaturesConfig(2, 2, 16);
/** Untrained, but with a last step that draws something. */
const params = initialParams(config, createRandom(1));
const last = createRandom("last step");
const draws = {
  ...params["patch.out.weight"]!,
  data: new Float32Array(16 * 12).map(() => last.normal() / 4),
};
const materials = {
  base: { ...creaturesBase, config },
  params: { ...params, "patch.out.weight": draws },
  card: null,
};

const small = (spec: PictureSpec): PictureSpec => ({ ...spec, batch: 2, steps: 4 });

async function opened(spec: PictureSpec, state = pictureStart(spec)) {
  let progress: PictureProgress | null = null;
  const events: PictureEvent[] = [];
  const running = new PictureRunning(engine, materials, state, (event) => {
    events.push(event);
    if (progress) progress = applyPictures(progress, event);
  });
  progress = beginPictures(await running.info());
  const run = async (steps: number): Promise<void> => {
    for (let i = 0; i < steps; i++) await running.advance();
    await running.report("new");
  };
  const draw = async (adapters: readonly DrawAdapter[], asks = spec.asks) => {
    const request: DrawRequest = { asks, adapters, seed: 3, steps: 2, guidance: 2, frames: true };
    return running.draw(request);
  };
  return { running, run, draw, seen: () => progress! };
}

describe("a picture experiment", () => {
  test("shows photos, draws at the start and on the way, and reports the loss of every step", async () => {
    const lanes = [pictureLanes.newWord, pictureLanes.everything];
    const { running, run, seen } = await opened(small(newWordSpec({ count: 1, photos: 3 }, lanes)));
    expect(seen().info).toMatchObject({ trained: [16, seen().info.total] });
    expect(seen().info.examples).toHaveLength(3);
    await running.report("full");
    const starts = seen().lanes.map(({ galleries }) => galleries[0]!);
    expect(starts[1]!.pictures).toEqual(starts[0]!.pictures);
    expect(starts[0]!.known).not.toBeNull();
    await run(4);
    expect(running.isFinished).toBe(true);
    for (const { steps, losses, galleries } of seen().lanes) {
      expect(steps).toEqual([1, 2, 3, 4]);
      expect(losses.every(Number.isFinite)).toBe(true);
      expect(galleries.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
    }
    // A new word changes nothing that is asked for in other words; full fine-tuning changes all.
    const known = (lane: number, at: number) => seen().lanes[lane]!.galleries.at(at)!.pictures[1];
    expect(known(0, -1)).toEqual(known(0, 0));
    expect(known(1, -1)).not.toEqual(known(1, 0));
    expect(seen().lanes[0]!.galleries.at(-1)!.pictures[0]).not.toEqual(starts[0]!.pictures[0]);
    running.dispose();
  });

  test("goes on from a snapshot as if nothing had happened", async () => {
    const spec = small(styleSpec({ count: 1 }));
    const [whole, first] = [await opened(spec), await opened(spec)];
    await whole.run(4);
    await first.run(2);
    const second = await opened(spec, await first.running.snapshot());
    await second.run(2);
    expect(second.seen().lanes[0]!.losses).toEqual(whole.seen().lanes[0]!.losses.slice(2));
    for (const { running } of [whole, first, second]) running.dispose();
  });

  test("draws with lanes and saved adapters at any strength, one after the other", async () => {
    const { running, run, draw } = await opened(small(styleSpec({ count: 1 })));
    await run(2);
    const base = await draw([]);
    const lane = await draw([{ lane: 0, strength: 1 }]);
    const file = await running.save(0);
    expect((await draw([{ file, strength: 1 }])).pictures).toEqual(lane.pictures);
    expect((await draw([{ file, strength: 0 }])).pictures).toEqual(base.pictures);
    expect(lane.pictures).not.toEqual(base.pictures);
    expect(
      (
        await draw([
          { file, strength: 1 },
          { lane: 0, strength: 1 },
        ])
      ).pictures,
    ).not.toEqual(lane.pictures);
    expect(base.frames).toHaveLength(2);
    expect(base.frames[1]).toEqual(base.pictures);
    await expect(draw([{ file: new Uint8Array(4), strength: 1 }])).rejects.toThrow();
    running.dispose();
  });

  test("follows outlines only after training, and without one the base is as it was", async () => {
    const spec = small(outlineSpec({ count: 1 }));
    const { running, run, draw } = await opened(spec);
    const withoutOutline = spec.asks.map(({ prompt }) => ({ prompt }));
    const base = await draw([]);
    expect((await draw([{ lane: 0, strength: 1 }])).pictures).toEqual(base.pictures);
    await run(2);
    expect((await draw([{ lane: 0, strength: 1 }])).pictures).not.toEqual(base.pictures);
    expect((await draw([{ lane: 0, strength: 1 }], withoutOutline)).pictures).toEqual(base.pictures);
    running.dispose();
  });
});

describe("a link to a picture experiment", () => {
  const usual = newWordSpec();
  test("restores it exactly", () => {
    for (const spec of [usual, outlineSpec(), styleSpec({ styles: ["ink", "shade"] })])
      expect(readPictureLink(writePictureLink(spec), usual)).toEqual({ spec, issues: [] });
  });

  test.each(["spec=%7B", "spec=1", `spec=${encodeURIComponent(JSON.stringify({ ...usual, steps: 1e6 }))}`])(
    "that is spoilt gives the usual one: %s",
    (query) => {
      const { spec, issues } = readPictureLink(query, usual);
      expect(spec).toBe(usual);
      expect(issues).toHaveLength(1);
    },
  );
});
