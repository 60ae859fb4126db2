import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SweepChart } from "../../charts/SweepChart";
import type { SweptCurve } from "../../charts/swept-curve";
import { TableTwin } from "../../charts/TableTwin";
import { methodAppearance, strokeDash } from "../../components/method-appearance";
import { Picker } from "../../components/Picker";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { useRace } from "../../race-view/use-race";
import { type Sweep, sweptLosses, sweptTasks } from "../../state/sweeps";
import { MethodLegend } from "./MethodLegend";
import styles from "./results.module.css";
import { useSweeps } from "./use-sweeps";

/** Why one rate for all is unfair: the loss of each method of the race over the rates that were tried. */
export function RateSweep({ rate }: { readonly rate: number }) {
  const { t } = useTranslation("results");
  const base = useRace((race) => race.draft.base);
  const sweeps = useSweeps();
  if (sweeps === "loading") return <p className={`${styles.sweep} soft`}>{t("rates.loading")}</p>;
  const sweep = sweeps === "failed" ? undefined : (sweeps.find((one) => one.base === base) ?? sweeps[0]);
  if (!sweep) return <p className="soft">{t("rates.failed")}</p>;
  return <SweepFigure rate={rate} sweep={sweep} />;
}

function SweepFigure({ rate, sweep }: { readonly rate: number; readonly sweep: Sweep }) {
  const { t } = useTranslation("results");
  const numbers = useNumbers();
  const words = useWords();
  const draft = useRace((race) => race.draft);
  const tasks = sweptTasks(sweep);
  const [asked, ask] = useState<string>(draft.task);
  const task = tasks.includes(asked) ? asked : (tasks[0] ?? "");
  const methods = [...new Set(draft.lanes.map(({ method }) => method))];
  const found = methods.map((method) => ({ method, losses: sweptLosses(sweep, method, task) }));
  const swept = found.filter(({ losses }) => losses.length > 0);
  const unswept = found
    .filter(({ losses }) => losses.length === 0)
    .map(({ method }) => words.method(method).short)
    .join(t("pareto.between"));
  const curves = swept.map(({ method, losses }): SweptCurve => {
    const look = methodAppearance(method);
    const { color, marker } = look;
    const name = words.method(method).short;
    const best = sweep.best[method];
    return { name, color, marker, dash: strokeDash(look), losses, best };
  });
  const rates = [...new Set(curves.flatMap(({ losses }) => losses.map((one) => one.rate)))].sort(
    (a, b) => a - b,
  );
  const summary = t("rates.summary", {
    task: words.task(task).name,
    methods: curves
      .map(({ name, best }) => t("rates.best", { name, rate: best ?? "–" }))
      .join(t("pareto.between")),
    rate,
  });
  return (
    <div className={styles.sweep}>
      <p className="soft small">
        {sweep.base !== draft.base && `${t("rates.elsewhere", { base: words.base(draft.base).name })} `}
        {t("rates.about", { steps: sweep.steps, base: words.base(sweep.base).name })}
        {unswept.length > 0 &&
          ` ${t("rates.borrowed", { base: words.base(sweep.base).name, names: unswept })}`}
      </p>
      {tasks.length > 1 && (
        <div className={styles.comparison}>
          <Picker
            items={tasks.map((id) => ({ id, label: words.task(id).name }))}
            label={t("rates.task")}
            value={task}
            onChange={ask}
          />
        </div>
      )}
      {curves.length === 0 ? (
        <p>{t("rates.none")}</p>
      ) : (
        <>
          <SweepChart
            curves={curves}
            rate={rate}
            summary={summary}
            xLabel={t("rates.x")}
            yLabel={t("rates.y")}
          />
          <MethodLegend methods={swept.map(({ method }) => method)} />
          <TableTwin
            caption={t("rates.table")}
            columns={[t("rates.x"), ...curves.map(({ name }) => name)]}
            rows={rates.map((tried) => [
              String(tried),
              ...curves.map(({ losses, best }) => {
                const loss = losses.find((one) => one.rate === tried)?.loss;
                const text = loss === undefined ? "–" : numbers.loss(loss);
                return tried === best ? <b key={tried}>{text}</b> : text;
              }),
            ])}
          />
        </>
      )}
    </div>
  );
}
