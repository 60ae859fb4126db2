import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Card } from "../../components/Card";
import { TakeToRealModel } from "../../race-view/TakeToRealModel";
import type { AdviceProps } from "./AdviceCard";
import { countPath } from "./count-path";
import { makerOf } from "./gpus";
import styles from "./guide.module.css";
import { architectureOf } from "./project";
import { scriptFor } from "./script";
import { tuningOf } from "./tuning";

/** The script of the recommendation, its command with every setting, and the way to its counts. */
export function ScriptCard({ advice, project, room }: AdviceProps) {
  const { t } = useTranslation("guide");
  const architecture = architectureOf(project);
  const tuning = tuningOf(advice.take, project, architecture);
  const maker = makerOf(project);
  const isOther = maker !== null && maker !== "nvidia";
  const script = scriptFor(advice.take, project, architecture, room);
  return (
    <Card title={t("script.title")}>
      {script ? (
        <>
          <div className={styles.scriptButton}>
            <TakeToRealModel
              key={`${script.method} ${script.model}`}
              method={script.method}
              model={script.model}
              options={script.options}
            />
          </div>
          <p>{t(script.isSame ? "script.same" : "script.alike", { model: script.model })}</p>
          <pre className={styles.command} lang="en">
            {script.command}
          </pre>
          {room === "lora4" && isOther && <p className="soft small">{t("script.packed")}</p>}
          {project.checkpointing && <p className="soft small">{t("script.checkpointing")}</p>}
        </>
      ) : (
        <p className="soft">{t(tuning.method === null ? "script.nothing" : "script.none")}</p>
      )}
      <p className={styles.note}>
        <Link href={countPath(project, tuning)}>{t("script.count")}</Link>
      </p>
    </Card>
  );
}
