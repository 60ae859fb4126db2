import type { ForgettingMeasure } from "../state/forgetting";
import type { ProbeResult } from "../worker/api";

/** A skill that a base had before, as it was then and as each lane has it now; undefined where it was not looked at. */
export interface SkillRow {
  readonly id: string;
  readonly before: number;
  readonly now: readonly (number | undefined)[];
}

/** Every skill of a base with what is left of it in each lane. */
export function skillRows(
  base: readonly ProbeResult[],
  lanes: readonly (readonly ProbeResult[] | undefined)[],
  measure: ForgettingMeasure,
): readonly SkillRow[] {
  return base.map(({ id, [measure]: before }) => ({
    id,
    before,
    now: lanes.map((probes) => probes?.find((probe) => probe.id === id)?.[measure]),
  }));
}
