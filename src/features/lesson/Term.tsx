import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Popover } from "../../components/Popover";
import { useStep } from "./step-context";
import styles from "./term.module.css";

/** A term where the text first uses it: pressed, it says what it means. `id` as in the glossary. */
export function Term({ id, children }: { readonly id: string; readonly children?: ReactNode }) {
  const { t, i18n } = useTranslation("glossary");
  const { mode } = useStep();
  const term = id as "loss";
  if (!i18n.exists(`terms.${id}.text`, { ns: "glossary" })) throw new Error(`no term is called "${id}"`);
  if (mode === "plain") return <dfn className={styles.printed}>{children}</dfn>;
  return (
    <Popover
      title={t(`terms.${term}.name`)}
      trigger={<Button className={styles.term ?? ""}>{children}</Button>}
    >
      <p>{t(`terms.${term}.text`)}</p>
      <p>
        <Link href="/glossary">{t("page.all")}</Link>
      </p>
    </Popover>
  );
}
