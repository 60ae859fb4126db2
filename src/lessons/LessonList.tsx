import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useProgress } from "../state/lesson-progress";
import { lessons } from "./index";
import styles from "./lesson-list.module.css";

/** Every lesson with its question, its length and the learner's progress. */
export function LessonList() {
  const { t } = useTranslation("lessons");
  const progress = useProgress((store) => store.progress);
  return (
    <ol className={styles.list}>
      {lessons.map(({ id, minutes, section }) => {
        const mine = progress[id];
        const seen = mine ? Math.min(mine.seen.length, mine.steps) : 0;
        return (
          <li key={id}>
            <Link href={mine && seen < mine.steps ? `/lessons/${id}/${mine.last}` : `/lessons/${id}`}>
              {t(`list.${id}.title`)}
            </Link>
            <p className="soft">{t(`list.${id}.question`)}</p>
            <p className={`${styles.foot} soft small`}>
              <span>{t("page.minutes", { count: minutes })}</span>
              <span>{t("page.section", { section })}</span>
              {mine && <span>{t("page.seen", { seen, steps: mine.steps })}</span>}
            </p>
            {mine && (
              <progress
                aria-label={t("page.seen", { seen, steps: mine.steps })}
                max={mine.steps}
                value={seen}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
