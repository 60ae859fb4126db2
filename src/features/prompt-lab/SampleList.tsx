import { useTranslation } from "react-i18next";
import { pictureOf, useThingName } from "../../prompt-view/thing-names";
import styles from "./lab-votes.module.css";
import type { Sample } from "./use-sampling";

/** Every answer that was drawn, with what was written to reach it. */
export function SampleList({ samples }: { readonly samples: readonly Sample[] }) {
  const { t } = useTranslation("lab");
  const nameOf = useThingName();
  if (samples.length === 0) return null;
  return (
    // What scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label={t("votes.samples")} className={styles.samples} tabIndex={0}>
      <ol>
        {samples.map(({ tokens, answer }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sample is known by its place
          <li key={i}>
            <code>{tokens.map((token) => pictureOf(token) ?? token).join(" ")}</code>
            <b>{answer === "" ? "–" : nameOf(answer)}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}
