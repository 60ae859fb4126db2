import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../i18n/numbers";
import styles from "./lesson-figure.module.css";
import { trainedOf } from "./measured-live";
import { seedCount, useMeasuredText } from "./measured-text";
import type { LessonLane } from "./use-lesson-lanes";

export interface LanesPaneProps {
  readonly lanes: readonly LessonLane[];
  /** Of the race here. */
  readonly seed: number;
  /** The recorded scores are the answer to a guess still to be made. */
  readonly hidesRecorded: boolean;
}

/** Each lane with what it trains, its score here and now, and the recorded one over the seeds. */
export function LanesPane({ lanes, seed, hidesRecorded }: LanesPaneProps) {
  const { t } = useTranslation("lessons");
  const numbers = useNumbers();
  const text = useMeasuredText();
  // All lanes are asked the same questions: at the end all that are held out, as for the recorded figures.
  const asked = lanes[0]?.run?.series.evaluations.findLast(({ step }) => step > 0)?.of;
  return (
    <table className={styles.lanes}>
      <thead>
        <tr>
          <th scope="col">{t("lanes.method")}</th>
          <th scope="col">{t("lanes.trained")}</th>
          <th scope="col">
            {asked === undefined ? t("lanes.score") : t("lanes.scoreOf", { count: asked, seed })}
          </th>
          <th scope="col">
            {t("lanes.recorded", { seeds: seedCount(lanes.map(({ recorded }) => recorded)) })}
          </th>
        </tr>
      </thead>
      <tbody>
        {lanes.map(({ laneStyle, run, recorded }) => {
          const trained = run?.state ? trainedOf(run.state) : recorded?.measures.trained.mean;
          // Before the first step the score is the base's, and no result of the lane.
          const score = run?.series.evaluations.findLast(({ step }) => step > 0)?.score;
          return (
            <tr key={laneStyle.key} style={{ "--lane": laneStyle.color } as CSSProperties}>
              <th scope="row">
                <svg aria-hidden className={styles.laneDash} height={8} viewBox="0 0 16 8" width={16}>
                  <path d="M0 4H16" stroke="currentColor" strokeDasharray={laneStyle.dash} strokeWidth={3} />
                </svg>
                {laneStyle.name}
              </th>
              <td>{trained === undefined ? "–" : numbers.count(trained)}</td>
              <td>{score === undefined || Number.isNaN(score) ? "–" : numbers.score(score)}</td>
              <td>{hidesRecorded ? "?" : text(recorded?.measures.score, "score")}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
