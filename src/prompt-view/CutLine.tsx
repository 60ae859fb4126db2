import { Fragment } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { useTranslation } from "react-i18next";
import styles from "./CutLine.module.css";
import { endsOf, stepTexts } from "./split-pieces";
import { TokenLine } from "./TokenLine";

export interface CutLineProps {
  readonly question: string;
  /** After how many steps it is cut. */
  readonly cuts: readonly number[];
  readonly isDisabled: boolean;
  readonly onChange: (cuts: readonly number[]) => void;
}

/** A chain with a button between every two steps, which cuts it there. */
export function CutLine({ question, cuts, isDisabled, onChange }: CutLineProps) {
  const { t } = useTranslation("prompt");
  const { start } = endsOf(question);
  return (
    <fieldset aria-label={t("bench.split.cuts")} className={styles.line}>
      <TokenLine tokens={["chain", start]} />
      {stepTexts(question).map((step, i) => (
        <Fragment key={step}>
          {i > 0 && (
            <ToggleButton
              aria-label={t("bench.split.cut", { count: i })}
              className={styles.gap ?? ""}
              isDisabled={isDisabled}
              isSelected={cuts.includes(i)}
              onChange={(isCut) => onChange(isCut ? [...cuts, i] : cuts.filter((cut) => cut !== i))}
            >
              ✂
            </ToggleButton>
          )}
          <TokenLine tokens={step.split(" ")} />
        </Fragment>
      ))}
    </fieldset>
  );
}
