import { createContext, use, useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Title of the browser tab, and what search engines are told of a page. */
export interface PageHead {
  title: string;
  description: string;
}

/** Takes the head of a page that is drawn while building, where no effect runs. */
export const PageHeadContext = createContext<PageHead | null>(null);

/** Names the browser tab after the page, and tells search engines what is on it, in the current language. */
export function usePageHead(page: string, description?: string): void {
  const { t } = useTranslation();
  const title = t("title", { page });
  const text = description ?? t("home.description");
  const taken = use(PageHeadContext);
  if (taken) Object.assign(taken, { title, description: text });
  useEffect(() => {
    document.title = title;
    document.querySelector('meta[name="description"]')?.setAttribute("content", text);
  }, [title, text]);
}
