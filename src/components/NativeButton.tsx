import type { ReactNode } from "react";
import "./controls.css";

export interface NativeButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly variant?: "plain" | "primary";
}

/** As Button, but the browser's own: for messages of the frame, which every page waits for. */
export function NativeButton({ children, onPress, variant = "plain" }: NativeButtonProps) {
  return (
    <button className={`button button-${variant}`} type="button" onClick={onPress}>
      {children}
    </button>
  );
}
