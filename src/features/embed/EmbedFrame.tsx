import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { addressOf } from "../../state/address";
import { useSettings } from "../../state/settings";
import styles from "./EmbedFrame.module.css";
import { useParentHeight } from "./use-parent-page";

export interface EmbedFrameProps {
  readonly theme: "light" | "dark" | null;
  /** Where the whole is: "/playground?v=1&…". */
  readonly place: string;
  readonly children: ReactNode;
}

/** One figure alone in another page, with a way to the whole. */
export function EmbedFrame({ theme, place, children }: EmbedFrameProps) {
  const { t } = useTranslation("embed");
  const language = useLanguage();
  useParentHeight();
  useEffect(() => {
    // For this frame only: what the reader chose for the site stays.
    if (theme) useSettings.setState({ theme });
  }, [theme]);
  return (
    <div className={styles.frame}>
      {children}
      <p className={styles.source}>
        <a href={addressOf(place, language)} rel="noopener" target="_blank">
          {t("open")}
        </a>
      </p>
    </div>
  );
}
