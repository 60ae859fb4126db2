import { useTranslation } from "react-i18next";
import styles from "./basics.module.css";
import type { OneStepProps } from "./RateCurve";
import { useDescent } from "./use-descent";

const rows = 5;
/** So many that a small step can be seen. */
const places = 4;

/** The parameters with the largest gradients, and where one step would move them. */
export function GradientTable({ isOpen, item, rate }: OneStepProps) {
  const { t } = useTranslation("lessons");
  const { input, answer } = item;
  const found = useDescent(isOpen, { input, answer, steps: 1, rates: [] });
  return (
    <div className={styles.gradients}>
      <table>
        <caption>{t("basics.step.largest")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("basics.step.parameter")}</th>
            <th scope="col">{t("basics.step.value")}</th>
            <th scope="col">{t("basics.step.gradient")}</th>
            <th scope="col">{t("basics.step.moved")}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, i) => {
            const one = found?.largest[i];
            const [value, gradient, moved] = one
              ? [one.value, one.gradient, one.value - rate * one.gradient].map(decimal)
              : ["–", "–", "–"];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
              <tr key={i}>
                <th scope="row">
                  <code>{one?.name ?? "–"}</code>
                </th>
                <td>{value}</td>
                <td>{gradient}</td>
                <td>{moved}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** With a true minus sign. */
function decimal(value: number): string {
  return value.toFixed(places).replace("-", "−");
}
