import { useTranslation } from "react-i18next";
import { useNumbers } from "../../i18n/numbers";
import { findMethod } from "../../methods/index";
import type { LaneChange } from "./lane-change";
import { isTouched, realValues, relativeNorm, topShare } from "./spectrum";

/** A lane whose rank lets no more directions through than it says. */
export interface RankCut {
  readonly name: string;
  readonly rank: number;
}

/** The first lane that was held to its own rank, as was measured: not every method with a rank is, nor does every rank hold back. */
export function cutOf(changes: readonly LaneChange[]): RankCut | null {
  for (const { laneStyle, change } of changes) {
    const { rank } = laneStyle.spec.options;
    if (typeof rank !== "number" || rank >= Math.min(change.rows, change.columns)) continue;
    if (isTouched(change) && realValues(change).length <= rank) return { name: laneStyle.name, rank };
  }
  return null;
}

/** What the singular values show, in a sentence. */
export function useChangeSentence(changes: readonly LaneChange[], cut: RankCut | null): string {
  const { t } = useTranslation("inspect");
  const numbers = useNumbers();
  const touched = changes.filter(({ change }) => isTouched(change));
  const free = touched.find(({ laneStyle }) => findMethod(laneStyle.spec.method)?.family === "full");
  if (touched.length === 0) return t("weight.nothing");
  if (!free) return t("weight.noFull");
  const said = {
    name: free.laneStyle.name,
    norm: numbers.share(relativeNorm(free.change)),
    all: realValues(free.change).length,
  };
  if (!cut) return t("weight.fullAlone", { ...said, share: numbers.share(topShare(free.change, 1)) });
  return t("weight.fullBeside", {
    ...said,
    cut: cut.name,
    count: cut.rank,
    share: numbers.share(topShare(free.change, cut.rank)),
  });
}
