import type { GroupMeasure } from "../claims/run";
import type { LoadedTask } from "../tasks/task";
import type { LaneFindings } from "../training/examine";
import type { Race } from "../training/race";

/** Which group of questions a measure is the share right of. */
const groupOf = {
  newWording: "new-wording",
  onTrained: "trained",
  othersCalled: "others-called",
  othersInstructed: "others-instructed",
} as const;

/** What can be measured of the lane of a race beside its score, where its task has several kinds of questions. */
export async function measureGroups(
  race: Race,
  task: LoadedTask,
): Promise<Readonly<Partial<Record<GroupMeasure, number>>>> {
  const figures: Partial<Record<GroupMeasure, number>> = {};
  const ids = Object.values(groupOf);
  const scores = (await race.examine(0, { kind: "groups", ids })) as LaneFindings["groups"];
  for (const [measure, id] of Object.entries(groupOf) as readonly [keyof typeof groupOf, string][]) {
    const score = scores?.[id];
    if (score !== undefined) figures[measure] = score;
  }
  if (task.calledBy === undefined) return figures;
  const words = (await race.examine(0, { kind: "prompt-words" })) as LaneFindings["prompt-words"];
  if (words)
    figures.nearestIsOwn = words.words.some((word) => word.nearest[0]?.token === task.calledBy) ? 1 : 0;
  return figures;
}
