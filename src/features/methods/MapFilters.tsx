import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { focusHeading } from "../../components/focus-heading";
import { Segmented } from "../../components/Segmented";
import { methods } from "../../methods/index";
import type { ModelConfig } from "../../model/config";
import styles from "./map.module.css";
import { mostCompared } from "./map-query";
import type { FactsTable } from "./method-facts";
import { questions, type Wanted } from "./questions";

export interface MapFiltersProps {
  readonly wanted: Wanted;
  /** Ids of the methods that have every answer wanted; all while nothing is known of them. */
  readonly fitting: readonly string[];
  /** undefined while they load, null where they cannot be had. */
  readonly facts: FactsTable | null | undefined;
  readonly kind: ModelConfig["kind"];
  readonly onChange: (wanted: Wanted) => void;
  readonly onCompare: (methods: readonly string[]) => void;
}

/** Questions to the code; the answers dim what does not fit. */
export function MapFilters({ wanted, fitting, facts, kind, onChange, onCompare }: MapFiltersProps) {
  const { t } = useTranslation("map");
  const id = useId();
  const asks = questions.some((question) => wanted[question] !== undefined);
  const total = methods.length;
  return (
    <fieldset className={styles.filters} aria-labelledby={id}>
      <h3 id={id}>{t("filters.title")}</h3>
      <p className="soft small">
        {facts === null ? t("filters.missing") : t("filters.lead", { kind: t(`filters.kinds.${kind}`) })}
      </p>
      <div className={styles.filtersQuestions}>
        {questions.map((question) => (
          <div key={question} className={styles.filtersQuestion}>
            <span aria-hidden>{t(`filters.questions.${question}`)}</span>
            <Segmented
              isDisabled={!facts}
              items={[
                { id: "any", label: t("filters.any") },
                { id: "yes", label: t("filters.yes") },
                { id: "no", label: t("filters.no") },
              ]}
              label={t(`filters.questions.${question}`)}
              value={wanted[question] === undefined ? "any" : wanted[question] ? "yes" : "no"}
              onChange={(asked) => {
                const { [question]: _former, ...others } = wanted;
                onChange(asked === "any" ? others : { ...others, [question]: asked === "yes" });
              }}
            />
          </div>
        ))}
      </div>
      <div className={styles.filtersFound}>
        <p role="status">
          {!asks
            ? t("filters.all", { total })
            : !facts
              ? ""
              : fitting.length === 0
                ? t("filters.none")
                : t("filters.some", { count: fitting.length, total })}
        </p>
        {asks && (
          <>
            <Button
              onPress={({ target }) => {
                focusHeading(target);
                onChange({});
              }}
            >
              {t("filters.clear")}
            </Button>
            {fitting.length > 0 && fitting.length <= mostCompared && (
              <Button onPress={() => onCompare(fitting)}>{t("filters.compare")}</Button>
            )}
          </>
        )}
      </div>
    </fieldset>
  );
}
