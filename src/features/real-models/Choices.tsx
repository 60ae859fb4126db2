import { useTranslation } from "react-i18next";
import { CheckboxGroup } from "../../components/CheckboxGroup";
import { NumberField } from "../../components/NumberField";
import { Switch } from "../../components/Switch";
import { useHydrated } from "../../components/use-hydrated";
import type { Architecture } from "../../counting/architecture";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { ModelPicker } from "../../model-view/ModelPicker";
import { OwnModel } from "../../model-view/OwnModel";
import { isCountable, type Selection, takesClassifier } from "./counted-method";
import { offered } from "./offered";
import styles from "./real-models.module.css";
import { mostClasses } from "./selection-query";

export interface ChoicesProps {
  readonly architecture: Architecture;
  readonly selection: Selection;
  readonly onChoose: (change: Partial<Selection>) => void;
}

/** The model, its head, and the methods. */
export function Choices({ architecture, selection, onChoose }: ChoicesProps) {
  const { t } = useTranslation("realModels");
  const words = useWords();
  const { count } = useNumbers();
  const { width, blocks, inner, keyWidth } = architecture;
  const isHydrated = useHydrated();
  const hasClassifier = selection.labels !== null;
  return (
    <section className="card" aria-label={t("choices.title")}>
      <div className={styles.model}>
        <ModelPicker
          model={selection.model}
          own={selection.own}
          onChoose={(model) => onChoose({ model, own: null })}
        />
        <div className={styles.head}>
          <Switch
            isDisabled={!takesClassifier(architecture)}
            isSelected={hasClassifier}
            label={t("choices.classifier")}
            onChange={(isOn) => onChoose({ labels: isOn ? 2 : null })}
          />
          <NumberField
            isDisabled={!hasClassifier}
            label={t("choices.classes")}
            max={mostClasses}
            min={1}
            value={selection.labels ?? 2}
            onChange={(labels) => onChoose({ labels })}
          />
        </div>
      </div>
      <p className={`soft small ${styles.shape}`}>
        {t("choices.shape", {
          blocks: count(blocks),
          width: count(width),
          keys: count(keyWidth),
          inner: count(inner),
        })}
      </p>
      {/* What is in the address and in the browser is known once the page is its own. */}
      <OwnModel
        key={isHydrated ? "here" : "drawn"}
        own={selection.own}
        onChoose={(own) => onChoose({ own })}
      />
      <CheckboxGroup
        items={Object.keys(offered)
          .filter((id) => isCountable(architecture, id))
          .map((id) => ({ id, label: words.method(id).name }))}
        label={t("choices.methods")}
        value={selection.methods}
        onChange={(methods) => onChoose({ methods })}
      />
    </section>
  );
}
