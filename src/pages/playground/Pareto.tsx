import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { type Domain, ticks } from "../../charts/axis";
import { ScatterPlot } from "../../charts/ScatterPlot";
import type { Dot } from "../../charts/scatter";
import { Card } from "../../components/Card";
import { Switch } from "../../components/Switch";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { countParameters } from "../../model/config";
import { overSeeds, singly } from "../../state/compare-results";
import type { Race } from "../../state/race-shape";
import { isOver, laneResult } from "../../state/record-results";
import { ComparisonPickers } from "./ComparisonPickers";
import { MethodLegend } from "./MethodLegend";
import { ParetoTable } from "./ParetoTable";
import { ResultsFoot } from "./ResultsFoot";
import { type NamedOutcome, resultDots } from "./result-dots";
import type { Tongue } from "./result-words";
import { useCalmRace } from "./use-calm-race";
import { useComparison } from "./use-comparison";
import "./results.css";

const redrawMs = 500;
/** Free room left and right of the dots on the log axis. */
const margin = 1.7;

/** Score against trained numbers: the lanes of the open race on their way, and every lane that has come to its end. */
export function Pareto() {
  const { t } = useTranslation(["results", "playground"]);
  const numbers = useNumbers();
  const words = useWords();
  const tongue: Tongue = useMemo(() => ({ t, numbers, words }), [t, numbers, words]);
  const [isMean, setMean] = useState(false);
  const comparison = useComparison();
  const { shown, isCurrent, steps, runs } = comparison;
  const [info, lanes, phase] = useCalmRace(selectRace, redrawMs);
  const live = useMemo(
    () =>
      lanes.flatMap((_, lane) => {
        const progress = { info, lanes, phase };
        return isOver(progress, lane) ? [] : (laneResult(progress, lane) ?? []);
      }),
    [info, lanes, phase],
  );
  const dots = resultDots(
    isMean ? overSeeds(runs) : singly(runs),
    isCurrent && (steps === null || steps === info?.spec.steps) ? live : [],
    tongue,
  );
  const front = dots.kept.filter(({ isOnFront }) => isOnFront);
  const others = dots.kept.filter(({ isOnFront }) => !isOnFront);
  const all = [...dots.live, ...front.map(({ dot }) => dot), ...others.map(({ dot }) => dot)];
  const methods = [...live, ...runs].map(({ lane }) => lane.method);
  const base = findBase(shown.base);
  const domain = costDomain(all, base ? countParameters(base.config) : 1e5);
  return (
    <Card
      aside={<Switch isSelected={isMean} label={t("pareto.mean")} onChange={setMean} />}
      className="pareto"
      title={t("pareto.title")}
    >
      <p className="soft small">{t("pareto.about")}</p>
      <ComparisonPickers comparison={comparison} />
      <ScatterPlot
        dots={all}
        front={front.map(({ dot }) => dot).sort((a, b) => a.x - b.x)}
        hint={t("pareto.hint")}
        summary={summaryOf(dots.kept, dots.live.length, tongue)}
        x={{
          label: t("pareto.x"),
          domain,
          scale: "log",
          ticks: ticks(domain, "log", 4),
          format: numbers.count,
        }}
        y={{
          label: t("pareto.y"),
          domain: [0, 1],
          scale: "linear",
          ticks: [0, 0.25, 0.5, 0.75, 1],
          format: numbers.score,
        }}
      >
        {all.length === 0 && <p className="scatter-empty">{t("pareto.empty")}</p>}
      </ScatterPlot>
      <MethodLegend methods={[...new Set(methods)]} />
      <ResultsFoot runs={runs} shown={shown} />
      <ParetoTable outcomes={dots.kept} tongue={tongue} />
    </Card>
  );
}

/** From below the smallest dot to above the largest and the whole base. */
function costDomain(dots: readonly Dot[], total: number): Domain {
  const costs = dots.map(({ x }) => x);
  return [Math.min(total / 100, ...costs) / margin, Math.max(total, ...costs) * margin];
}

/** How many runs there are, and which of them no other beats. */
function summaryOf(kept: readonly NamedOutcome[], running: number, { t, numbers }: Tongue): string {
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

function selectRace({ info, lanes, phase }: Race) {
  return [info, lanes, phase] as const;
}
