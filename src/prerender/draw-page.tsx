import i18next from "i18next";
import { renderToString } from "react-dom/server";
import { App } from "../app/App";
import { fetchAhead } from "../app/fetch-ahead";
import { type PageHead, PageHeadContext } from "../components/page-head";
import { speak, startI18n } from "../i18n/i18n";
import type { Language } from "../i18n/languages";

/** A page as markup, to be hydrated by src/main.tsx, and what belongs in its head. */
export interface DrawnPage extends PageHead {
  readonly html: string;
}

/** Draws a page as a reader of this language first sees it. `fetch` must find the files of public/. */
export async function drawPage(path: string, language: Language): Promise<DrawnPage> {
  if (i18next.isInitialized) await speak(language);
  else await startI18n(language);
  await fetchAhead(path);
  const head: PageHead = { title: "", description: "" };
  const html = renderToString(
    <PageHeadContext value={head}>
      <App path={path} />
    </PageHeadContext>,
  );
  return { ...head, html };
}
