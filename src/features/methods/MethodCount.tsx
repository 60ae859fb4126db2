import { useTranslation } from "react-i18next";
import { Formula } from "../../components/Formula";
import { useNumbers } from "../../i18n/numbers";
import type { Count } from "../../methods/method";
import styles from "./methods.module.css";

export interface MethodCountProps {
  readonly count: Count;
  /** Parameters of the base. */
  readonly total: number;
  /** The method's colour. */
  readonly color: string;
}

/** The count of a method: formula, the learner's numbers, the sum and its share of the base. */
export function MethodCount({ count, total, color }: MethodCountProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <div className={styles.count} aria-live="polite">
      <Formula tex={count.symbols} />
      <p className={`${styles.countNumbers} mono`}>= {count.numbers}</p>
      <p>
        <span className="soft">= </span>
        <strong className={styles.countTotal}>{numbers.count(count.trained)}</strong> {t("methods.trained")}
        <span className="soft">
          {t("methods.share", { share: numbers.share(count.trained / total), total: numbers.count(total) })}
        </span>
      </p>
      <div className={styles.countBar} aria-hidden>
        <i
          style={{
            background: color,
            width: `${Math.min(100, Math.max(0.4, (count.trained / total) * 100))}%`,
          }}
        />
      </div>
      <p className="soft small">
        {t("methods.kept", { value: numbers.count(count.kept) })}
        {count.stored !== undefined && t("methods.stored", { value: numbers.count(count.stored) })}
      </p>
    </div>
  );
}
