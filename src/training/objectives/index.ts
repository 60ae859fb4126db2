import type { OptionSpecs } from "../../lib/options";
import { crossEntropy } from "./cross-entropy";
import type { ObjectiveKind } from "./objective";

const list = [crossEntropy] as const;

export type ObjectiveId = (typeof list)[number]["id"];

/** The list, for code that treats all objectives alike. */
export const objectives: readonly ObjectiveKind<OptionSpecs, ObjectiveId>[] = list;

/** The objective with this id, or undefined. */
export function findObjective(id: string): ObjectiveKind<OptionSpecs, ObjectiveId> | undefined {
  return objectives.find((kind) => kind.id === id);
}
