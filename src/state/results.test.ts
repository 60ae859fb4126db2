import { describe, expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import { parseResults, resultsKey, resultsStore } from "./results";
import { laneRun } from "./test-results";

function memory(stored: string | null = null) {
  const held = new Map<string, string>(stored === null ? [] : [[resultsKey, stored]]);
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
}

describe("parseResults", () => {
  it.each([null, "", "{", "null", "[]", "7", '{"version":1}', '{"version":2,"runs":[]}'])(
    "survives %s",
    (stored) => {
      expect(parseResults(stored)).toEqual([]);
    },
  );

  it("keeps the good runs beside spoilt ones", () => {
    const good = laneRun("lora");
    const { lane } = good;
    const runs = [
      7,
      { ...good, score: 2 },
      { ...good, score: null },
      { ...good, trained: -1 },
      { ...good, lane: { ...lane, method: "constructor" } },
      { ...good, lane: { ...lane, options: { rank: 9999 } } },
      { ...good, lane: { ...lane, learningRate: 0 } },
      good,
    ];
    expect(parseResults(JSON.stringify({ version: 1, runs }))).toEqual([good]);
  });

  it("fills in options that a method got later", () => {
    const good = laneRun("lora");
    const old = { ...good, lane: { ...good.lane, options: {} } };
    expect(parseResults(JSON.stringify({ version: 1, runs: [old] }))).toEqual([good]);
  });
});

describe("results", () => {
  it("outlive the page", () => {
    const storage = memory();
    createStore(resultsStore(() => storage))
      .getState()
      .keep([laneRun("lora"), laneRun("full")]);
    const again = createStore(resultsStore(() => storage)).getState();
    expect(again.runs).toEqual([laneRun("lora"), laneRun("full")]);
  });

  it("hold a run of one spec once, and one of another seed beside it", () => {
    const store = createStore(resultsStore(() => memory()));
    store.getState().keep([laneRun("lora", { score: 0.1 }), laneRun("lora", { seed: 2 })]);
    store.getState().keep([laneRun("lora", { score: 0.9 })]);
    expect(store.getState().runs.map(({ seed, score }) => [seed, score])).toEqual([
      [2, 0.5],
      [1, 0.9],
    ]);
  });

  it("are cleared and brought back, in memory and in storage", () => {
    const storage = memory();
    const store = createStore(resultsStore(() => storage));
    const [kept, gone] = [laneRun("lora"), laneRun("full")];
    store.getState().keep([kept, gone]);
    store.getState().clear([gone]);
    expect(store.getState().runs).toEqual([kept]);
    expect(parseResults(storage.getItem(resultsKey))).toEqual([kept]);
    store.getState().undo();
    expect(store.getState().cleared).toEqual([]);
    expect(parseResults(storage.getItem(resultsKey))).toHaveLength(2);
  });

  it("work where storage is forbidden or full", () => {
    const forbidden = createStore(
      resultsStore(() => {
        throw new Error("SecurityError");
      }),
    );
    forbidden.getState().keep([laneRun("lora")]);
    expect(forbidden.getState().runs).toHaveLength(1);
    const full = createStore(
      resultsStore(() => ({
        getItem: () => null,
        setItem: () => {
          throw new Error("QuotaExceededError");
        },
      })),
    );
    full.getState().keep([laneRun("lora")]);
    expect(full.getState().runs).toHaveLength(1);
  });

  it("of two tabs stand side by side, also where one heard nothing of the other", () => {
    const storage = memory();
    const [here, there] = [
      createStore(resultsStore(() => storage)),
      createStore(resultsStore(() => storage)),
    ];
    there.getState().keep([laneRun("lora")]);
    here.getState().keep([laneRun("full")]);
    expect(parseResults(storage.getItem(resultsKey))).toEqual([laneRun("lora"), laneRun("full")]);
    there.getState().clear([laneRun("lora")]);
    expect(there.getState().runs).toEqual([laneRun("full")]);
    here.getState().keep([laneRun("bitfit")]);
    there.getState().undo();
    expect(there.getState().runs).toHaveLength(3);
    here.getState().refresh();
    expect(here.getState().runs).toEqual(there.getState().runs);
  });

  it("that could not be stored stay beside those of another tab", () => {
    const storage = memory(JSON.stringify({ version: 1, runs: [laneRun("lora")] }));
    const full = {
      ...storage,
      setItem: () => {
        throw new Error("QuotaExceededError");
      },
    };
    const store = createStore(resultsStore(() => full));
    store.getState().keep([laneRun("full")]);
    store.getState().keep([laneRun("bitfit")]);
    expect(store.getState().runs).toHaveLength(3);
  });

  it("can be brought back until others are kept", () => {
    const store = createStore(resultsStore(() => memory()));
    store.getState().keep([laneRun("lora")]);
    store.getState().clear([laneRun("lora")]);
    store.getState().keep([laneRun("full")]);
    expect(store.getState().cleared).toEqual([]);
    expect(store.getState().runs).toEqual([laneRun("full")]);
  });
});
