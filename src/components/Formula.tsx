import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { retryImport } from "../lib/retry-import";
import styles from "./Formula.module.css";
import { useOverflow } from "./use-overflow";

export interface FormulaProps {
  readonly tex: string;
  /** true: on a line of its own. */
  readonly display?: boolean;
  readonly className?: string | undefined;
}

/** TeX as MathML, which browsers draw and screen readers read. Until the renderer is here, and where it fails, the TeX itself. */
export function Formula({ tex, display = false, className: place = "" }: FormulaProps) {
  const { t } = useTranslation();
  const [html, setHtml] = useState<string | null>(null);
  const line = useRef<HTMLSpanElement>(null);
  const scrolls = useOverflow(line, html) && display;
  useEffect(() => {
    let wanted = true;
    retryImport(() => import("katex")).then(
      ({ default: katex }) => {
        const drawn = katex.renderToString(tex, {
          output: "mathml",
          displayMode: display,
          throwOnError: false,
        });
        if (wanted) setHtml(drawn);
      },
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [tex, display]);
  const className = `${styles.formula} ${display ? styles.display : ""} ${place}`;
  // What scrolls must be reachable by keyboard, and what has focus must have a name.
  const reach = scrolls ? { tabIndex: 0, role: "group", "aria-label": t("methods.equation") } : {};
  if (html === null) return <span className={className}>{tex}</span>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by KaTeX from a formula of this repository
  return <span ref={line} {...reach} className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
