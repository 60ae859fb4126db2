import type { TFunction } from "i18next";
import type { BaseWeights } from "../training/race-spec";

/** How far a base was pretrained, in words: "after 1,500 steps of pretraining". */
export function weightsText(from: BaseWeights, t: TFunction<"prompt">): string {
  if (from === "pretrained" || from === "untrained") return t(`variant.weights.${from}`);
  return t("variant.weights.snapshot", { count: from.step });
}
