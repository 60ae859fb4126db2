import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Picker } from "../components/Picker";
import type { TaskId } from "../tasks/index";
import { ExampleRow } from "./ExampleRow";
import styles from "./ExamplesTable.module.css";
import type { ScoredVariant } from "./scored-variant";

export interface ExamplesTableProps {
  readonly task: TaskId;
  /** One of them is shown, the reader chooses which. */
  readonly variants: readonly Pick<ScoredVariant, "key" | "name" | "score">[];
}

/** The first questions under one variant: the prompt, what was written after it token by token, and the answer read off it. */
export function ExamplesTable({ task, variants }: ExamplesTableProps) {
  const { t } = useTranslation("prompt");
  const [chosen, setChosen] = useState<string | null>(null);
  const variant = variants.find(({ key }) => key === chosen) ?? variants[0];
  const examples = variant?.score?.examples ?? [];
  return (
    <div className={styles.examples}>
      {variants.length > 1 && variant && (
        <Picker
          items={variants.map(({ key, name }) => ({ id: key, label: name }))}
          label={t("examples.variant")}
          value={variant.key}
          variant="field"
          onChange={setChosen}
        />
      )}
      {examples.length === 0 ? (
        <p className="soft">{t("examples.none")}</p>
      ) : (
        // What scrolls must be reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section aria-label={t("examples.title")} className={styles.scroll} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t("examples.prompt")}</th>
                <th scope="col">{t("examples.written")}</th>
                <th scope="col">{t("examples.answer")}</th>
                <th scope="col">{t("examples.expected")}</th>
              </tr>
            </thead>
            <tbody>
              {examples.map((example, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a question is told by its place
                <ExampleRow key={i} example={example} task={task} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
