import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { type Domain, ticks } from "../../charts/axis";
import { ScatterPlot } from "../../charts/ScatterPlot";
import type { Dot } from "../../charts/scatter";
import { Card } from "../../components/Card";
import { Segmented } from "../../components/Segmented";
import { Switch } from "../../components/Switch";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { countParameters } from "../../model/parameters";
import { overSeeds, singly } from "../../state/compare-results";
import type { LaneResult } from "../../state/lane-result";
import { isOver, laneResult } from "../../state/record-results";
import { ComparisonPickers } from "./ComparisonPickers";
import { MethodLegend } from "./MethodLegend";
import { ParetoTable } from "./ParetoTable";
import { ResultsFoot } from "./ResultsFoot";
import { inPart, type NamedOutcome, resultDots } from "./result-dots";
import type { Wording } from "./result-words";
import styles from "./results.module.css";
import { useComparison } from "./use-comparison";
import { type EvaluatedRace, useEvaluatedRace } from "./use-evaluated-race";

/** Free room left and right of the dots on the log axis. */
const margin = 1.7;

/** Accuracy against trainable parameters: the lanes of the open race, and every lane that has finished. */
export function Pareto() {
  const { t } = useTranslation(["results", "playground"]);
  const numbers = useNumbers();
  const words = useWords();
  const wording: Wording = useMemo(() => ({ t, numbers, words }), [t, numbers, words]);
  const [isMean, setMean] = useState(false);
  const [part, setPart] = useState<"whole" | "top">("whole");
  const comparison = useComparison();
  const { shown, isCurrent, steps, runs } = comparison;
  const race = useEvaluatedRace();
  const isAlong = isCurrent && (steps === null || steps === race.info?.spec.steps);
  const live = useMemo(() => (isAlong ? runningLanes(race) : []), [race, isAlong]);
  const dots = useMemo(
    () => resultDots(isMean ? overSeeds(runs) : singly(runs), live, wording),
    [isMean, runs, live, wording],
  );
  const { every, all, front, range } = useMemo(() => inPart(dots, part), [dots, part]);
  const below = every.length - all.length;
  const methods = [...live, ...runs].map(({ lane }) => lane.method);
  const base = findBase(shown.base);
  const domain = costDomain(every, base ? countParameters(base.config) : 1e5);
  return (
    <Card
      aside={<Switch isSelected={isMean} label={t("pareto.mean")} onChange={setMean} />}
      className={styles.pareto}
      title={t("pareto.title")}
    >
      <p className="soft small">{t("pareto.about")}</p>
      <ComparisonPickers comparison={comparison}>
        <Segmented
          items={(["whole", "top"] as const).map((id) => ({ id, label: t(`pareto.${id}`) }))}
          label={t("pareto.part")}
          value={part}
          onChange={setPart}
        />
      </ComparisonPickers>
      <ScatterPlot
        dots={all}
        empty={every.length === 0 ? t("pareto.empty") : undefined}
        front={front}
        hint={below > 0 ? `${t("pareto.below", { count: below })} ${t("pareto.hint")}` : t("pareto.hint")}
        summary={summaryOf(dots.kept, dots.live.length, wording)}
        x={{
          label: t("pareto.x"),
          domain,
          scale: "log",
          ticks: ticks(domain, "log", 4),
          format: numbers.compact,
        }}
        y={{
          label: t("pareto.y"),
          domain: range,
          scale: "linear",
          ticks: part === "whole" ? [0, 0.25, 0.5, 0.75, 1] : ticks(range, "linear", 4),
          format: numbers.score,
        }}
      />
      <MethodLegend methods={[...new Set(methods)]} />
      <ResultsFoot runs={runs} shown={shown} />
      <ParetoTable outcomes={[...dots.kept, ...dots.live]} wording={wording} />
    </Card>
  );
}

/** What the lanes that have taken steps, and will take more, have come to. */
function runningLanes(race: EvaluatedRace): readonly LaneResult[] {
  return race.lanes.flatMap((_, lane) => {
    const result = isOver(race, lane) ? null : laneResult(race, lane);
    return result && result.step > 0 ? [result] : [];
  });
}

/** From below the smallest dot to above the largest and the whole base. */
function costDomain(dots: readonly Dot[], total: number): Domain {
  const costs = dots.map(({ x }) => x);
  return [Math.min(total / 100, ...costs) / margin, Math.max(total, ...costs) * margin];
}

/** How many runs there are, and which of them no other beats. */
function summaryOf(kept: readonly NamedOutcome[], running: number, { t, numbers }: Wording): string {
  const front = kept
    .filter(({ isOnFront }) => isOnFront)
    .map(({ name, dot }) =>
      t("pareto.frontRun", { name, score: numbers.score(dot.y), trained: numbers.count(dot.x) }),
    );
  return [
    t("pareto.summary", { count: kept.length, running }),
    ...(front.length > 0 ? [t("pareto.summaryFront", { runs: front.join(t("pareto.between")) })] : []),
  ].join(" ");
}
