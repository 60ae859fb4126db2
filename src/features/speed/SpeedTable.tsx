import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { methodAppearance } from "../../components/method-appearance";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { methods } from "../../methods/index";
import type { MeasuredSpeed } from "../../worker/api";
import styles from "./speed.module.css";

type Column = "trained" | "time" | "work" | "moments" | "activations" | "file" | "dispatches";

const amounts: Readonly<Record<Column, (measured: MeasuredSpeed) => number>> = {
  trained: ({ speed }) => speed.trained,
  time: ({ speed }) => speed.time.step,
  work: ({ speed }) => speed.flops.step,
  moments: ({ speed }) => speed.bytes.gradients + speed.bytes.moments,
  activations: ({ speed }) => speed.bytes.activations,
  file: ({ speed }) => speed.bytes.file,
  dispatches: ({ speed }) => speed.dispatches,
};

/** Every method in a row, every cost in a column with a bar: as long as its share of the largest in the column. */
export function SpeedTable({ measured }: { readonly measured: Readonly<Record<string, MeasuredSpeed>> }) {
  const { t } = useTranslation();
  const words = useWords();
  const write = useAmounts();
  const all = Object.values(measured);
  const onGpu = all.some(({ speed }) => speed.dispatches > 0);
  const columns = (Object.keys(amounts) as Column[]).filter((column) => column !== "dispatches" || onGpu);
  const largest = (column: Column): number => Math.max(1e-9, ...all.map(amounts[column]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t("speed.title")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("speed.columns.method")}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`speed.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {methods.map(({ id }) => {
            const one = measured[id];
            const color = methodAppearance(id).color;
            return (
              <tr key={id}>
                <th scope="row">{words.method(id).name}</th>
                {columns.map((column) => (
                  <td key={column} data-label={t(`speed.columns.${column}`)}>
                    {one ? (
                      <>
                        <span className={styles.amount}>{write(column, one)}</span>
                        <span className={styles.bar} aria-hidden>
                          <i
                            style={
                              {
                                width: `${(100 * amounts[column](one)) / largest(column)}%`,
                                background: color,
                              } as CSSProperties
                            }
                          />
                        </span>
                        <span className={styles.note}>
                          {(column === "time" || column === "work") &&
                            t(`speed.notes.${column}`, { forward: write(column, one, true) })}
                        </span>
                        {column === "time" && one.speed.unrecorded !== null && (
                          <span className={styles.note}>
                            {t("speed.notes.unrecorded", { operation: one.speed.unrecorded })}
                          </span>
                        )}
                      </>
                    ) : (
                      <span className="soft">
                        <span className="visually-hidden">{t("speed.waiting")}</span>–
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Writes an amount with its unit; `forward`: that of the forward pass alone. */
function useAmounts(): (column: Column, measured: MeasuredSpeed, forward?: boolean) => string {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const figures = (value: number): string => (value >= 99.5 ? numbers.count(value) : value.toPrecision(2));
  return (column, measured, forward = false) => {
    const { speed } = measured;
    if (column === "time")
      return t("speed.units.ms", { value: figures(forward ? speed.time.forward : speed.time.step) });
    if (column === "work")
      return t("speed.units.mflop", {
        value: figures((forward ? speed.flops.forward : speed.flops.step) / 1e6),
      });
    const amount = amounts[column](measured);
    if (column === "trained" || column === "dispatches") return numbers.count(amount);
    return amount >= 1e6
      ? t("speed.units.megabytes", { value: figures(amount / 1e6) })
      : t("speed.units.kilobytes", { value: figures(amount / 1e3) });
  };
}
