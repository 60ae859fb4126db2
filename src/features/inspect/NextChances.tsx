import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { Meter } from "../../charts/Meter";
import { type Numbers, useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { useRace } from "../../race-view/use-race";
import type { NextToken } from "../../training/write-on";
import styles from "./inspect.module.css";
import type { Writer } from "./use-writing";

/** Smaller chances are told apart by nobody. */
const leastChance = 0.001;

/** What could come next, with the chance of each; classes keep their places. */
export function NextChances({ next, writer }: { readonly next: NextToken | null; readonly writer: Writer }) {
  const { t } = useTranslation("inspect");
  const numbers = useNumbers();
  const words = useWords();
  const task = useRace((race) => race.draft.task);
  const isOfClasses = useRace((race) => (race.info?.classes.length ?? 0) > 0);
  const choices = next?.choices ?? [];
  const shown = isOfClasses ? [...choices].sort((a, b) => a.id - b.id) : choices;
  const title = t(isOfClasses ? "write.classes" : "write.choices", { name: writer.name });
  return (
    <div className={styles.chances} style={{ "--lane": writer.color } as CSSProperties}>
      <p className="field-label">{title}</p>
      <ul aria-label={title}>
        {shown.map(({ id, text, chance }, i) => (
          <li key={isOfClasses ? id : i}>
            <span className={styles.chancesToken}>
              {isOfClasses ? words.answer(task, text) : text}
              {!isOfClasses && i === 0 && next?.ended && <small>{t("write.endsHere")}</small>}
            </span>
            <Meter share={chance} />
            <span>{chanceText(chance, numbers)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function chanceText(chance: number, numbers: Numbers): string {
  return chance < leastChance ? `< ${numbers.share(leastChance)}` : numbers.share(chance);
}
