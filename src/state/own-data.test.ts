import { describe, expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import { memoryStore } from "../lib/test-kept-store";
import { defaultRace } from "../training/default-race";
import { chooseOwnData, ownDataOf } from "./draft";
import { readLink, writeLink } from "./link";
import { ownDataStore, pairsOf } from "./own-data";

const pairs = [
  { input: "kind", answer: "unkind" },
  { input: "tidy", answer: "untidy" },
];

describe("own data", () => {
  it("are kept under the hash of task and pairs, and read again", async () => {
    const storage = memoryStore();
    const store = createStore(ownDataStore(storage));
    const first = await store.getState().keep("own-letters", "opposites", pairs);
    expect(first.hash).toMatch(/^[0-9a-f]{16}$/);
    expect((await store.getState().keep("own-letters", "another name", pairs)).hash).toBe(first.hash);
    expect((await store.getState().keep("own-labels", "labels", pairs)).hash).not.toBe(first.hash);
    const later = createStore(ownDataStore(storage));
    expect(later.getState().sets).toBe(null);
    await later.getState().refresh();
    expect(later.getState().sets).toHaveLength(2);
    expect(pairsOf(later.getState().sets![0]!)).toEqual(pairs);
    await later.getState().remove(first.hash);
    expect(later.getState().sets!.map(({ task }) => task)).toEqual(["own-labels"]);
  });

  it("leave out what is damaged, and are none where nothing can be read", async () => {
    const storage = memoryStore();
    storage.values.set("broken", { hash: "no" });
    const store = createStore(ownDataStore(storage));
    await store.getState().refresh();
    expect(store.getState().sets).toEqual([]);
    const forbidden = createStore(ownDataStore({ ...storage, all: () => Promise.reject(new Error("no")) }));
    await forbidden.getState().refresh();
    expect(forbidden.getState().sets).toEqual([]);
  });

  it("are named by their hash in a link, on a base that can read them", () => {
    const { draft, moved } = chooseOwnData(defaultRace(), "own-labels", "0123456789abcdef");
    expect([draft.base, moved, ownDataOf(draft)]).toEqual(["phrases-micro", "base", "0123456789abcdef"]);
    const link = writeLink(draft);
    expect(link).toContain("task=own-labels&options=data=0123456789abcdef");
    expect(readLink(link)).toEqual({ spec: draft, issues: [] });
    expect(readLink("v=1&task=own-labels&options=data=nonsense").issues).toHaveLength(1);
    expect(ownDataOf(defaultRace())).toBe(undefined);
  });
});
