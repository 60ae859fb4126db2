import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Button } from "../../components/Button";
import { NotFound } from "../../components/NotFound";
import { findLesson } from "../../lessons/index";
import { type FetchedLesson, fetchedLesson, fetchLesson } from "./fetch-lesson";
import { LessonPage } from "./LessonPage";

export interface LessonProps {
  readonly id?: string | undefined;
  readonly step?: string | undefined;
  /** Only the step, without the lesson around it. */
  readonly isAlone?: boolean;
  /** The answer stands there at once, for whoever teaches with it. */
  readonly isAnswerShown?: boolean;
}

/** A lesson by its id, fetched when it is opened. */
export function Lesson({ id = "", step, isAlone = false, isAnswerShown = false }: LessonProps) {
  const { t } = useTranslation("lessons");
  const entry = findLesson(id);
  const [loaded, setLoaded] = useState<FetchedLesson | "failed" | undefined>(() => fetchedLesson(id));
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt fetches anew
  useEffect(() => {
    const here = fetchedLesson(id);
    setLoaded(here);
    if (!entry || here?.figures) return;
    let wanted = true;
    fetchLesson(id).then(
      (fetched) => wanted && setLoaded(fetched),
      () => wanted && setLoaded(here ?? "failed"),
    );
    return () => {
      wanted = false;
    };
  }, [entry, id, attempt]);
  if (!entry) return <NotFound path={`/lessons/${id}`} />;
  if (loaded === "failed")
    return (
      <div className="message" role="alert">
        <p>{t("page.failed")}</p>
        <div className="message-ways">
          <Button variant="primary" onPress={() => setAttempt(attempt + 1)}>
            {t("page.again")}
          </Button>
          <Link className="button" href="/lessons">
            {t("page.all")}
          </Link>
        </div>
      </div>
    );
  if (!loaded || loaded.lesson.id !== id) return <p className="page-loading soft">{t("page.loading")}</p>;
  return (
    <LessonPage
      figures={loaded.figures}
      isAlone={isAlone}
      isAnswerShown={isAnswerShown}
      lesson={loaded.lesson}
      stepId={step}
    />
  );
}
