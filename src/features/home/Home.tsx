import { ArrowRight } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { lazyComponent } from "../../components/lazy-component";
import { usePageHead } from "../../components/page-head";
import { loadWords } from "../../i18n/i18n";
import { useWords } from "../../i18n/words";
import { retryImport } from "../../lib/retry-import";
import { defaultRace } from "../../training/default-race";
import styles from "./home.module.css";
import { fetchRecordedRun, type RecordedRun } from "./recorded-run";

/** Keeps the room of the race. */
const racePlace = `card ${styles.race}`;
/** Fetched beside the page, with its words: the sentence above it is read meanwhile. */
const HomeRace = lazyComponent(async () => {
  const [race] = await Promise.all([
    retryImport(() => import("./HomeRace")),
    loadWords(["methods", "playground"]),
  ]);
  return race.HomeRace;
}, racePlace);
/** Insights the race, and not needed to see it. */
const HomeLessons = lazyComponent(async () => {
  const [list] = await Promise.all([
    retryImport(() => import("../../lessons/LessonList")),
    loadWords(["lessons"]),
  ]);
  return list.LessonList;
}, styles.lessonsPlace);
const usual = defaultRace();

const doors = [
  ["/playground", "doorPlayground"],
  ["/prompt-lab", "doorPromptLab"],
  ["/preferences", "doorPreferences"],
  ["/methods", "doorMethods"],
  ["/real-models", "doorRealModels"],
  ["/which-method", "doorWhichMethod"],
] as const;
/** Where everyone may begin. */
const firstLesson = "/lessons/one-thing";

/** What this is, said in one sentence and shown in one figure. */
export function Home() {
  const { t } = useTranslation();
  const words = useWords();
  usePageHead(t("home.title"));
  const run = useRecordedRun();
  const spec = run?.spec ?? usual;
  const count = String(spec.lanes.length);
  return (
    <>
      <div className={`page-head ${styles.head}`}>
        <h1 className="sentence">
          {t("home.hero", {
            count: t(`home.numberWords.${count as "5"}`, { defaultValue: count }),
            task: words.task(spec.task).phrase,
          })}
        </h1>
        <p className="soft">{t("home.lead")}</p>
        <p className={styles.ways}>
          <Link className="button button-primary" href={firstLesson}>
            {t("home.begin")}
          </Link>
          <Link className="button" href="/playground">
            {t("home.open")}
          </Link>
        </p>
      </div>
      {run === undefined ? <div className={racePlace} /> : <HomeRace run={run} spec={spec} />}
      <section aria-labelledby="home-lessons" className={styles.lessons}>
        <h2 id="home-lessons">
          <Link href="/lessons">{t("home.lessons")}</Link>
        </h2>
        <HomeLessons />
      </section>
      <section aria-labelledby="doors">
        <h2 className="visually-hidden" id="doors">
          {t("home.doors")}
        </h2>
        <ul className={styles.doors}>
          {doors.map(([href, door]) => (
            <li key={href} className={`card ${styles.door}`}>
              <h3>
                <Link href={href}>
                  {t(`home.${door}.title`)}
                  <ArrowRight aria-hidden size={18} />
                </Link>
              </h3>
              <p className="soft">{t(`home.${door}.text`)}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** The recorded race: undefined while it loads, null where there is none. */
function useRecordedRun(): RecordedRun | null | undefined {
  const [run, setRun] = useState<RecordedRun | null>();
  useEffect(() => {
    let wanted = true;
    fetchRecordedRun().then(
      (loaded) => wanted && setRun(loaded),
      () => wanted && setRun(null),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return run;
}
