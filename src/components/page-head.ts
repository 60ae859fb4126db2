import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Names the browser tab after the page, and tells search engines what is on it, in the current language. */
export function usePageHead(page: string, description?: string): void {
  const { t } = useTranslation();
  const title = t("title", { page });
  const text = description ?? t("home.description");
  useEffect(() => {
    document.title = title;
    document.querySelector('meta[name="description"]')?.setAttribute("content", text);
  }, [title, text]);
}
