import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type PressEvent } from "react-aria-components/Button";
import { Tooltip } from "./Tooltip";
import "./controls.css";

export interface IconButtonProps {
  /** Says what it does: accessible name and tooltip. */
  readonly label: string;
  /** The icon, 18 px (lucide-react). */
  readonly children: ReactNode;
  readonly onPress?: (event: PressEvent) => void;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
  /** Where it opens a dialog: whether that is open. */
  readonly isOpen?: boolean;
}

/** A square button with an icon; its label shows as a tooltip. */
export function IconButton({ label, children, className = "", isOpen, ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <AriaButton
        {...rest}
        {...(isOpen !== undefined ? { "aria-haspopup": "dialog" as const, "aria-expanded": isOpen } : {})}
        aria-label={label}
        className={`button button-icon ${className}`}
      >
        {children}
      </AriaButton>
    </Tooltip>
  );
}
