import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../components/Card";
import { useWords } from "../i18n/words";
import { failureText } from "../race-view/failure-text";
import type { TrainerFailure } from "../worker/api";
import styles from "./BenchFrame.module.css";

export interface BenchFrameProps {
  readonly title: string;
  /** What can be done here. */
  readonly hint: string;
  /** Why the last look failed. */
  readonly failure?: TrainerFailure | null | undefined;
  readonly children: ReactNode;
}

/** The card of every bench: what it is, what to do, and what went wrong. */
export function BenchFrame({ title, hint, failure, children }: BenchFrameProps) {
  const { t } = useTranslation(["playground", "app"]);
  const words = useWords();
  return (
    <Card title={title}>
      <div className={styles.bench}>
        <p className="soft small">{hint}</p>
        {children}
        {failure && <p role="alert">{failureText(failure, t, words)}</p>}
      </div>
    </Card>
  );
}
