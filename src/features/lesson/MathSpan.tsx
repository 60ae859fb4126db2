import { type ComponentProps, isValidElement, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useOverflow } from "../../components/use-overflow";
import styles from "./lesson.module.css";
import { useStep } from "./step-context";

/** The spans that formulas come in: one on a line of its own scrolls where it is wider than the text. */
export function MathSpan({ children, ...rest }: ComponentProps<"span">) {
  const isLine = isValidElement<{ display?: string }>(children) && children.props.display === "block";
  return isLine ? <FormulaLine>{children}</FormulaLine> : <span {...rest}>{children}</span>;
}

function FormulaLine({ children }: Pick<ComponentProps<"span">, "children">) {
  const { t } = useTranslation();
  const line = useRef<HTMLSpanElement>(null);
  const { mode } = useStep();
  // On a page without scripts nobody measures: there every line may scroll.
  const scrolls = useOverflow(line, children) || mode === "plain";
  // What scrolls must be reachable by keyboard, and what has focus must have a name.
  const reach = scrolls ? { tabIndex: 0, role: "group", "aria-label": t("methods.equation") } : {};
  return (
    <span ref={line} className={styles.formulaLine} {...reach}>
      {children}
    </span>
  );
}
