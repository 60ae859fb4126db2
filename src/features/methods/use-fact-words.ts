import { useTranslation } from "react-i18next";
import { smallNumber } from "../../lib/small-number";
import type { MethodFacts } from "./method-facts";

/** Probed facts in words. */
export interface FactWords {
  mergeable(facts: MethodFacts): string;
  positions(facts: MethodFacts): string;
  noOp(facts: MethodFacts): string;
  /** Kinds of variables that get no gradient in the first step: "lora_A". */
  zeroGradient(facts: MethodFacts): string;
  backprop(facts: MethodFacts): string;
}

export function useFactWords(): FactWords {
  const { t } = useTranslation("map");
  const difference = (value: number) => ({ difference: smallNumber(value) });
  return {
    mergeable: ({ mergeable, mergeDifference }) => {
      if (!mergeable) return t("facts.stays");
      if (mergeDifference === null) return t("facts.mergesUnmeasured");
      return mergeDifference === 0
        ? t("facts.mergesExactly")
        : t("facts.merges", difference(mergeDifference));
    },
    positions: ({ extraPositions: { input, keys } }) => {
      const found = [
        ...(input > 0 ? [t("facts.input", { count: input })] : []),
        ...(keys > 0 ? [t("facts.keys", { count: keys })] : []),
      ];
      return found.length > 0 ? found.join(t("facts.comma")) : t("facts.noPositions");
    },
    noOp: ({ noOpAtStart, startDifference }) => {
      if (!noOpAtStart) return t("facts.differs", difference(startDifference));
      return startDifference === 0 ? t("facts.sameExactly") : t("facts.same", difference(startDifference));
    },
    zeroGradient: ({ zeroGradientAtStart: kinds }) =>
      kinds.length > 0 ? kinds.join(t("facts.comma")) : t("facts.noneZero"),
    backprop: ({ backpropToInput }) => t(backpropToInput ? "facts.whole" : "facts.short"),
  };
}
