import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { Meter } from "../../charts/Meter";
import type { LaneStyle } from "../../race-view/use-lane-styles";
import type { PromptWords } from "../../training/prompt-words";
import styles from "./inspect.module.css";
import { countReadings, readVector } from "./prompt-reading";

/** A space or nothing would not be seen. */
function visible(token: string): string {
  return token.trim() === "" ? "␣" : token;
}

/** The prompt of one lane: each vector's nearest words and length, beside what is usual among words. */
export function PromptLane({
  laneStyle,
  prompt,
}: {
  readonly laneStyle: LaneStyle;
  readonly prompt: PromptWords;
}) {
  const { t } = useTranslation("inspect");
  const { words, usualCosine, usualNorm } = prompt;
  const counts = countReadings(prompt);
  const total = words.length;
  const longest = Math.max(usualNorm, ...words.map(({ norm }) => norm));
  return (
    <section
      aria-label={laneStyle.name}
      className={styles.promptLane}
      style={{ "--lane": laneStyle.color } as CSSProperties}
    >
      <h3>
        <span className={styles.mergeName}>{laneStyle.name}</span>
      </h3>
      <p>
        {counts.same > 0 && `${t("prompt.same", { count: counts.same, total })} `}
        {counts.near > 0 && `${t("prompt.near", { count: counts.near, total })} `}
        {counts.none > 0 && t("prompt.none", { count: counts.none, total })}
      </p>
      <p className="soft small">
        {t("prompt.usual", { cosine: usualCosine.toFixed(2), norm: usualNorm.toFixed(2) })}
      </p>
      <section
        aria-label={t("prompt.tableOf", { name: laneStyle.name })}
        className={styles.promptScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className={styles.promptTable}>
          <thead>
            <tr>
              <th scope="col">{t("prompt.vector")}</th>
              <th scope="col">{t("prompt.length")}</th>
              <th scope="col">{t("prompt.nearest")}</th>
            </tr>
          </thead>
          <tbody>
            {words.map((word, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a vector is known by its place
              <tr key={i} data-reading={readVector(word, usualCosine)}>
                <th scope="row">{i + 1}</th>
                <td>
                  <Meter mark={usualNorm / longest} share={word.norm / longest} />
                  {word.norm.toFixed(2)}
                </td>
                <td>
                  <ul>
                    {word.nearest.map(({ token, cosine }) => (
                      <li key={token} data-usual={cosine <= usualCosine}>
                        <b>{visible(token)}</b> <small>{cosine.toFixed(2)}</small>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
