import { describe, expect, it } from "vitest";
import { bases } from "../../bases/index";
import { parseOptions } from "../../lib/options";
import { findMethod } from "../../methods/index";
import { chooseBase } from "../../state/draft";
import { defaultLane, defaultRace, usualRate } from "../../training/default-race";
import { findPair, hasRoom, numbersOf, onlyPair, traps, withoutTrap, withTrap } from "./traps";

const race = (...methods: string[]) => ({ ...defaultRace(), lanes: methods.map((id) => defaultLane(id)) });
const trapOf = (id: string) => traps.find((trap) => trap.id === id)!;

describe.each(traps)("trap $id", (trap) => {
  it("is allowed by the options of its method", () => {
    const method = findMethod(trap.method)!;
    expect(parseOptions(method.options, { ...trap.options })).toMatchObject(trap.options);
  });

  it("is put beside a sound twin that differs in nothing else, and taken out again", () => {
    const draft = race("full", trap.method);
    const tried = withTrap(draft, trap);
    const [, sound, trapped] = tried.lanes;
    expect(sound).toEqual(draft.lanes[1]);
    expect({ ...trapped?.options, ...trap.options }).toEqual({ ...sound?.options, ...trap.options });
    expect(trapped).not.toEqual(sound);
    expect(findPair(tried, trap)).toEqual({ trapped: 2, sound: 1 });
    expect(withoutTrap(tried, trap, false)).toEqual(draft);
  });

  it.each(bases.map(({ id }) => id))(
    "stays on when the base changes to %s, and lets go of a race it has alone",
    (id) => {
      const tried = withTrap(race(trap.method), trap);
      const moved = chooseBase(tried, id).draft;
      expect(findPair(moved, trap)).toEqual({ trapped: 1, sound: 0 });
      const alone = { ...moved, lanes: moved.lanes.slice(1) };
      expect(withoutTrap(alone, trap, false).lanes).toEqual([defaultLane(trap.method, id)]);
    },
  );

  it("brings its twin along where there is none", () => {
    const draft = race("bitfit");
    const tried = withTrap(draft, trap);
    expect(tried.lanes).toHaveLength(3);
    expect(tried.lanes[1]).toEqual(defaultLane(trap.method));
    expect(withoutTrap(tried, trap, true)).toEqual(draft);
  });
});

describe("traps", () => {
  it.each(bases.map(({ id }) => id))("of rates are far below the usual rate on %s", (base) => {
    for (const { method, rateOf } of traps) {
      if (rateOf) expect(3 * usualRate(rateOf, base)).toBeLessThan(usualRate(method, base));
    }
  });

  it("tell the number that is bad and the one of the twin", () => {
    const [large, slow] = [trapOf("large-adapter"), trapOf("rate-of-full")];
    expect(numbersOf(race("adapter"), large)).toEqual({ bad: 0.5, sound: 0.01 });
    const { bad, sound } = numbersOf(race("full"), slow);
    expect([bad, sound]).toEqual([
      defaultLane("full").learningRate,
      defaultLane("prompt-tuning").learningRate,
    ]);
    expect(numbersOf(race("lora"), trapOf("both-zero"))).toEqual({});
  });

  it("keep to six lanes", () => {
    const five = race("full", "lora", "head", "bitfit", "ia3");
    expect(hasRoom(five, trapOf("both-zero"))).toBe(true);
    expect(hasRoom(five, trapOf("zero-prefix"))).toBe(false);
    expect(onlyPair(five, trapOf("zero-prefix")).lanes).toHaveLength(2);
  });

  it("of one method share a twin, which stays while one of them is there", () => {
    const [long, slow] = [trapOf("long-vectors"), trapOf("rate-of-full")];
    const both = withTrap(withTrap(race("full"), long), slow);
    expect(both.lanes).toHaveLength(4);
    expect(withoutTrap(both, slow, true).lanes).toHaveLength(3);
    expect(findPair(withoutTrap(both, slow, true), long).sound).toBe(1);
  });

  it("never leave a race without a lane", () => {
    const pair = onlyPair(race("full"), trapOf("both-zero"));
    expect(withoutTrap(pair, trapOf("both-zero"), true).lanes).toEqual([defaultLane("lora")]);
  });
});
