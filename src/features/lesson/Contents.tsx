import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Lesson } from "../../lessons/lesson";
import { useProgress } from "../../state/lesson-progress";
import styles from "./lesson.module.css";

export interface ContentsProps {
  readonly lesson: Lesson;
  readonly current: string;
  readonly titles: Readonly<Record<string, string>>;
}

const none: readonly string[] = [];

/** The steps of a lesson as marks: seen, now, to come. */
export function Contents({ lesson, current, titles }: ContentsProps) {
  const { t } = useTranslation("lessons");
  const seen = useProgress((store) => store.progress[lesson.id]?.seen ?? none);
  return (
    <nav aria-label={t("page.contents")} className={styles.contents}>
      <ol>
        {lesson.steps.map(({ id }, i) => (
          <li key={id}>
            <Link
              aria-current={id === current ? "step" : undefined}
              data-seen={seen.includes(id)}
              href={`/lessons/${lesson.id}/${id}`}
              title={titles[id]}
            >
              <span className="visually-hidden">
                {t(seen.includes(id) ? "page.stepSeen" : "page.step", { number: i + 1, title: titles[id] })}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
