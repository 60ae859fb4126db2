import { findBase } from "../../bases/index";
import { findMethod } from "../../methods/index";
import { sequencesPerExample } from "../../training/objectives/ids";
import { raceSchema } from "../../training/race-schema";
import type { LaneSpec, RaceSpec } from "../../training/race-spec";
import type { ExperimentKind } from "../kind";

/** Methods that are trained side by side on the same batches. */
export const raceKind: ExperimentKind<"race", RaceSpec> = {
  kind: "race",
  schema: raceSchema,
  needs: ({ base, from, task, taskOptions, lanes, batch }) => {
    const steps = lanes.map((lane) => ({
      sequences: batch * sequencesPerExample[lane.objective?.id ?? "cross-entropy"],
      inFront: positionsInFront(base, lane),
    }));
    return {
      base,
      from,
      task: { id: task, ...(taskOptions && { options: taskOptions }) },
      memory: { steps, trained: lanes.length },
    };
  },
};

function positionsInFront(baseId: string, { method, options }: LaneSpec): number {
  const base = findBase(baseId);
  return (base && findMethod(method)?.positionsInFront?.(base.config, options)) ?? 0;
}
