import { useTranslation } from "react-i18next";
import { type Curve, type LossKind, lossPoints } from "../charts/curve";
import { useNumbers } from "../i18n/numbers";

/** The curves in few sentences: where the race is, which lane is lowest, which highest, the last change of a rate, which stopped. */
export function useSummary(curves: readonly Curve[], kind: LossKind, step: number, steps: number): string {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const now = curves
    .flatMap((curve) => {
      const value = lossPoints(curve, kind).ys.at(-1);
      return value !== undefined && Number.isFinite(value) ? [{ name: curve.name, value }] : [];
    })
    .sort((a, b) => a.value - b.value);
  const [low, high] = [now[0], now.at(-1)];
  if (!low || !high) return t("summary.nothing");
  const place = { step: numbers.count(step), steps: numbers.count(steps), kind: t(`loss.${kind}`) };
  const stopped = curves.filter(({ stoppedAt }) => stoppedAt !== null);
  const said =
    low === high
      ? t("summary.one", { ...place, name: low.name, loss: numbers.loss(low.value) })
      : t("summary.many", {
          ...place,
          low: low.name,
          lowLoss: numbers.loss(low.value),
          high: high.name,
          highLoss: numbers.loss(high.value),
        });
  const latest = curves
    .flatMap(({ name, rateChanges = [] }) =>
      rateChanges.map((change) => ({ name, rate: change.learningRate, step: change.step })),
    )
    .filter((change) => change.step <= step)
    .sort((a, b) => a.step - b.step)
    .at(-1);
  return [
    said,
    ...(latest ? [t("summary.rateChange", latest)] : []),
    ...stopped.map(({ name, stoppedAt }) => t("summary.stopped", { name, step: stoppedAt ?? 0 })),
  ].join(" ");
}
