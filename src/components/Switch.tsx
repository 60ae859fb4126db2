import { Switch as AriaSwitch } from "react-aria-components/Switch";
import "./fields.css";

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
    <div className="switch-field">
      <AriaSwitch
        className="switch"
        isDisabled={isDisabled}
        isSelected={isSelected}
        onChange={onChange}
        {...(name === undefined ? {} : { "aria-label": name })}
      >
        <span className="switch-track" aria-hidden />
        {label}
      </AriaSwitch>
      {hint && <p className="field-hint">{hint}</p>}
    </div>
  );
}
