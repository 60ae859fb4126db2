import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { StepChart } from "../charts/StepChart";
import { TableTwin } from "../charts/TableTwin";
import { Button } from "../components/Button";
import { Segmented } from "../components/Segmented";
import styles from "./PolicyCurves.module.css";
import { isTrained, type PolicyLane, type PolicyMeasure, policyMeasures } from "./policy-lanes";

export interface PolicyCurvesProps {
  readonly lanes: readonly PolicyLane[];
  readonly steps: number;
  /** There is a simulated reader who can say what it really likes. */
  readonly hasGold: boolean;
  /** The learner has asked for what the reader really likes. */
  readonly isRevealed: boolean;
  readonly onReveal: () => void;
}

/** Reward, gold, KL and variety over the steps, one at a time. Gold is shown only when it is asked for. */
export function PolicyCurves({ lanes, steps, hasGold, isRevealed, onReveal }: PolicyCurvesProps) {
  const { t } = useTranslation("preferences");
  const [measure, setMeasure] = useState<PolicyMeasure>("reward");
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed is gone: the focus goes on to the curve that it has shown.
    if (isRevealed) head.current?.querySelector<HTMLElement>("[aria-checked=true]")?.focus();
  }, [isRevealed]);
  const offered = policyMeasures.filter((one) => one !== "gold" || (hasGold && isRevealed));
  const shown = offered.includes(measure) ? measure : "reward";
  const name = t(`policy.curves.${shown}`);
  const shownLanes = lanes.some(isTrained) ? lanes : [];
  const last = shownLanes.flatMap((lane) => {
    const value = lane.points.at(-1)?.[shown];
    return value === undefined ? [] : [t("policy.one", { name: lane.name, value: value.toFixed(2) })];
  });
  const step = Math.max(
    0,
    ...lanes.filter(({ kind }) => kind !== "best").map(({ points }) => points.at(-1)?.step ?? 0),
  );
  const summary =
    last.length === 0
      ? t("policy.nothing")
      : t("policy.summary", { measure: name, step, lanes: last.join(", ") });
  const lines = shownLanes.map(({ points, ...look }) => ({
    ...look,
    points: points.flatMap((point) =>
      point[shown] === undefined ? [] : [{ x: point.step, y: point[shown] }],
    ),
  }));
  return (
    <div className={styles.curves}>
      <div ref={head} className={styles.head}>
        <Segmented
          items={offered.map((id) => ({ id, label: t(`policy.curves.${id}`) }))}
          label={t("policy.measure")}
          value={shown}
          onChange={setMeasure}
        />
        {!isRevealed && (
          <Button
            isDisabled={!hasGold}
            onPress={() => {
              onReveal();
              setMeasure("gold");
            }}
          >
            {t("policy.reveal")}
          </Button>
        )}
      </div>
      <StepChart
        lines={lines}
        summary={summary}
        x={[0, steps]}
        xLabel={t("policy.steps")}
        yLabel={t(`policy.axis.${shown}`)}
      />
      {shown === "gold" && <p className="small soft">{t("policy.goldHint")}</p>}
      {!hasGold && <p className="small soft">{t("policy.noGold")}</p>}
      <TableTwin
        caption={summary}
        columns={[t("policy.steps"), ...lanes.map((lane) => lane.name)]}
        rows={rowsOf(lanes, shown)}
      />
    </div>
  );
}

/** A row a step that any lane was measured at. */
function rowsOf(lanes: readonly PolicyLane[], measure: PolicyMeasure): readonly (readonly string[])[] {
  const steps = [...new Set(lanes.flatMap(({ points }) => points.map(({ step }) => step)))].sort(
    (a, b) => a - b,
  );
  return steps.map((step) => [
    String(step),
    ...lanes.map(({ points }) => points.find((point) => point.step === step)?.[measure]?.toFixed(2) ?? "–"),
  ]);
}
