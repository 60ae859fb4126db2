import { describe, expect, it, vi } from "vitest";
import { defaultRace } from "../training/default-race";
import { addLane, removeLane } from "./draft";
import { evaluation, testRace } from "./test-trainer";
import type { Connect } from "./trainer";

vi.mock("./settings", () => ({ useSettings: { getState: () => ({ backend: null }) } }));

const { race, trainer, opened, debounced, start } = testRace();

describe("opening", () => {
  it("goes from idle over loading to paused, starting the worker once", async () => {
    expect([race().phase, trainer().connections()]).toEqual(["idle", 0]);
    void race().open();
    expect(race().phase).toBe("loading");
    trainer().say({ kind: "loading", what: "base", share: 0.4 });
    expect(race().loading).toEqual({ what: "base", share: 0.4 });
    await trainer().openings[0]!.settle();
    expect([race().phase, race().info?.total, race().lanes.length]).toEqual(["paused", 1000, 5]);
    await opened();
    expect(trainer().connections()).toBe(1);
  });

  it("keeps the settings and says why when it fails", async () => {
    const draft = { ...defaultRace(), batch: 77 };
    race().configure(draft);
    void race().open();
    const failure = { kind: "too-large", needed: 10, limit: 5 } as const;
    await trainer().openings[0]!.settle({ ok: false, failure });
    expect([race().phase, race().failure, race().draft]).toEqual(["failed", failure, draft]);
  });

  it("hears only the last of several openings", async () => {
    void race().open();
    race().configure({ ...race().draft, seed: 5 });
    void race().open();
    await trainer().openings[1]!.settle();
    await trainer().openings[0]!.settle();
    expect(race().info?.spec.seed).toBe(5);
  });

  it("keeps first evaluations that come before the answer, and nothing of a former race", async () => {
    void race().open();
    trainer().say(
      { kind: "evaluation", lane: 0, evaluation: evaluation(0, 3) },
      { kind: "evaluation", lane: 1, evaluation: evaluation(200, 0.1) },
      { kind: "losses", lane: 0, steps: [199], losses: [0.1] },
    );
    await trainer().openings[0]!.settle();
    expect(race().lanes[0]?.series).toEqual({ steps: [], losses: [], evaluations: [evaluation(0, 3)] });
    expect(race().lanes[1]?.series.evaluations).toEqual([]);
  });
});

describe("a race that is chosen while another is loaded", () => {
  it("shows nothing of the former one, whose first evaluations may come late", async () => {
    void race().open();
    race().chooseTask("couplet");
    trainer().say({ kind: "evaluation", lane: 0, evaluation: evaluation(0, 0.32) });
    await debounced();
    trainer().say({ kind: "evaluation", lane: 1, evaluation: evaluation(0, 4.1) });
    trainer().say({ kind: "loading", what: "base", share: 0 });
    trainer().say({ kind: "evaluation", lane: 2, evaluation: evaluation(0, 7) });
    await trainer().openings[1]!.settle();
    expect(
      race().lanes.map(({ series }) => series.evaluations.map(({ heldOutLoss }) => heldOutLoss)),
    ).toEqual([[], [], [7], [], []]);
  });
});

describe("changing the set-up", () => {
  it("opens the race anew once, for the last of many quick changes", async () => {
    await opened();
    race().configure(removeLane(race().draft, 0));
    race().configure({ ...race().draft, seed: 2 });
    race().configure({ ...race().draft, seed: 3 });
    expect([race().phase, race().lanes.length]).toEqual(["loading", 4]);
    await debounced();
    expect(trainer().openings.map(({ spec }) => spec.seed)).toEqual([1, 3]);
  });

  it("hears nothing of the former race until the new one is open", async () => {
    await opened();
    race().configure(removeLane(race().draft, 0));
    trainer().say({ kind: "losses", lane: 0, steps: [1], losses: [9] }, { kind: "phase", phase: "running" });
    expect([race().phase, race().lanes[0]?.series.losses]).toEqual(["loading", []]);
  });

  it("goes on running after a change made while it ran", async () => {
    await opened();
    race().play();
    await new Promise((done) => setTimeout(done));
    race().configure({ ...race().draft, seed: 2 });
    race().configure({ ...race().draft, seed: 3 });
    await debounced();
    await trainer().openings[1]!.settle();
    expect(trainer().asked).toEqual(["play", "pause", "play"]);
    expect(race().phase).toBe("running");
  });

  it("rests after such a change when it is halted before it is ready", async () => {
    await opened();
    race().play();
    race().configure({ ...race().draft, seed: 2 });
    race().pause();
    await debounced();
    await trainer().openings[1]!.settle();
    expect(race().phase).toBe("paused");
  });

  it("moves the task along with a base it does not fit", () => {
    race().chooseBase("toolbox-nano");
    expect([race().draft.base, race().draft.task, race().moved]).toEqual([
      "toolbox-nano",
      "past-tense",
      null,
    ]);
  });

  it("never has more than six lanes nor fewer than one", () => {
    let draft = race().draft;
    for (let i = 0; i < 9; i++) draft = addLane(draft);
    expect(draft.lanes.length).toBe(6);
    for (let i = 0; i < 9; i++) draft = removeLane(draft, 0);
    expect(draft.lanes.length).toBe(1);
  });
});

