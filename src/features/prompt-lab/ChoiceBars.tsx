import { Button } from "react-aria-components/Button";
import { useTranslation } from "react-i18next";
import { Meter } from "../../charts/Meter";
import type { Choice } from "../../experiments/prompt/look";
import { useNumbers } from "../../i18n/numbers";
import { pictureOf, useThingName } from "../../prompt-view/thing-names";
import { marks } from "../../tasks/reader/vocabulary";
import styles from "./lab-choices.module.css";

export interface ChoiceBarsProps {
  /** The likeliest first; null while the model is asked. */
  readonly choices: readonly Choice[] | null;
  /** The token that does follow, where one does. */
  readonly followedBy: string | undefined;
  /** null: nothing can be written here. */
  readonly onChoose: ((token: string) => void) | null;
}

/** As many as fit: what comes further down has a few thousandths. */
const mostShown = 8;

/** The probability of each token that may come next. A press on one writes it. */
export function ChoiceBars({ choices, followedBy, onChoose }: ChoiceBarsProps) {
  const { t } = useTranslation("lab");
  const numbers = useNumbers();
  const nameOf = useThingName();
  const shown = choices?.slice(0, mostShown) ?? [];
  const rest = 1 - shown.reduce((sum, { chance }) => sum + chance, 0);
  return (
    <div className={styles.choices}>
      <ol aria-label={t("choices.label")} aria-busy={choices === null}>
        {shown.map(({ token, chance }) => {
          const name = token === marks.end ? t("choices.end") : nameOf(token);
          const row = (
            <>
              <span className={styles.token}>
                {pictureOf(token) && <span aria-hidden>{pictureOf(token)} </span>}
                {name}
                {token === followedBy && <small>{t("choices.follows")}</small>}
              </span>
              <Meter share={chance} />
              <span className="tabular">{numbers.share(chance)}</span>
            </>
          );
          return (
            <li key={token}>
              {onChoose ? (
                <Button
                  aria-label={t("choices.write", { token: name, chance: numbers.share(chance) })}
                  className={styles.choice ?? ""}
                  onPress={() => onChoose(token)}
                >
                  {row}
                </Button>
              ) : (
                <span className={styles.choice}>{row}</span>
              )}
            </li>
          );
        })}
      </ol>
      <p className="soft small">
        {shown.length > 0 && rest > 0.001 ? t("choices.rest", { share: numbers.share(rest) }) : ""}
      </p>
    </div>
  );
}
