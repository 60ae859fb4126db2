import { Switch as AriaSwitch } from "react-aria-components/Switch";
import styles from "./Switch.module.css";

export interface SwitchProps {
  readonly label: string;
  /** What it is called where the label only tells its state. */
  readonly name?: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

/** On or off, at once. */
export function Switch({ label, name, isSelected, onChange, hint, isDisabled = false }: SwitchProps) {
  return (
    <div>
      <AriaSwitch
        className={styles.switch ?? ""}
        isDisabled={isDisabled}
        isSelected={isSelected}
        onChange={onChange}
        {...(name === undefined ? {} : { "aria-label": name })}
      >
        <span className={styles.track} aria-hidden />
        {label}
      </AriaSwitch>
      {hint && <p className="field-hint">{hint}</p>}
    </div>
  );
}
