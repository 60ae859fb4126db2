import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Progress } from "../state/lesson-progress";
import type { lessons } from "./index";
import styles from "./lesson-list.module.css";

export interface LessonItemProps {
  readonly lesson: (typeof lessons)[number];
  /** From 0, through all parts. */
  readonly number: number;
  /** How far the learner has come; left out where the lesson was not opened yet. */
  readonly progress: Progress[string] | undefined;
}

/** A lesson of the list: it leads to the step where the learner left off. */
export function LessonItem({ lesson: { id, minutes, section }, number, progress }: LessonItemProps) {
  const { t } = useTranslation("lessons");
  const seen = progress ? Math.min(progress.seen.length, progress.steps) : 0;
  const shown = progress && t("page.seen", { seen, steps: progress.steps });
  return (
    <li data-number={number}>
      <Link href={progress && seen < progress.steps ? `/lessons/${id}/${progress.last}` : `/lessons/${id}`}>
        {t(`list.${id}.title`)}
      </Link>
      <p className="soft">{t(`list.${id}.question`)}</p>
      <p className={`${styles.foot} soft small`}>
        <span>{t("page.minutes", { count: minutes })}</span>
        <span>{t("page.section", { section })}</span>
        {shown && <span>{shown}</span>}
      </p>
      {progress && <progress aria-label={shown} max={progress.steps} value={seen} />}
    </li>
  );
}
