import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import type { PromptVariant } from "../../experiments/prompt/prompt-spec";
import { OpenScores } from "../../prompt-view/OpenScores";
import { usePrompt, usePromptStore } from "../../prompt-view/use-prompt";
import { labTaskOf } from "../../state/lab-tasks";
import type { ModelRef } from "../../training/race-spec";
import styles from "./lab-variants.module.css";
import { PresetPicker } from "./PresetPicker";
import { ShareLab } from "./ShareLab";
import { VariantCard } from "./VariantCard";
import { duplicated, mostVariants, removed, replaced } from "./variant-list";

/** Up to four variants of the prompt, each asked the same questions. */
export function Variants({ onLook }: { readonly onLook: (prompt: string, model: ModelRef | null) => void }) {
  const { t } = useTranslation("lab");
  const store = usePromptStore();
  const draft = usePrompt((prompt) => prompt.draft);
  const info = usePrompt(({ progress }) => progress?.info ?? null);
  const task = labTaskOf(draft.task.id);
  const { variants } = draft;
  const list = useRef<HTMLUListElement>(null);
  const configure = (changed: readonly PromptVariant[]): void =>
    store.getState().configure({ ...store.getState().draft, variants: changed });
  const remove = (place: number): void => {
    configure(removed(variants, place));
    // Where its button goes or can no longer be pressed, the focus goes to the variant that is there then.
    const isLost = place === variants.length - 1 || variants.length === 2;
    const next = list.current?.children[Math.min(place, variants.length - 2)];
    if (isLost) next?.querySelector("button")?.focus();
  };
  return (
    <Card aside={<ShareLab />} title={t("variants.title", { count: variants.length })}>
      <p className="soft small">{t("variants.hint")}</p>
      <PresetPicker />
      <ul ref={list} aria-label={t("variants.list")} className={styles.list}>
        {variants.map((variant, i) => (
          <VariantCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a variant is known by its place
            key={i}
            firstPrompt={info?.prompts[i] ?? null}
            task={task}
            variant={variant}
            onChange={(changed) => configure(replaced(variants, i, changed))}
            onDuplicate={variants.length < mostVariants ? () => configure(duplicated(variants, i)) : null}
            onLook={(prompt) => onLook(prompt, variant.model ?? null)}
            onRemove={variants.length > 1 ? () => remove(i) : null}
          />
        ))}
      </ul>
      <OpenScores />
    </Card>
  );
}
