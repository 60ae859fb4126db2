import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { usePageHead } from "./page-head";
import { useHydrated } from "./use-hydrated";

/** The address names no page. */
export function NotFound({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  // One file is drawn beforehand for all lost addresses.
  const shown = useHydrated() ? path.slice(0, 80) : "…";
  usePageHead(t("notFound.title"));
  return (
    <div className="message">
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.text", { path: shown })}</p>
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
