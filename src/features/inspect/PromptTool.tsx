import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { useWords } from "../../i18n/words";
import { failureText } from "../../race-view/failure-text";
import { laneParts } from "../../race-view/lane-count";
import { useLaneStyles } from "../../race-view/use-lane-styles";
import { useRace } from "../../race-view/use-race";
import styles from "./inspect.module.css";
import { PromptLane } from "./PromptLane";
import { StoppedNote } from "./StoppedNote";
import type { ToolProps } from "./tool-props";
import { useInspections } from "./use-inspections";
import { useStops } from "./use-stops";

/** The vectors in front of the input, as a method that has them names them. */
const vectorsName = "prompt.vectors";

/** Says which words the vectors of soft prompts are near to, and whether that means anything. */
export function PromptTool({ watched }: ToolProps) {
  const { t } = useTranslation("inspect");
  const { t: failureWords } = useTranslation(["playground", "app"]);
  const words = useWords();
  const laneStyles = useLaneStyles();
  const stops = useStops();
  const base = useRace((race) => findBase(race.draft.base));
  const lanes = laneStyles.flatMap(({ spec }, lane) =>
    base && laneParts(spec, base.config).some(({ name }) => name === vectorsName) ? [lane] : [],
  );
  const found = useInspections(lanes, { kind: "prompt-words" }, watched);
  if (lanes.length === 0) return <p className={`${styles.empty} soft`}>{t("prompt.nobody")}</p>;
  return (
    <>
      <p className={styles.about}>{t("prompt.about")}</p>
      <div className={styles.promptLanes}>
        {lanes.map((lane) => {
          const [laneStyle, answer, stoppedAt] = [laneStyles[lane], found?.of.get(lane), stops[lane] ?? null];
          if (laneStyle && stoppedAt !== null)
            return <StoppedNote key={laneStyle.key} name={laneStyle.name} step={stoppedAt} />;
          if (!laneStyle || !answer) return null;
          if (!answer.ok)
            return (
              <p key={laneStyle.key} className="wrong-answer">
                {failureText(answer.failure, failureWords, words)}
              </p>
            );
          return (
            answer.value && <PromptLane key={laneStyle.key} laneStyle={laneStyle} prompt={answer.value} />
          );
        })}
      </div>
    </>
  );
}
