import { useTranslation } from "react-i18next";
import { StepChart, type StepLine } from "../charts/StepChart";
import { Card } from "../components/Card";
import { isTrained, type PolicyLane, useBestOf } from "./policy-lanes";

export interface FrontierProps {
  readonly lanes: readonly PolicyLane[];
  readonly isOurs: boolean;
}

/** Gold against the root of KL (Gao et al. 2022, figure 1): how far a policy may go before it hacks its reward. */
export function Frontier({ lanes, isOurs }: FrontierProps) {
  const { t } = useTranslation("preferences");
  const best = useBestOf(isOurs);
  const hasRun = lanes.some(isTrained);
  const lines = (hasRun ? lanes : []).map(({ kind, name, color, dash, points }): StepLine => {
    const all = kind === "best" ? (best ?? []) : points;
    return {
      name,
      color,
      ...(dash !== undefined && { dash }),
      hasDots: true,
      points: all
        .flatMap(({ kl, gold }) =>
          kl === undefined || gold === undefined || gold === null
            ? []
            : [{ x: Math.sqrt(Math.max(0, kl)), y: gold }],
        )
        .sort((a, b) => a.x - b.x),
    };
  });
  const isEmpty = lines.every(({ points }) => points.length === 0);
  const reach = Math.max(1, ...lines.flatMap(({ points }) => points.map(({ x }) => x)));
  return (
    <Card title={t("policy.frontier")}>
      <StepChart
        lines={lines}
        summary={t(!isEmpty ? "policy.frontierHint" : hasRun ? "policy.noGold" : "policy.nothing")}
        x={[0, Math.ceil(reach)]}
        xLabel={t("policy.frontierAxis")}
        yLabel={t("policy.axis.gold")}
      />
      <p className="small soft">{t("policy.frontierHint")}</p>
    </Card>
  );
}
