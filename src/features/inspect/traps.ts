import type { AnyOptions } from "../../lib/options";
import { defaultLane, usualRate } from "../../training/default-race";
import { type LaneSpec, limits, type RaceSpec, withRate } from "../../training/race-spec";

/** A known way to go wrong: a method with one thing set badly. */
export interface Trap {
  readonly id: "both-zero" | "zero-prefix" | "large-adapter" | "long-vectors" | "rate-of-full";
  readonly method: string;
  readonly options: AnyOptions;
  /** Takes the usual rate of this method. */
  readonly rateOf?: string;
}

export const traps: readonly Trap[] = [
  { id: "both-zero", method: "lora", options: { init: "both-zero" } },
  { id: "zero-prefix", method: "prefix-tuning", options: { init: "zero" } },
  { id: "large-adapter", method: "adapter", options: { initStd: 0.5 } },
  { id: "long-vectors", method: "prompt-tuning", options: { init: "random", initStd: 5 } },
  { id: "rate-of-full", method: "prompt-tuning", options: {}, rateOf: "full" },
];

/** The lane that is in a trap and the sound one beside it, by their places in the race; −1: not there. */
export interface TrapPair {
  readonly trapped: number;
  readonly sound: number;
}

export function findPair({ base, lanes }: RaceSpec, trap: Trap): TrapPair {
  return {
    trapped: lanes.findIndex((lane) => isIn(lane, trap, base)),
    sound: lanes.findIndex(
      (lane) => lane.method === trap.method && !traps.some((other) => isIn(lane, other, base)),
    ),
  };
}

/** How many lanes a trap would add: itself, and its sound twin where there is none. */
export function lanesNeeded(draft: RaceSpec, trap: Trap): number {
  return findPair(draft, trap).sound < 0 ? 2 : 1;
}

export function hasRoom(draft: RaceSpec, trap: Trap): boolean {
  return draft.lanes.length + lanesNeeded(draft, trap) <= limits.lanes.max;
}

/** The race with the trap right after its sound twin, and with the twin where it was missing. */
export function withTrap(draft: RaceSpec, trap: Trap): RaceSpec {
  const { sound } = findPair(draft, trap);
  const twin = twinOf(draft, trap);
  const at = sound < 0 ? draft.lanes.length : sound;
  const lanes = [
    ...draft.lanes.slice(0, at),
    twin,
    trapped(twin, trap, draft.base),
    ...draft.lanes.slice(at + 1),
  ];
  return { ...draft, lanes };
}

/**
 * The race without the trap; and without its twin, unless another trap or an otherwise empty race needs it. A trap
 * that had the race to itself gives its place to its twin.
 */
export function withoutTrap(draft: RaceSpec, trap: Trap, andTwin: boolean): RaceSpec {
  const { trapped: out, sound } = findPair(draft, trap);
  const isNeeded = traps.some(
    (other) => other.id !== trap.id && other.method === trap.method && findPair(draft, other).trapped >= 0,
  );
  const takesTwin = andTwin && !isNeeded && draft.lanes.length > 2;
  const lanes = draft.lanes.filter((_, i) => i !== out && !(takesTwin && i === sound));
  return { ...draft, lanes: lanes.length > 0 ? lanes : [twinOf(draft, trap)] };
}

/** A race of the two alone. */
export function onlyPair(draft: RaceSpec, trap: Trap): RaceSpec {
  const twin = twinOf(draft, trap);
  return { ...draft, lanes: [twin, trapped(twin, trap, draft.base)] };
}

/** The number that a trap sets badly, and the one its twin has; undefined where it is not a number. */
export function numbersOf(draft: RaceSpec, trap: Trap): { readonly bad?: number; readonly sound?: number } {
  const twin = twinOf(draft, trap);
  const bad = trapped(twin, trap, draft.base);
  if (trap.rateOf) return { bad: bad.learningRate, sound: twin.learningRate };
  const name = Object.keys(trap.options).find((option) => typeof trap.options[option] === "number") ?? "";
  const [set, usual] = [bad.options[name], twin.options[name]];
  return typeof set === "number" && typeof usual === "number" ? { bad: set, sound: usual } : {};
}

/** The sound lane of the race, or the one that would be put there. */
function twinOf(draft: RaceSpec, trap: Trap): LaneSpec {
  return draft.lanes[findPair(draft, trap).sound] ?? defaultLane(trap.method, draft.base);
}

function trapped(twin: LaneSpec, trap: Trap, base: string): LaneSpec {
  const rate = trap.rateOf ? usualRate(trap.rateOf, base) : twin.learningRate;
  return { ...withRate(twin, 0, rate), options: { ...twin.options, ...trap.options } };
}

function isIn(lane: LaneSpec, trap: Trap, base: string): boolean {
  return (
    lane.method === trap.method &&
    Object.entries(trap.options).every(([name, value]) => lane.options[name] === value) &&
    (trap.rateOf === undefined || lane.learningRate === usualRate(trap.rateOf, base))
  );
}
