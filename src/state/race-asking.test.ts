import { describe, expect, it, vi } from "vitest";
import { removeLane } from "./draft";
import { writeLink } from "./link";
import { evaluation, testRace } from "./test-trainer";

vi.mock("./settings", () => ({ useSettings: { getState: () => ({ backend: null }) } }));

const { race, trainer, opened, debounced } = testRace();

describe("a saved adapter", () => {
  it("that was loaded has the question asked again, and is not shown in a race opened meanwhile", async () => {
    await opened();
    await race().ask("walk");
    await race().loadAdapter(0, new Uint8Array());
    expect(trainer().asked).toEqual(["ask walk", "ask walk"]);
    expect(race().lanes[0]?.series.evaluations).toEqual([evaluation(0, 0.5)]);
    const late = race().loadAdapter(1, new Uint8Array());
    race().configure({ ...race().draft, seed: 9 });
    expect(await late).toMatchObject({ ok: true });
    expect(race().lanes[1]?.series.evaluations).toEqual([]);
  });
});

describe("asking", () => {
  it("drops the answers of lanes that are changed, and asks again when the new ones are open", async () => {
    await opened();
    await race().ask("walk");
    race().configure(removeLane(race().draft, 0));
    expect(race().question).toMatchObject({ input: "walk", status: "asking", answers: [] });
    await debounced();
    await trainer().openings.at(-1)!.settle();
    expect(race().question).toMatchObject({ input: "walk", status: "answered" });
  });

  it("keeps question and answers, asks again when the race halts, and drops both with another task", async () => {
    await opened();
    await race().ask("walk");
    expect(race().question).toMatchObject({ input: "walk", status: "answered", answers: [{ text: "WALK" }] });
    trainer().say({ kind: "phase", phase: "done" });
    expect(trainer().asked).toEqual(["ask walk", "ask walk"]);
    race().chooseTask("numerals");
    expect(race().question.status).toBe("none");
  });
});

describe("a closer look", () => {
  it("is answered by the worker that is there, and starts none where it has died", async () => {
    expect(await race().examine(0, { kind: "merge" })).toMatchObject({ ok: false });
    await opened();
    expect(await race().examine(0, { kind: "merge" })).toEqual({ ok: true, value: null });
    trainer().crash("gone");
    expect(await race().examine(0, { kind: "merge" })).toMatchObject({ ok: false });
    expect(trainer().connections()).toBe(1);
    expect(race().phase).toBe("failed");
  });
});

describe("a link", () => {
  it("to the open race with other rates shows it from its start, at rest", async () => {
    await opened();
    race().play();
    trainer().say({ kind: "pace", step: 12, stepsPerSecond: 9 });
    const [first, ...others] = race().draft.lanes;
    race().followLink(writeLink({ ...race().draft, lanes: [{ ...first!, learningRate: 0.125 }, ...others] }));
    await debounced();
    await trainer().openings.at(-1)!.settle();
    expect(trainer().asked).toEqual(["pause"]);
    expect([race().phase, race().step, race().draft.lanes[0]?.learningRate]).toEqual(["paused", 0, 0.125]);
  });

  it("sets the race up and reports what it had to leave out", () => {
    race().followLink("v=1&task=numerals&steps=99999");
    expect(race().draft.task).toBe("numerals");
    expect(race().linkIssues).toEqual([{ part: "steps=99999", reason: "out-of-range", limit: "1–5000" }]);
    race().dismissLinkIssues();
    expect(race().linkIssues).toEqual([]);
  });
});
