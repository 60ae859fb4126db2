import { SlidersHorizontal } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { Popover } from "../../components/Popover";
import type { Architecture } from "../../counting/architecture";
import type { RawOptions } from "../../counting/options";
import { OptionControl } from "./OptionControl";
import { offered } from "./offered";
import styles from "./real-models.module.css";
import { useOptionText } from "./use-option-text";

export interface MethodOptionsProps {
  readonly architecture: Architecture;
  readonly method: string;
  readonly name: string;
  readonly values: RawOptions;
  readonly onChange: (values: RawOptions) => void;
}

/** The options of a method behind a button that tells what was set; nothing where there are none. */
export function MethodOptions({ architecture, method, name, values, onChange }: MethodOptionsProps) {
  const { t } = useTranslation("realModels");
  const tell = useOptionText(architecture, values);
  const options = offered[method] ?? [];
  if (options.length === 0) return <span className={`soft small ${styles.set}`}>{t("options.none")}</span>;
  return (
    <Popover
      title={t("options.title", { method: name })}
      trigger={
        <Button
          className={styles.optionsButton}
          icon={<SlidersHorizontal aria-hidden size={14} />}
          label={t("options.change", { method: name })}
          variant="quiet"
        >
          <span className={styles.set}>{options.map(tell).filter(Boolean).join(t("options.between"))}</span>
        </Button>
      }
    >
      <div className={styles.form}>
        {options.map((option) => (
          <OptionControl
            key={option.name}
            architecture={architecture}
            option={option}
            values={values}
            onChange={onChange}
          />
        ))}
        {Object.keys(values).length > 0 && <Button onPress={() => onChange({})}>{t("options.reset")}</Button>}
      </div>
    </Popover>
  );
}
