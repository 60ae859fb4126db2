import type { ReactNode } from "react";
import { Button as AriaButton, type PressEvent } from "react-aria-components/Button";
import "./controls.css";

export interface ButtonProps {
  readonly children: ReactNode;
  /** primary: ink on paper reversed, one a figure. quiet: no border. */
  readonly variant?: "plain" | "primary" | "quiet";
  /** Drawn before the words, 16 px (lucide-react). */
  readonly icon?: ReactNode;
  readonly onPress?: (event: PressEvent) => void;
  readonly isDisabled?: boolean;
  readonly type?: "button" | "submit";
  /** Accessible name, when the words alone do not say enough. */
  readonly label?: string;
  readonly className?: string | undefined;
  readonly autoFocus?: boolean;
}

/** A button in words. Also the trigger child of Popover and Tooltip. */
export function Button({ children, variant = "plain", icon, label, className = "", ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(label ? { "aria-label": label } : {})}
      className={`button button-${variant} ${className}`}
    >
      {icon}
      {children}
    </AriaButton>
  );
}
