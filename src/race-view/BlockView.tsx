import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BlockDiagram } from "../diagrams/BlockDiagram";
import { useNumbers } from "../i18n/numbers";
import { useWords } from "../i18n/words";
import type { ModelConfig } from "../model/config";
import styles from "./BlockView.module.css";
import { useLaneParts } from "./use-lane-parts";
import type { LaneStyle } from "./use-lane-styles";

export interface BlockViewProps {
  readonly laneStyle: Pick<LaneStyle, "color" | "spec">;
  /** The base with the head the lane has. */
  readonly config: ModelConfig;
  /** The block that is drawn, from 0; default the first. */
  readonly layer?: number;
  /** Lower, and without room for longer formulas. */
  readonly isCompact?: boolean;
  /** Insights the formula: a legend. */
  readonly children?: ReactNode;
}

/** One block of the model with what a lane trains in it, the idea of its method, and how much that is. */
export function BlockView({ laneStyle, config, layer = 0, isCompact = false, children }: BlockViewProps) {
  const { t } = useTranslation("playground");
  const words = useWords();
  const numbers = useNumbers();
  const { parts, count } = useLaneParts(laneStyle.spec, config);
  return (
    <BlockDiagram color={laneStyle.color} config={config} isLow={isCompact} layer={layer} parts={parts}>
      <p className={isCompact ? "soft small" : styles.sentence}>
        {words.method(laneStyle.spec.method).sentence}
      </p>
      <p className={isCompact ? "mono small" : styles.formula}>
        {count.numbers} = <b>{numbers.count(count.trained)}</b> {t("diagram.trainedNumbers")}
        {count.kept !== count.trained && t("diagram.keptNumbers", { value: numbers.count(count.kept) })}
      </p>
      {children}
    </BlockDiagram>
  );
}
