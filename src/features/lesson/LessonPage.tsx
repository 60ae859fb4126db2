import { ArrowLeft, ArrowRight } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { LessonFigures } from "../../claims/figures";
import { usePageHead } from "../../components/page-head";
import { useLanguage } from "../../i18n/use-language";
import { lessonNumber, lessons } from "../../lessons/index";
import type { Lesson } from "../../lessons/lesson";
import { ShareButton } from "../../race-view/ShareButton";
import { useProgress } from "../../state/lesson-progress";
import { Contents } from "./Contents";
import styles from "./lesson.module.css";
import { PlainLesson } from "./PlainLesson";
import { StepProvider } from "./StepProvider";
import { StepView } from "./StepView";
import { useStepTitles } from "./step-titles";
import { usePrinting } from "./use-printing";
import { useStepKeys } from "./use-step-keys";
import { wordComponents } from "./word-components";

const components = { Step: StepView, ...wordComponents };

export interface LessonPageProps {
  readonly lesson: Lesson;
  readonly figures: LessonFigures | null;
  /** The step in the address; the first where there is none, or none of that name. */
  readonly stepId: string | undefined;
  /** Only the step, without the lesson around it. */
  readonly isAlone: boolean;
  readonly isAnswerShown: boolean;
}

/** A lesson, one step at a time. */
export function LessonPage({ lesson, figures, stepId, isAlone, isAnswerShown }: LessonPageProps) {
  const { t } = useTranslation("lessons");
  const [, navigate] = useLocation();
  const visit = useProgress((store) => store.visit);
  const index = Math.max(
    0,
    lesson.steps.findIndex(({ id }) => id === stepId),
  );
  const step = lesson.steps[index]!;
  const titles = useStepTitles(lesson);
  const number = lessonNumber(lesson.id);
  const name = t(`list.${lesson.id as "lora"}.title`);
  usePageHead(`${name}: ${titles[step.id] ?? ""}`, t(`list.${lesson.id as "lora"}.question`));
  useEffect(() => visit(lesson.id, step.id, lesson.steps.length), [visit, lesson, step]);
  // An address of a step that is not there leads to the first one, and says so.
  const isLost = !isAlone && stepId !== undefined && stepId !== step.id;
  useEffect(() => {
    if (isLost) navigate(`/lessons/${lesson.id}/${step.id}`, { replace: true });
  }, [isLost, navigate, lesson, step]);

  const ways = useMemo(() => {
    const to = (id: string | undefined): string | null => (id ? `/lessons/${lesson.id}/${id}` : null);
    return { back: to(lesson.steps[index - 1]?.id), on: to(lesson.steps[index + 1]?.id) };
  }, [lesson, index]);
  const frame = useRef<HTMLDivElement>(null);
  useStepKeys(frame, ways, navigate);

  const Words = lesson.words[useLanguage()];
  const next = lessons[number + 1];
  const isPrinting = usePrinting();
  const shown = (
    <StepProvider
      key={`${lesson.id}/${step.id}`}
      figures={figures}
      isAnswerShown={isAnswerShown}
      lesson={lesson}
      step={step}
    >
      <Words components={components} />
    </StepProvider>
  );
  if (isAlone) return shown;
  return (
    <>
      <noscript>
        <style>{"[data-needs-scripts] { display: none }"}</style>
        <h1>{name}</h1>
        <PlainLesson figures={figures} lesson={lesson} only={step.id} />
        <nav className={styles.nav}>
          {ways.back && <Link href={ways.back}>{titles[lesson.steps[index - 1]!.id]}</Link>}
          {ways.on && <Link href={ways.on}>{titles[lesson.steps[index + 1]!.id]}</Link>}
        </nav>
      </noscript>
      {/* What the learner made stays as it is meanwhile. */}
      <div ref={frame} data-needs-scripts hidden={isPrinting}>
        <header className={styles.head}>
          <Link className={styles.name} href="/lessons">
            {t("page.name", { number, title: name })}
          </Link>
          <Contents current={step.id} lesson={lesson} titles={titles} />
          <span className="soft">{t("page.minutes", { count: lesson.minutes })}</span>
          <ShareButton
            figure={`/embed/lesson?id=${lesson.id}&step=${step.id}`}
            kind="lesson"
            place={`/lessons/${lesson.id}/${step.id}`}
          />
        </header>
        {shown}
        <nav aria-label={t("page.steps")} className={styles.nav}>
          {ways.back ? (
            <Link href={ways.back}>
              <ArrowLeft aria-hidden size={16} /> {titles[lesson.steps[index - 1]!.id]}
            </Link>
          ) : (
            <Link href="/lessons">
              <ArrowLeft aria-hidden size={16} /> {t("page.all")}
            </Link>
          )}
          {ways.on ? (
            <Link className={styles.on} href={ways.on}>
              {titles[lesson.steps[index + 1]!.id]} <ArrowRight aria-hidden size={16} />
            </Link>
          ) : (
            <Link className={styles.on} href={next ? `/lessons/${next.id}` : "/playground"}>
              {next ? t("page.next", { title: t(`list.${next.id}.title`) }) : t("page.playground")}{" "}
              <ArrowRight aria-hidden size={16} />
            </Link>
          )}
        </nav>
      </div>
      {isPrinting && (
        <>
          <h1>{name}</h1>
          <PlainLesson figures={figures} lesson={lesson} />
        </>
      )}
    </>
  );
}
