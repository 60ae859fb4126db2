import { Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { copyText } from "../../components/copy-text";
import styles from "./peft.module.css";
import { useStep } from "./step-context";

/** What a lesson amounts to in Python, with the usual libraries: a few lines to copy. */
export function Peft({ code }: { readonly code: string }) {
  const { t } = useTranslation("lessons");
  const { mode } = useStep();
  const [said, say] = useState<"copied" | "copyFailed" | null>(null);
  const copy = async (): Promise<void> => {
    say((await copyText(code)) ? "copied" : "copyFailed");
  };
  return (
    <section className={styles.peft} aria-label={t("peft.title")}>
      <h2>{t("peft.title")}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label={t("peft.code")} className={styles.code} lang="en" tabIndex={0}>
        <pre>
          <code>{code}</code>
        </pre>
      </section>
      {mode === "live" && (
        <p className={styles.copy}>
          <Button icon={<Copy aria-hidden size={16} />} onPress={() => void copy()}>
            {t("peft.copy")}
          </Button>
          <span role="status">{said && t(`peft.${said}`)}</span>
        </p>
      )}
    </section>
  );
}
