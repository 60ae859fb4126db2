import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import type { LabTask } from "../../state/lab-tasks";
import type { ComposerProps } from "./composer-props";
import styles from "./lab-compose.module.css";
import { PromptField } from "./PromptField";
import { QuestionComposer } from "./QuestionComposer";
import { ReaderField, type ReaderFieldProps } from "./ReaderField";
import { ThingComposer } from "./ThingComposer";

export interface ComposeCardProps extends ComposerProps, ReaderFieldProps {
  readonly task: LabTask;
}

/** Where a prompt is composed: from its parts, or by typing all of it; and which model reads it. */
export function ComposeCard({ task, model, onModel, ...prompt }: ComposeCardProps) {
  const { t } = useTranslation("lab");
  return (
    <Card title={t("compose.title")}>
      <div className={styles.body}>
        {task === "thing-label" ? (
          <ThingComposer {...prompt} />
        ) : (
          <QuestionComposer {...prompt} order={task} />
        )}
        <PromptField {...prompt} />
        <ReaderField model={model} onModel={onModel} />
      </div>
    </Card>
  );
}
