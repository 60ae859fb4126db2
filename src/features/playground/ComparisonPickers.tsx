import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Picker } from "../../components/Picker";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { type Comparison, comparisonKey } from "../../state/compare-results";
import { useOwnData } from "../../state/own-data";
import styles from "./results.module.css";
import type { ChosenComparison } from "./use-comparison";

const every = "every";

/** Which base and task, and which length, the dots are of. */
export function ComparisonPickers({
  comparison,
  children,
}: {
  readonly comparison: ChosenComparison;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation(["results", "playground"]);
  const numbers = useNumbers();
  const words = useWords();
  const sets = useOwnData((own) => own.sets) ?? [];
  const { all, shown, lengths, steps, choose, chooseSteps } = comparison;
  const nameOf = ({ base, from, task, data }: Comparison): string =>
    [
      words.base(base).name,
      ...(from === "pretrained" ? [] : [t("playground:start.untrained")]),
      sets.find(({ hash }) => hash === data)?.name ?? words.task(task).name,
    ].join(" · ");
  const lengthOf = (count: number): string => t("playground:steps", { count, value: numbers.count(count) });
  return (
    <div className={styles.comparison}>
      <Picker
        items={all.map((one) => ({ id: comparisonKey(one), label: nameOf(one) }))}
        label={t("comparison")}
        value={comparisonKey(shown)}
        onChange={choose}
      />
      {lengths.length > 1 && (
        <Picker
          items={[
            ...lengths.map((length) => ({ id: String(length), label: lengthOf(length) })),
            { id: every, label: t("anyLength") },
          ]}
          label={t("playground:stepsLabel")}
          value={steps === null ? every : String(steps)}
          onChange={(id) => chooseSteps(id === every ? null : Number(id))}
        />
      )}
      {children}
    </div>
  );
}
