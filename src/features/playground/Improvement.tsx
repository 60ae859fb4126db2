import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Domain, ticks } from "../../charts/axis";
import { ScatterPlot } from "../../charts/ScatterPlot";
import type { Dot, ScatterAxis } from "../../charts/scatter";
import { TableTwin } from "../../charts/TableTwin";
import { Card } from "../../components/Card";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { DetailStep } from "../../race-view/DetailStep";
import { useLaneStyles } from "../../race-view/use-lane-styles";
import { useRace } from "../../race-view/use-race";
import { comparisonKey, comparisonOf } from "../../state/compare-results";
import type { ForgettingMeasure } from "../../state/forgetting";
import { useResults } from "../../state/results";
import { formerDots, improvementDots, lostText } from "./improvement-dots";
import { MeasurePicker, type MeasureProps } from "./MeasurePicker";
import type { Wording } from "./result-words";
import styles from "./results.module.css";
import { useEvaluatedRace } from "./use-evaluated-race";

/** Ends of the axes: few, so that the picture seldom jumps. */
const ends = { exact: [0.1, 0.25, 0.5, 1], loss: [0.5, 1, 2, 5, 10, 20, 50] } as const;

/** What each lane gained on the task against what it lost of earlier skills, on its way and at its end. */
export function Improvement({ measure, onMeasure }: MeasureProps) {
  const { t } = useTranslation(["results", "playground"]);
  const numbers = useNumbers();
  const words = useWords();
  const wording: Wording = useMemo(() => ({ t, numbers, words }), [t, numbers, words]);
  const laneStyles = useLaneStyles();
  const draft = useRace((race) => race.draft);
  const kept = useResults((results) => results.runs);
  const race = useEvaluatedRace();
  const live = useMemo(
    () => improvementDots(race, laneStyles, measure, wording),
    [race, laneStyles, measure, wording],
  );
  const dots = useMemo(() => {
    const key = comparisonKey(comparisonOf(draft));
    const like = kept.filter((run) => comparisonKey(comparisonOf(run)) === key && run.steps === draft.steps);
    return [...live, ...formerDots(like, race, measure, wording)];
  }, [live, kept, draft, race, measure, wording]);
  const reached = dots.flatMap((dot) => [dot, ...dot.trail]);
  return (
    <Card
      aside={<MeasurePicker measure={measure} onMeasure={onMeasure} />}
      className={styles.gain}
      title={t("gain.title")}
    >
      <p className="soft small">
        {t("gain.about")} · <DetailStep />
      </p>
      <ScatterPlot
        dots={dots}
        empty={race.info?.base.probes.length === 0 ? t("playground:forgot.none") : undefined}
        hint={t("gain.hint")}
        summary={summaryOf(live, measure, wording)}
        x={axisOf(
          reached.map(({ x }) => x),
          [1],
          t("gain.x"),
          numbers.score,
        )}
        y={axisOf(
          reached.map(({ y }) => y),
          ends[measure],
          t(measure === "exact" ? "gain.yExact" : "gain.yLoss"),
          (value) => (measure === "exact" ? numbers.score(value) : String(value)),
        )}
      />
      <TableTwin
        caption={t("gain.table")}
        columns={[t("table.run"), t("table.method"), t("gain.x"), t("gain.lost"), t("table.state")]}
        rows={dots.map((dot, i) => [
          i + 1,
          dot.name,
          numbers.score(dot.x),
          lostText(dot.y, measure, numbers),
          t(`gain.states.${dot.look}`),
        ])}
      />
    </Card>
  );
}

/** From zero, or below where a dot is, to the first of the `ends` that holds all dots. */
function axisOf(
  values: readonly number[],
  candidates: readonly number[],
  label: string,
  format: (value: number) => string,
): ScatterAxis {
  const most = Math.max(0, ...values);
  const high = candidates.find((end) => end >= most) ?? most * 1.1;
  const least = Math.min(0, ...values);
  const step = high / 10;
  const domain: Domain = [Math.floor(least / step - 1e-9) * step, high];
  return { label, domain, scale: "linear", ticks: ticks(domain, "linear", 4), format };
}

function summaryOf(live: readonly Dot[], measure: ForgettingMeasure, { t, numbers }: Wording): string {
  if (live.length === 0) return t("gain.nothing");
  const told = live.map(({ name, x, y }) =>
    y <= 0
      ? t("gain.oneKept", { name, gained: numbers.score(x) })
      : t("gain.one", { name, gained: numbers.score(x), lost: lostText(y, measure, numbers) }),
  );
  return t("gain.summary", { lanes: told.join(t("pareto.between")) });
}
