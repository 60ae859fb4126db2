import i18next from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { startI18n } from "../i18n/i18n";
import { useSettings } from "../state/settings";
import { App } from "./App";
import { useHashLocation } from "./hash-location";

const atHome = Object.assign((): [string, () => void] => ["/", () => {}], { hrefs: useHashLocation.hrefs });

/**
 * The first page as plain markup in the reader's language, so that index.html can show it before a script has come;
 * scripts/prerender.mjs puts it there while building. React draws the same in its place.
 */
export async function firstPaint(): Promise<string> {
  const { language } = useSettings.getInitialState();
  if (i18next.isInitialized) await i18next.changeLanguage(language);
  else await startI18n(language);
  return renderToStaticMarkup(<App hook={atHome} />);
}
