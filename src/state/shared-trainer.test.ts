import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StoreApi } from "zustand/vanilla";
import { raceStore } from "./race";
import type { Race } from "./race-shape";
import { SharedTrainer } from "./shared-trainer";
import { evaluation } from "./test-trainer";
import { fakeWorker } from "./test-worker";
import type { TrainerLink } from "./trainer";

vi.mock("./settings", () => ({ useSettings: { getState: () => ({ backend: null }) } }));

let workers: ReturnType<typeof fakeWorker>[];
let playground: StoreApi<Race>;
let lesson: StoreApi<Race>;
const alive = (): number => workers.filter((worker) => !worker.isEnded()).length;
const asked = (): string => workers.flatMap((worker) => worker.asked).join(", ");
const race = (store: StoreApi<Race>): Race => store.getState();
/** What is on its way has arrived; `ms` have passed. */
const pass = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const opened = async (store: StoreApi<Race>, seed: number): Promise<void> => {
  race(store).configure({ ...race(store).draft, seed });
  void race(store).open();
  await pass();
};

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  const shared = new SharedTrainer((onCrash) => {
    workers.push(fakeWorker(onCrash));
    return workers.at(-1)!.link;
  });
  const storeOn = () => raceStore(shared.connection(), () => ({ backend: null, workers: null }));
  [playground, lesson] = [storeOn(), storeOn()];
});
afterEach(() => {
  vi.useRealTimers();
});

describe("playground and lesson", () => {
  it("share one worker; a race at step 120 is there again, at step 120, after a lesson", async () => {
    let leave = race(playground).attend();
    await opened(playground, 5);
    for (let step = 0; step < 120; step++) race(playground).stepOnce();
    await pass();
    workers[0]!.say({ kind: "pace", step: 120, stepsPerSecond: 0 });
    leave();
    leave = race(lesson).attend();
    await opened(lesson, 7);
    expect([race(lesson).phase, race(playground).phase, race(playground).step]).toEqual([
      "paused",
      "paused",
      120,
    ]);
    leave();
    race(playground).attend();
    race(playground).play();
    await pass();
    expect(workers).toHaveLength(1);
    const former = Array.from({ length: 120 }, () => "step").join(", ");
    expect(asked()).toBe(`open 5, ${former}, park, open 7, park, resume 5 at 120, play`);
    expect([race(playground).phase, race(playground).step]).toEqual(["running", 120]);
  });

  it("have a race that ran when it was left run again when its page is back", async () => {
    const leave = race(playground).attend();
    await opened(playground, 5);
    race(playground).play();
    await pass();
    leave();
    const leaveLesson = race(lesson).attend();
    await opened(lesson, 7);
    expect(race(playground).phase).toBe("paused");
    leaveLesson();
    race(playground).attend();
    await pass();
    expect(race(playground).phase).toBe("running");
  });

  it("leave a race at rest that was paused as its page was left", async () => {
    const leaveLesson = race(lesson).attend();
    await opened(lesson, 7);
    race(lesson).play();
    await pass();
    race(lesson).pause();
    leaveLesson();
    const leave = race(playground).attend();
    await opened(playground, 5);
    leave();
    race(lesson).attend();
    await pass();
    expect(workers[0]!.played).toEqual([7]);
  });

  it("hear only of their own race", async () => {
    await opened(playground, 5);
    await opened(lesson, 7);
    workers[0]!.say({ kind: "evaluation", lane: 0, evaluation: evaluation(3) });
    expect([race(lesson).step, race(playground).step]).toEqual([3, 0]);
  });

  it("do not take the trainer from a page that is shown: a question waits until its own page is back", async () => {
    const leave = race(playground).attend();
    await opened(playground, 5);
    await race(playground).ask("walk");
    race(playground).play();
    await pass();
    leave();
    const leaveLesson = race(lesson).attend();
    await opened(lesson, 7);
    // The race that was put aside has halted, so its question is due again.
    expect(race(playground).question.status).toBe("asking");
    expect(asked().endsWith("park, open 7")).toBe(true);
    leaveLesson();
    race(playground).attend();
    await pass();
    expect(race(playground).question.status).toBe("answered");
    expect(asked()).toContain("park, resume 5 at 0, ask walk");
  });
});

describe("a worker that no page uses", () => {
  it("is ended after ten seconds, and the race is there again when its page is", async () => {
    const leave = race(playground).attend();
    await opened(playground, 5);
    race(playground).stepOnce();
    await pass(60_000);
    expect(alive()).toBe(1);
    leave();
    await pass(9_000);
    expect(alive()).toBe(1);
    await pass(1_001);
    expect([alive(), race(playground).phase]).toEqual([0, "paused"]);
    race(playground).attend();
    await pass();
    expect([alive(), workers.length]).toEqual([1, 2]);
    expect(workers[1]!.asked).toEqual(["resume 5 at 1"]);
  });

  it("is kept while its race runs, and ended when that is over", async () => {
    const leave = race(playground).attend();
    await opened(playground, 5);
    race(playground).play();
    await pass();
    leave();
    await pass(60_000);
    expect(alive()).toBe(1);
    workers[0]!.say({ kind: "phase", phase: "done" });
    await pass(10_001);
    expect(alive()).toBe(0);
  });

  it("is not waited for by a race that was opened in the place of one that ran", async () => {
    const leave = race(playground).attend();
    await opened(playground, 5);
    race(playground).play();
    await pass();
    await opened(playground, 5);
    expect(race(playground).phase).toBe("paused");
    leave();
    await pass(10_001);
    expect(alive()).toBe(0);
  });

  it("is kept when a page comes back in time, and both races outlive its end", async () => {
    const leave = race(playground).attend();
    await opened(playground, 5);
    leave();
    await pass(9_000);
    const leaveLesson = race(lesson).attend();
    await opened(lesson, 7);
    await pass(9_000);
    leaveLesson();
    await pass(10_001);
    expect(alive()).toBe(0);
    race(lesson).attend();
    await pass();
    race(lesson).play();
    await pass();
    expect(workers[1]!.asked).toEqual(["resume 7 at 0", "play"]);
    race(playground).attend();
    await pass();
    expect(workers[1]!.asked.slice(2)).toEqual(["park", "resume 5 at 0"]);
  });

  it("does not die under a call: a measurement keeps it", async () => {
    let answer: () => void = () => {};
    const measuring = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const shared = new SharedTrainer((onCrash) => {
      const worker = fakeWorker(onCrash);
      workers.push(worker);
      const measure: TrainerLink["measure"] = async () => {
        await measuring;
        return { ok: false, failure: { kind: "engine", detail: "measured" } };
      };
      return { ...worker.link, measure };
    });
    const store = raceStore(shared.connection(), () => ({ backend: null, workers: null }));
    const leave = race(store).attend();
    const measured = race(store).measure("toolbox-nano", "lora");
    await pass();
    leave();
    await pass(60_000);
    expect(alive()).toBe(1);
    answer();
    expect(await measured).toMatchObject({ failure: { detail: "measured" } });
    await pass(10_001);
    expect(alive()).toBe(0);
  });
});

it("a crash is told to the store whose race is lost; the other one's is as it was", async () => {
  await opened(playground, 5);
  race(playground).stepOnce();
  await pass();
  await opened(lesson, 7);
  workers[0]!.crash("out of memory");
  expect(race(lesson).failure).toEqual({ kind: "engine", detail: "out of memory" });
  expect([race(playground).phase, race(playground).failure]).toEqual(["paused", null]);
  race(playground).play();
  await pass();
  expect(workers[1]!.asked).toEqual(["resume 5 at 1", "play"]);
});
