import { useTranslation } from "react-i18next";
import type { RaceFigures } from "../../claims/figures";
import { useNumbers } from "../../i18n/numbers";
import type { RaceSpec } from "../../training/race-spec";
import { seedCount, useMeasuredText } from "./measured-text";
import styles from "./plain-lesson.module.css";
import { recordedLane } from "./race-of";
import { useStep } from "./step-context";
import { useLooks } from "./use-lesson-lanes";

const width = 560;
const height = 220;
const left = 54;
/** Still readable where a phone draws the picture at two thirds of its size. */
const letters = 15;
const bottom = 24;
const top = 10;

/** The recorded curves of a race as a still picture, with the figures beneath. */
export function RecordedPicture({ spec }: { readonly spec: RaceSpec }) {
  const { t } = useTranslation("lessons");
  const numbers = useNumbers();
  const text = useMeasuredText();
  const { figures } = useStep();
  const laneStyles = useLooks(spec);
  const lanes = laneStyles.map((laneStyle, lane) => ({
    laneStyle,
    recorded: recordedLane(spec, lane, figures),
  }));
  const losses = lanes.flatMap(({ recorded }) => recorded?.curve.map(({ heldOutLoss }) => heldOutLoss) ?? []);
  const finite = losses.filter((loss) => Number.isFinite(loss) && loss > 0);
  if (finite.length === 0) return null;
  const [lowest, highest] = [Math.min(...finite), Math.max(...finite)];
  const yOf = (loss: number): number =>
    top + ((height - top - bottom) * Math.log(highest / loss)) / Math.log(highest / lowest || 2);
  const xOf = (step: number): number => left + ((width - left - 10) * step) / spec.steps;
  return (
    <figure className={styles.recordedPicture}>
      <svg aria-label={t("plain.picture")} role="img" viewBox={`0 0 ${width} ${height}`}>
        <path
          d={`M${left} ${top}V${height - bottom}H${width - 10}`}
          fill="none"
          stroke="var(--edge, currentColor)"
        />
        {[highest, lowest].map((loss) => (
          <text
            key={loss}
            fill="currentColor"
            fontSize={letters}
            textAnchor="end"
            x={left - 6}
            y={yOf(loss) + 4}
          >
            {numbers.loss(loss)}
          </text>
        ))}
        <text fill="currentColor" fontSize={letters} textAnchor="end" x={width - 10} y={height - 6}>
          {t("plain.steps", { steps: spec.steps })}
        </text>
        {lanes.map(({ laneStyle, recorded }) => (
          <path
            key={laneStyle.key}
            d={pathOf(recorded, xOf, yOf)}
            fill="none"
            stroke={laneStyle.color}
            strokeDasharray={laneStyle.dash ?? "none"}
            strokeWidth={2.4}
          />
        ))}
      </svg>
      <figcaption>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("lanes.method")}</th>
              <th scope="col">{t("lanes.trained")}</th>
              <th scope="col">{t("plain.loss")}</th>
              <th scope="col">
                {t("lanes.recorded", { seeds: seedCount(lanes.map(({ recorded }) => recorded)) })}
              </th>
            </tr>
          </thead>
          <tbody>
            {lanes.map(({ laneStyle, recorded }) => (
              <tr key={laneStyle.key}>
                <th scope="row" style={{ color: laneStyle.color }}>
                  {laneStyle.name}
                </th>
                <td>{text(recorded?.measures.trained, "trained")}</td>
                <td>{text(recorded?.measures.heldOutLoss, "heldOutLoss")}</td>
                <td>{text(recorded?.measures.score, "score")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
}

function pathOf(
  recorded: RaceFigures | undefined,
  xOf: (step: number) => number,
  yOf: (loss: number) => number,
): string {
  const points = (recorded?.curve ?? []).filter(
    ({ heldOutLoss }) => Number.isFinite(heldOutLoss) && heldOutLoss > 0,
  );
  return points
    .map(
      ({ step, heldOutLoss }, i) =>
        `${i === 0 ? "M" : "L"}${xOf(step).toFixed(1)} ${yOf(heldOutLoss).toFixed(1)}`,
    )
    .join("");
}
