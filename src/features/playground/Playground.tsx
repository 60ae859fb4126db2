import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { LazySection } from "../../components/LazySection";
import { lazyComponent } from "../../components/lazy-component";
import { usePageHead } from "../../components/page-head";
import { retryImport } from "../../lib/retry-import";
import { useRaceStore } from "../../race-view/use-race";
import { recordRuns } from "../../state/kept-runs";
import { followRaceAddress } from "../../state/link-sync";
import { recordResults } from "../../state/record-results";
import { Answers } from "./Answers";
import { Figure } from "./Figure";
import { LaneList } from "./LaneList";
import { fetchLaneSettings } from "./LaneSettings";
import { LinkNotice, TaskNote } from "./Notices";
import styles from "./Playground.module.css";
import { Sentence } from "./Sentence";
import { useOwnDataSets } from "./use-own-data-sets";

const Insights = lazyComponent(() =>
  retryImport(() => import("./Insights")).then((insights) => insights.Insights),
);

export interface PlaygroundProps {
  /** Shown below the task: where a learner brings own data. */
  readonly data?: ReactNode;
  /** Shown last, where there is room for a closer look at the race. */
  readonly children?: ReactNode;
}

/** Choose, watch, compare, ask. */
export function Playground({ data, children }: PlaygroundProps) {
  const store = useRaceStore();
  const { t } = useTranslation("playground");
  usePageHead(t("title"), t("description"));
  useEffect(() => {
    const leave = followRaceAddress(store);
    if (store.getState().phase === "idle") void store.getState().open();
    return leave;
  }, [store]);
  useEffect(() => store.getState().attend(), [store]);
  useEffect(() => recordResults(store), [store]);
  useEffect(() => recordRuns(store), [store]);
  useOwnDataSets();
  useEffect(fetchLaneSettings, []);
  return (
    <>
      <h1 className="visually-hidden">{t("title")}</h1>
      <LinkNotice />
      <Sentence />
      <TaskNote />
      {data}
      <div className={styles.race}>
        <LazySection className={styles.figureRoom}>
          <Figure />
        </LazySection>
        <LazySection className={styles.lanesRoom}>
          <LaneList />
        </LazySection>
      </div>
      <LazySection className={styles.answersRoom}>
        <Answers />
      </LazySection>
      <LazySection className={styles.insightsRoom}>
        <Insights />
      </LazySection>
      <LazySection className={styles.inspectRoom}>{children}</LazySection>
    </>
  );
}
