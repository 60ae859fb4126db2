import { useState } from "react";
import type { LaneLook } from "../../race-view/use-lanes";

/** Which lane writes (−1: the base), how strongly, and how to change both. */
export interface Pen {
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

/** Who holds the pen: the last lane at first, and again when the lanes are of other methods. Each keeps its strength. */
export function usePen(looks: readonly LaneLook[]): Pen {
  const methods = looks.map(({ spec }) => spec.method).join();
  const fresh: Held = { methods, lane: looks.length - 1, strengths: {} };
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
