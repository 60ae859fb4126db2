import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { usePageHead } from "../../components/page-head";
import { LinkIssues } from "../../race-view/LinkIssues";
import { AdviceCard } from "./AdviceCard";
import { ExpectCard } from "./ExpectCard";
import styles from "./guide.module.css";
import { MemoryCard } from "./MemoryCard";
import { ProjectForm } from "./ProjectForm";
import { advise } from "./rules";
import { ScriptCard } from "./ScriptCard";
import { SettingsCard } from "./SettingsCard";
import { situationOf } from "./situation";
import { useProject, useProjectIssues } from "./use-project";
import { WaysCard } from "./WaysCard";

/** From what someone has to what they should start with: a method, its settings, its memory and its script. */
export function WhichMethod() {
  const { t } = useTranslation("guide");
  usePageHead(t("title"), t("lead"));
  const [project, choose] = useProject();
  const [issues, dismiss] = useProjectIssues();
  const situation = useMemo(() => situationOf(project), [project]);
  const advice = advise(situation);
  return (
    <>
      <div className="page-head">
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
      </div>
      <LinkIssues issues={issues} onDismiss={dismiss} />
      <div className={styles.guide}>
        <div className={styles.pair}>
          <ProjectForm project={project} onChoose={choose} />
          <AdviceCard advice={advice} project={project} room={situation.room} />
        </div>
        <MemoryCard advice={advice} project={project} room={situation.room} />
        <div className={styles.pair}>
          <SettingsCard advice={advice} project={project} />
          <ScriptCard advice={advice} project={project} room={situation.room} />
        </div>
        <ExpectCard project={project} situation={situation} />
        <WaysCard />
      </div>
    </>
  );
}
