import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { usePageHead } from "./page-head";

/** There is no network, and the page that was asked for has not been kept. */
export function NotKept() {
  const { t } = useTranslation();
  usePageHead(t("offline.title"));
  return (
    <div className="message">
      <h1>{t("offline.title")}</h1>
      <p>{t("offline.text")}</p>
      <div className="message-ways">
        <Link className="button button-primary" href="/">
          {t("notFound.home")}
        </Link>
      </div>
    </div>
  );
}
