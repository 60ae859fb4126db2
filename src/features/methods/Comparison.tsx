import { ToggleButton } from "react-aria-components/ToggleButton";
import { useTranslation } from "react-i18next";
import type { Base } from "../../bases/base";
import { MethodSwatch } from "../../components/MethodSwatch";
import { useWords } from "../../i18n/words";
import { methods } from "../../methods/index";
import { CompareTable } from "./CompareTable";
import compareStyles from "./compare.module.css";
import styles from "./map.module.css";
import { inMapOrder } from "./map-groups";
import { mostCompared } from "./map-query";
import type { FactsTable } from "./method-facts";

export interface ComparisonProps {
  readonly base: Base;
  /** Ids, in the order chosen. */
  readonly chosen: readonly string[];
  readonly facts: FactsTable | null | undefined;
  readonly onToggle: (id: string) => void;
}

/** Any methods side by side: choose above, compare below. */
export function Comparison({ base, chosen, facts, onToggle }: ComparisonProps) {
  const { t } = useTranslation("map");
  const words = useWords();
  const isFull = chosen.length >= mostCompared;
  return (
    <section className={styles.section} aria-labelledby="compare-title">
      <h2 id="compare-title">{t("compare.title")}</h2>
      <p className={`soft ${styles.note}`}>
        {t(isFull ? "compare.full" : "compare.lead", { most: mostCompared })}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere */}
      <div className={compareStyles.chips} role="group" aria-label={t("compare.choose")}>
        {inMapOrder(methods).map(({ id }) => (
          <ToggleButton
            key={id}
            isDisabled={isFull && !chosen.includes(id)}
            isSelected={chosen.includes(id)}
            onChange={() => onToggle(id)}
          >
            <MethodSwatch id={id} />
            {words.method(id).short}
          </ToggleButton>
        ))}
      </div>
      {chosen.length === 0 ? (
        <p className={`${compareStyles.empty} soft`}>{t("compare.empty")}</p>
      ) : (
        <CompareTable base={base} chosen={chosen} facts={facts} onRemove={onToggle} />
      )}
    </section>
  );
}
