import { useTranslation } from "react-i18next";
import { useNumbers } from "../i18n/numbers";
import { type Curve, type LossKind, lossAt, lossPoints } from "./curve";
import { TableTwin } from "./TableTwin";

const rowLimit = 12;

/** The table twin of a loss chart: some dozen steps, a column a lane; a dash where a lane was not measured. */
export function LossTable({
  curves,
  kind,
  step,
}: {
  readonly curves: readonly Curve[];
  readonly kind: LossKind;
  readonly step: number;
}) {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const all = curves.map((curve) => lossPoints(curve, kind));
  const shown = [...new Set(all.flatMap(({ xs }) => xs))].sort((a, b) => a - b).filter((x) => x <= step);
  const stride = Math.max(1, Math.ceil(shown.length / rowLimit));
  const picked = shown.filter((_, i) => i % stride === 0 || i === shown.length - 1);
  return (
    <TableTwin
      caption={t(kind === "heldOut" ? "chart.heldOutTable" : "chart.trainingTable")}
      columns={[
        t("chart.step"),
        ...curves.map(({ name, recorded }) => (recorded ? t("chart.recorded", { name }) : name)),
      ]}
      rows={picked.map((x) => [
        numbers.count(x),
        ...all.map((points) => {
          const loss = lossAt(points, x);
          return loss === undefined ? "–" : numbers.loss(loss);
        }),
      ])}
    />
  );
}
