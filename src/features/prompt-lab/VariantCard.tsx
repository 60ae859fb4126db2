import { Copy, Eye, SlidersHorizontal, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { IconButton } from "../../components/IconButton";
import { Popover } from "../../components/Popover";
import type { PromptVariant } from "../../experiments/prompt/prompt-spec";
import { TokenLine } from "../../prompt-view/TokenLine";
import { wordsOf } from "../../prompt-view/tokens-of";
import { useVariantName } from "../../prompt-view/use-variant-name";
import type { LabTask } from "../../state/lab-tasks";
import styles from "./lab-variants.module.css";
import { VariantForm } from "./VariantForm";

export interface VariantCardProps {
  readonly task: LabTask;
  readonly variant: PromptVariant;
  /** The first question as this variant asks it; null until the experiment is open. */
  readonly firstPrompt: string | null;
  readonly onChange: (variant: PromptVariant) => void;
  /** null: there are enough. */
  readonly onDuplicate: (() => void) | null;
  /** null: it is the last one. */
  readonly onRemove: (() => void) | null;
  readonly onLook: (prompt: string) => void;
}

/** One variant: what it is, the first question under it, and its settings behind a button. */
export function VariantCard(props: VariantCardProps) {
  const { task, variant, firstPrompt, onChange, onDuplicate, onRemove, onLook } = props;
  const { t } = useTranslation("lab");
  const nameOf = useVariantName();
  const name = nameOf(variant);
  const { name: own, ...unnamed } = variant;
  return (
    <li className={styles.variant}>
      <h3>{name}</h3>
      <p className="soft small">{own === undefined ? "" : nameOf(unnamed)}</p>
      <div className={styles.first}>
        <TokenLine tokens={wordsOf(firstPrompt ?? "")} />
      </div>
      <div className={styles.variantButtons}>
        <Popover
          title={name}
          trigger={
            <Button
              icon={<SlidersHorizontal aria-hidden size={15} />}
              label={t("variants.changeOf", { name })}
            >
              {t("variants.change")}
            </Button>
          }
        >
          <VariantForm task={task} variant={variant} onChange={onChange} />
        </Popover>
        <IconButton
          isDisabled={firstPrompt === null}
          label={t("variants.look", { name })}
          onPress={() => firstPrompt !== null && onLook(firstPrompt)}
        >
          <Eye aria-hidden size={17} />
        </IconButton>
        <IconButton
          isDisabled={onDuplicate === null}
          label={t("variants.duplicate", { name })}
          onPress={() => onDuplicate?.()}
        >
          <Copy aria-hidden size={16} />
        </IconButton>
        <IconButton
          isDisabled={onRemove === null}
          label={t("variants.remove", { name })}
          onPress={() => onRemove?.()}
        >
          <Trash2 aria-hidden size={16} />
        </IconButton>
      </div>
    </li>
  );
}
