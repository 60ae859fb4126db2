import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./MethodSource.module.css";
import { sourceLines } from "./source-lines";

const files = import.meta.glob<string>(["../methods/*.ts", "!../methods/*.test.ts"], {
  query: "?raw",
  import: "default",
});

export interface MethodSourceProps {
  readonly id: string;
  /** The first line that contains this text is marked and brought into view. */
  readonly marked?: string;
  /** Less high. */
  readonly isLow?: boolean;
}

/** The file of a method, as it is in the repository and as it runs here. */
export function MethodSource({ id, marked, isLow = false }: MethodSourceProps) {
  const { t } = useTranslation();
  const source = useSource(id);
  const box = useRef<HTMLElement>(null);
  const markedLine = marked ? (source ?? "").split("\n").findIndex((line) => line.includes(marked)) : -1;
  useEffect(() => {
    const line = box.current?.querySelectorAll<HTMLElement>("[data-line]")[markedLine];
    if (line && box.current) box.current.scrollTop = line.offsetTop - box.current.clientHeight / 2;
  }, [markedLine]);
  if (source === undefined) return <p className={`${styles.wait} soft`}>{t("loading")}</p>;
  if (source === null) return <p className="soft">{t("methods.sourceFailed")}</p>;
  return (
    <figure>
      {/* What scrolls must be reachable by keyboard, and what has focus must have a name. */}
      <section
        ref={box}
        className={`${styles.source} ${isLow ? styles.low : ""}`}
        lang="en"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t("methods.source")}
      >
        <pre>
          <code>
            {sourceLines(source).map((line, number) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file have no other name
                key={number}
                className={styles.line}
                data-line=""
                data-marked={number === markedLine || undefined}
              >
                {line.map((stretch, place) =>
                  stretch.comment ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: nor have stretches of a line
                    <span key={place} className={styles.comment}>
                      {stretch.text}
                    </span>
                  ) : (
                    stretch.text
                  ),
                )}
                {"\n"}
              </span>
            ))}
          </code>
        </pre>
      </section>
      <figcaption className="field-hint">{t("methods.copy", { file: `${id}.ts` })}</figcaption>
    </figure>
  );
}

/** undefined while it loads, null where there is no such file. */
function useSource(id: string): string | null | undefined {
  const [source, setSource] = useState<string | null>();
  useEffect(() => {
    let wanted = true;
    const load = files[`../methods/${id}.ts`];
    Promise.resolve(load?.() ?? null).then(
      (text) => wanted && setSource(text),
      () => wanted && setSource(null),
    );
    return () => {
      wanted = false;
    };
  }, [id]);
  return source;
}
