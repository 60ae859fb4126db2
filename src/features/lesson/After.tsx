import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./after.module.css";
import { useStep } from "./step-context";

/** Paragraphs that would give the answer away: they keep their room, and are not shown before the guess. */
export function After({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation("lessons");
  const { isAnswered } = useStep();
  if (isAnswered) return <div className={styles.after}>{children}</div>;
  return (
    <div>
      <span className="visually-hidden">{t("claim.covered")}</span>
      <div aria-hidden className={styles.covered} inert>
        {children}
      </div>
    </div>
  );
}
