import { Trans, useTranslation } from "react-i18next";
import type { ModelConfig } from "../../model/config";
import styles from "./methods.module.css";
import { useFactWords } from "./use-fact-words";
import { useMethodFacts } from "./use-method-facts";

const rows = ["mergeable", "positions", "noOp", "zeroGradient", "backprop"] as const;

/** What the code of one method was seen to do. Its room is kept while the facts load. */
export function ProbedFacts({ id, kind }: { readonly id: string; readonly kind: ModelConfig["kind"] }) {
  const { t } = useTranslation("map");
  const say = useFactWords();
  const table = useMethodFacts();
  const facts = table?.[id]?.[kind];
  return (
    <div>
      <h3>{t("facts.title")}</h3>
      <dl className={styles.probed}>
        {rows.map((row) => (
          <div key={row} className={styles.probedRow}>
            <dt>{t(`compare.rows.${row}`)}</dt>
            <dd>{facts ? say[row](facts) : t(table === undefined ? "facts.wait" : "facts.unknown")}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">
        <Trans
          components={{ code: <code /> }}
          i18nKey="facts.source"
          ns="map"
          values={{ kind: t(`filters.kinds.${kind}`) }}
        />
      </p>
    </div>
  );
}
