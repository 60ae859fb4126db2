import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { judgeClicks } from "./judge-clicks";
import { readable } from "./sentence-text";
import { useDesk } from "./use-desk";
import styles from "./WastedClicks.module.css";

/** Most choices that are listed. */
const listed = 6;

/** Which choices taught nothing: those that the others foretold, and those that go against them. */
export function WastedClicks() {
  const { t } = useTranslation("preferences");
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("reward.wasted")}</summary>
      {isOpen && <Judged />}
    </details>
  );
}

function Judged() {
  const { t } = useTranslation("preferences");
  const { language, clicks } = useDesk();
  const { known, against } = useMemo(() => judgeClicks(language, clicks), [language, clicks]);
  return (
    <div className={styles.judged}>
      {known.length > 0 && <p>{t("reward.known", { count: known.length })}</p>}
      {against.length > 0 && (
        <>
          <p>{t("reward.against", { count: against.length })}</p>
          <ul>
            {against.slice(0, listed).map(({ better, worse }) => (
              <li key={`${better}/${worse}`}>
                {t("reward.over", { better: readable(language, better), worse: readable(language, worse) })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t("reward.useful")}</p>
    </div>
  );
}
