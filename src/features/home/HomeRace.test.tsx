// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startAllWords } from "../../i18n/test-words";
import { TestRace } from "../../race-view/test-race";
import { defaultRace } from "../../training/default-race";
import { HomeRace } from "./HomeRace";
import type { LiveStatus } from "./live-race";
import type { RecordedRun } from "./recorded-run";
import type { Replay } from "./replay";

const shown = vi.hoisted(() => ({ live: "opening", step: 0, over: false }));
vi.mock("./live-race", () => ({ useLiveRace: () => shown.live }));
vi.mock("./replay", () => ({
  useReplay: (steps: number, _still: boolean, over: boolean): Replay => {
    shown.over = over;
    return { step: over ? steps : shown.step, moving: !over, toggle: () => {} };
  },
}));
vi.mock("../../charts/LossChart", () => ({ LossChart: () => null }));

const race = defaultRace();
const spec = { ...race, lanes: race.lanes.slice(0, 2), steps: 20 };
const lane = (...losses: number[]) => ({
  trained: 10,
  kept: 10,
  steps: [],
  loss: [],
  evaluations: losses.map((heldOutLoss, i) => ({ step: i * 10, heldOutLoss, score: 0.5 })),
});
/** The second lane is ahead at step 10; part of the way to step 20 the line of the first lies below it. */
const run: RecordedRun = {
  spec,
  made: { command: "npm run experiment", date: "2026-11-23", backend: { name: "wasm", fused: true } },
  total: 4321,
  lanes: [lane(4, 3, 0), lane(4, 2, 2)],
};

beforeAll(() => startAllWords("en"));
beforeEach(() => Object.assign(shown, { live: "opening", step: 0, over: false }));
afterEach(cleanup);

const summary = () => screen.getByText(/^Step/).textContent;

describe("a recording", () => {
  it("has a leader that was measured, while the lines go on", () => {
    for (const step of [10, 10.4, 10.6, 16, 19.7]) {
      shown.step = step;
      render(<HomeRace run={run} spec={spec} />, { wrapper: TestRace });
      expect(summary()).toMatch(new RegExp(`^Step ${Math.floor(step)} of 20: adapter is ahead`));
      cleanup();
    }
  });

  it("names nobody before the first evaluation", () => {
    shown.step = 9.7;
    render(<HomeRace run={run} spec={spec} />, { wrapper: TestRace });
    expect(summary()).toBe("Step 9 of 20: all methods start from the same base of 4,321 parameters.");
    expect(screen.getByRole("button", { name: "Pause" })).toBeTruthy();
  });

  it("stands still where the only button is one for the live race", () => {
    shown.live = "ready";
    render(<HomeRace run={run} spec={spec} />, { wrapper: TestRace });
    expect(screen.getByRole("button", { name: "Play" })).toBeTruthy();
    expect(shown.over).toBe(true);
  });
});

describe("without a recording", () => {
  it.each<[LiveStatus, RegExp]>([
    ["opening", /can start as soon as the engine is ready/],
    ["failed", /does not run here either/],
    ["elsewhere", /A race of your own is open/],
    ["ready", /is ready: press Play/],
  ])("nothing is said of one while the live race is %s", (live, note) => {
    shown.live = live;
    const { container } = render(<HomeRace run={null} spec={spec} />, { wrapper: TestRace });
    expect(summary()).toBe("Step 0 of 20: all methods start from the same base.");
    expect(screen.getByText(note)).toBeTruthy();
    expect(screen.queryByText(/^(live|recorded)/)).toBeNull();
    expect(container.textContent).not.toMatch(/recording|Run again|\b0 parameters/);
    const button = screen.getByRole<HTMLButtonElement>("button", { name: "Play" });
    expect(button.disabled).toBe(live !== "ready");
  });
});
