import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { usePageHead } from "./page-head";

/** The hash names no page. */
export function NotFound({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  usePageHead(t("notFound.title"));
  return (
    <div className="message">
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.text", { path: path.slice(0, 80) })}</p>
      <div className="message-ways">
        <Link className="button button-primary" href="/">
          {t("notFound.home")}
        </Link>
        <Link className="button" href="/playground">
          {t("notFound.playground")}
        </Link>
      </div>
    </div>
  );
}
