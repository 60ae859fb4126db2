import { useState } from "react";
import type { LaneStyle } from "../../race-view/use-lane-styles";

/** Which lane writes (−1: the base), how strongly, and how to change both. */
export interface WriterLane {
  readonly lane: number;
  readonly strength: number;
  choose(lane: number): void;
  setStrength(strength: number): void;
}

interface Held {
  /** The methods of the lanes that the numbers below are of. */
  readonly methods: string;
  readonly lane: number;
  readonly strengths: Readonly<Record<number, number>>;
}

/** The lane that writes: the last one at first, and again when the lanes are of other methods. Each keeps its strength. */
export function useWriterLane(laneStyles: readonly LaneStyle[]): WriterLane {
  const methods = laneStyles.map(({ spec }) => spec.method).join();
  const fresh: Held = { methods, lane: laneStyles.length - 1, strengths: {} };
  const [held, hold] = useState(fresh);
  const now = held.methods === methods ? held : fresh;
  const { lane, strengths } = now;
  return {
    lane,
    strength: strengths[lane] ?? 1,
    choose: (next) => hold({ ...now, lane: next }),
    setStrength: (strength) => hold({ ...now, strengths: { ...strengths, [lane]: strength } }),
  };
}
