import { useTranslation } from "react-i18next";
import styles from "./Routes.module.css";
import { TokenLine } from "./TokenLine";

/** What was written on the way to an answer. */
export interface Route {
  readonly tokens: readonly string[];
  readonly answer: string;
}

export interface RoutesProps {
  readonly routes: readonly Route[];
  readonly expected: string;
}

/** The way that each answer took, the newest first. */
export function Routes({ routes, expected }: RoutesProps) {
  const { t } = useTranslation("prompt");
  if (routes.length === 0) return null;
  return (
    // What scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label={t("bench.votes.routes")} className={styles.scroll} tabIndex={0}>
      <ol reversed className={styles.routes}>
        {routes
          .map(({ tokens, answer }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a route is told by its place
            <li key={i}>
              <TokenLine kind="written" tokens={tokens} />
              <span className={answer === expected ? "right-answer" : "wrong-answer"}>
                {answer === expected ? "✓" : "✕"} {answer === "" ? "∅" : answer}
              </span>
            </li>
          ))
          .reverse()}
      </ol>
    </section>
  );
}
