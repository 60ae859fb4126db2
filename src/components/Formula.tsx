import { useEffect, useState } from "react";
import "./formula.css";

export interface FormulaProps {
  readonly tex: string;
  /** true: on a line of its own. */
  readonly display?: boolean;
}

/** TeX as MathML, which browsers draw and screen readers read. Until the renderer is here, and where it fails, the TeX itself. */
export function Formula({ tex, display = false }: FormulaProps) {
  const [html, setHtml] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    import("katex").then(
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
  const className = display ? "formula formula-display" : "formula";
  if (html === null) return <span className={className}>{tex}</span>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by KaTeX from a formula of this repository
  return <span className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
