import { describe, expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import { runsCsv } from "../charts/runs-csv";
import { memoryStore } from "../lib/test-kept-store";
import { defaultRace } from "../training/default-race";
import { type KeptRun, keptRunOf, parseRunFile } from "./kept-run";
import { keptRunsStore, mostRuns } from "./kept-runs";
import { readLink } from "./link";
import { applyEvents, openedProgress, withAdapter } from "./race-events";
import { evaluation, raceInfo } from "./test-trainer";

const finished = applyEvents(openedProgress(raceInfo(defaultRace())), [
  { kind: "losses", lane: 0, steps: [1, 2], losses: [3, Number.NaN] },
  { kind: "evaluation", lane: 0, evaluation: evaluation(2, 0.5) },
  { kind: "phase", phase: "done" },
]);
const run = (keptAt: number, changed: Partial<KeptRun["race"]> = {}): KeptRun => {
  const kept = keptRunOf(finished, `run ${keptAt}`, keptAt)!;
  return { ...kept, race: { ...kept.race, ...changed } };
};

describe("a kept run", () => {
  it("comes back from its file with settings and curves; a loss that was NaN is a gap", () => {
    const kept = run(5);
    expect(kept.race).toEqual(defaultRace());
    expect(kept.lanes[0]).toMatchObject({ steps: [1, 2], losses: [3, null] });
    expect(kept.lanes[0]!.evaluations).toEqual([{ step: 2, heldOutLoss: 0.5, score: 0 }]);
    expect(parseRunFile(JSON.stringify(kept))).toEqual(kept);
  });

  it("is none where an adapter was loaded from a file, and no other file is one", () => {
    const lanes = finished.lanes.map((lane) => withAdapter(lane, evaluation(2)));
    expect(keptRunOf({ ...finished, lanes }, "id", 1)).toBe(null);
    for (const text of ["", "null", "{}", JSON.stringify({ ...run(1), lanes: [] })])
      expect(parseRunFile(text)).toBe(null);
  });
});

describe("kept runs", () => {
  it("are the last twenty, newest first; the same race again takes the place of the former", async () => {
    const storage = memoryStore();
    const store = createStore(keptRunsStore(storage));
    for (let seed = 0; seed < mostRuns + 2; seed++) await store.getState().keep(run(seed, { seed }));
    expect(store.getState().runs!.map(({ keptAt }) => keptAt)).toEqual(
      Array.from({ length: mostRuns }, (_, i) => mostRuns + 1 - i),
    );
    await store.getState().keep(run(100, { seed: 5 }));
    expect(store.getState().runs).toHaveLength(mostRuns);
    expect([...storage.values.keys()]).not.toContain("run 5");
    const later = createStore(keptRunsStore(storage));
    await later.getState().refresh();
    expect(later.getState().runs).toEqual(store.getState().runs);
  });

  it("can be removed and brought back; a removed one is no longer drawn over the race", async () => {
    const store = createStore(keptRunsStore(memoryStore()));
    await store.getState().keep(run(1));
    store.getState().overlay(run(1));
    await store.getState().remove(run(1));
    expect([store.getState().runs, store.getState().overlaid]).toEqual([[], null]);
    await store.getState().undo();
    expect(store.getState().runs).toHaveLength(1);
  });

  it("last until the page is left where storage is full", async () => {
    const storage = memoryStore();
    storage.refuses = true;
    const store = createStore(keptRunsStore(storage));
    await store.getState().keep(run(1));
    await store.getState().refresh();
    expect([store.getState().runs?.length, storage.values.size]).toEqual([1, 0]);
  });

  it("are written as a table with every setting, and a link that opens the race again", () => {
    const [head, first, ...others] = runsCsv([run(0, { seed: 7 })]).split("\r\n");
    expect(others).toHaveLength(defaultRace().lanes.length);
    const cells = first!.split(",");
    const value = (column: string): string => cells[head!.replace("\uFEFF", "").split(",").indexOf(column)]!;
    expect([value("kept_at"), value("method"), value("seed"), value("held_out_loss")]).toEqual([
      "1970-01-01T00:00:00.000Z",
      "full",
      "7",
      "0.5",
    ]);
    expect(readLink(runsCsv([run(0, { seed: 7 })]).match(/\?(v=1[^",\r]*)/)![1]!).spec.seed).toBe(7);
  });
});
