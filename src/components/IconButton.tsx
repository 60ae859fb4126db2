import type { ReactNode } from "react";
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
  readonly className?: string;
}

/** A square button with an icon; its label shows as a tooltip. */
export function IconButton({ label, children, className = "", ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <AriaButton {...rest} aria-label={label} className={`button button-icon ${className}`}>
        {children}
      </AriaButton>
    </Tooltip>
  );
}
