import type { ReactNode } from "react";
import "./controls.css";

/** Words for screen readers only. `as` is the element, default span. */
export function VisuallyHidden({
  children,
  as: Element = "span",
}: {
  readonly children: ReactNode;
  readonly as?: "span" | "div" | "p";
}) {
  return <Element className="visually-hidden">{children}</Element>;
}