describe("play and pause", () => {
  it("reach the trainer one after the other, and are shown at once", async () => {
    await opened();
    race().play();
    race().pause();
    race().play();
    expect(race().phase).toBe("running");
    await new Promise((done) => setTimeout(done));
    expect(trainer().asked).toEqual(["play", "pause", "play"]);
  });

  it("do nothing before the race is open", () => {
    race().play();
    race().stepOnce();
    expect([race().phase, trainer().asked]).toEqual(["idle", []]);
  });
});

describe("a crash of the worker", () => {
  it("is said, keeps settings and curves, and the next opening starts another worker", async () => {
    await opened();
    trainer().say({ kind: "losses", lane: 0, steps: [1], losses: [2] });
    trainer().crash("out of memory");
    expect(race().phase).toBe("failed");
    expect(race().failure).toEqual({ kind: "engine", detail: "out of memory" });
    expect(race().lanes[0]?.series.losses).toEqual([2]);
    await opened();
    expect([race().phase, race().failure, trainer().connections()]).toEqual(["paused", null, 2]);
  });

  it("while a changed race waits to be opened fails nothing: the next worker opens it", async () => {
    await opened();
    race().configure({ ...race().draft, seed: 2 });
    trainer().crash("out of memory");
    expect(race().phase).toBe("loading");
    await debounced();
    await trainer().openings.at(-1)!.settle();
    expect([race().phase, race().info?.spec.seed, trainer().connections()]).toEqual(["paused", 2, 2]);
  });
});

describe("a page that shows the race", () => {
  it("has it made ready where it was open, not where it is on its way or has failed", async () => {
    const leave = race().attend();
    await opened();
    race().attend();
    race().configure({ ...race().draft, seed: 2 });
    race().attend();
    expect(trainer().pages).toEqual([false, true, false]);
    leave();
    trainer().crash("gone");
    await opened();
    trainer().say({ kind: "failure", failure: { kind: "engine", detail: "no memory" } });
    race().attend();
    expect(trainer().pages.at(-1)).toBe(false);
  });
});

describe("a failure while training", () => {
  it("is shown, and the way out opens the race anew", async () => {
    await opened();
    race().play();
    const failure = { kind: "engine", detail: "no memory" } as const;
    trainer().say({ kind: "failure", failure });
    expect([race().phase, race().failure]).toEqual(["failed", failure]);
    void race().reset();
    await trainer().openings.at(-1)!.settle();
    expect([race().phase, race().failure, trainer().asked.includes("reset")]).toEqual([
      "paused",
      null,
      false,
    ]);
  });

  it("of a call to the former race does not touch the new one", async () => {
    let reject: (error: Error) => void = () => {};
    const connect: Connect = (hear, crashed) => ({
      ...trainer().connect(hear, crashed),
      setLearningRate: () =>
        new Promise((_, no) => {
          reject = no;
        }),
    });
    start(connect);
    await opened();
    race().setLearningRate(0, 0.5);
    await opened();
    reject(new Error("too late"));
    await new Promise((done) => setTimeout(done));
    expect([race().phase, race().failure]).toEqual(["paused", null]);
    race().setLearningRate(0, 0.25);
    reject(new Error("in time"));
    await new Promise((done) => setTimeout(done));
    expect([race().phase, race().failure]).toEqual(["failed", { kind: "engine", detail: "in time" }]);
  });
});
