import { useTranslation } from "react-i18next";
import { useProgress } from "../state/lesson-progress";
import { lessonParts, lessons } from "./index";
import { LessonItem } from "./LessonItem";
import styles from "./lesson-list.module.css";

export interface LessonListProps {
  /** One level below the heading that the list stands under. */
  readonly heading?: "h2" | "h3";
}

/** Every lesson by its part of the course, with its question, its length and the learner's progress. */
export function LessonList({ heading: Heading = "h3" }: LessonListProps) {
  const { t } = useTranslation("lessons");
  const progress = useProgress((store) => store.progress);
  return lessonParts.map((part) => (
    <section key={part} aria-labelledby={`part-${part}`} className={styles.part}>
      <Heading id={`part-${part}`}>{t(`parts.${part}.title`)}</Heading>
      <p className="soft">{t(`parts.${part}.about`)}</p>
      <ol className={styles.list} start={lessons.findIndex((lesson) => lesson.part === part)}>
        {lessons.map(
          (lesson, i) =>
            lesson.part === part && (
              <LessonItem key={lesson.id} lesson={lesson} number={i} progress={progress[lesson.id]} />
            ),
        )}
      </ol>
    </section>
  ));
}
