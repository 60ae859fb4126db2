import { describe, expect, it, vi } from "vitest";
import { raceInfo, testRace } from "./test-trainer";

vi.mock("./settings", () => ({ useSettings: { getState: () => ({ backend: null }) } }));

const { race, trainer, opened, debounced } = testRace();

describe("learning rates", () => {
  it("change without opening the race anew, inside their limits", async () => {
    await opened();
    race().setLearningRate(1, 0.5);
    race().setLearningRate(2, 70);
    await debounced();
    expect(trainer().openings.length).toBe(1);
    expect(trainer().asked.slice(0, 2)).toEqual(["rate 1 0.5", "rate 2 1"]);
    expect(
      race()
        .draft.lanes.map(({ learningRate }) => learningRate)
        .slice(1, 3),
    ).toEqual([0.5, 1]);
  });

  it("that were changed while loading reach the trainer afterwards", async () => {
    void race().open();
    race().setLearningRate(0, 0.5);
    await trainer().openings[0]!.settle();
    expect(trainer().asked).toEqual(["rate 0 0.5"]);
  });

  it("that are changed on the way are noted at the step the trainer says, and stay with a reset", async () => {
    await opened();
    const first = race().draft.lanes[0]!;
    trainer().say({ kind: "pace", step: 12, stepsPerSecond: 9 });
    const noted = { ...first, rateChanges: [{ step: 14, learningRate: 0.5 }] };
    trainer().noteRates(noted);
    race().setLearningRate(0, 0.5);
    expect(race().draft.lanes[0]?.rateChanges).toEqual([{ step: 12, learningRate: 0.5 }]);
    await new Promise((done) => setTimeout(done));
    expect(race().draft.lanes[0]).toEqual(noted);
    void race().reset();
    const spec = race().draft;
    await trainer()
      .openings.at(-1)!
      .settle({ ok: true, value: raceInfo(spec) });
    expect([race().step, race().draft.lanes[0]]).toEqual([0, noted]);
    expect(trainer().asked).toEqual(["rate 0 0.5", "reset"]);
  });

  it("that are changed while a reset is unanswered outlive a second reset", async () => {
    await opened();
    void race().reset();
    race().setLearningRate(0, 0.5);
    void race().reset();
    await trainer().openings.at(-1)!.settle();
    expect(race().draft.lanes[0]?.learningRate).toBe(0.5);
    expect(trainer().asked).toEqual(["reset", "reset", "rate 0 0.5"]);
  });

  it("that are changed after the last step leave the curve with those it was made with", async () => {
    await opened();
    const first = race().draft.lanes[0]!;
    expect(race().lanes[0]?.spec).toEqual(first);
    trainer().say({ kind: "pace", step: 12, stepsPerSecond: 9 });
    const noted = { ...first, rateChanges: [{ step: 14, learningRate: 0.5 }] };
    trainer().noteRates(noted);
    race().setLearningRate(0, 0.5);
    await new Promise((done) => setTimeout(done));
    const next = { ...first, learningRate: 0.25 };
    trainer().noteRates(next);
    // The trainer may be through before the page hears of it.
    race().setLearningRate(0, 0.25);
    await new Promise((done) => setTimeout(done));
    expect([race().lanes[0]?.spec, race().draft.lanes[0]]).toEqual([noted, next]);
    trainer().say({ kind: "pace", step: 150, stepsPerSecond: 9 }, { kind: "phase", phase: "done" });
    race().setLearningRate(0, 0.125);
    await new Promise((done) => setTimeout(done));
    expect(race().lanes[0]?.spec).toEqual(noted);
    void race().reset();
    const spec = race().draft;
    await trainer()
      .openings.at(-1)!
      .settle({ ok: true, value: raceInfo(spec) });
    expect(race().lanes[0]?.spec).toEqual(spec.lanes[0]);
  });

  it("that are changed before the first step, or after the last, are those of the next start", async () => {
    await opened();
    const first = race().draft.lanes[0]!;
    race().configure({
      ...race().draft,
      lanes: [{ ...first, rateChanges: [{ step: 9, learningRate: 0.5 }] }],
    });
    await debounced();
    await trainer().openings.at(-1)!.settle();
    race().setLearningRate(0, 0.25);
    expect(race().draft.lanes).toEqual([{ ...first, learningRate: 0.25 }]);
    trainer().say({ kind: "pace", step: 150, stepsPerSecond: 9 }, { kind: "phase", phase: "done" });
    race().setLearningRate(0, 0.125);
    expect(race().draft.lanes).toEqual([{ ...first, learningRate: 0.125 }]);
  });
});
