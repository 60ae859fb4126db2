import i18next from "i18next";
import type { ReactElement } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { renderToStaticMarkup } from "react-dom/server";
import { type BaseLocationHook, Router } from "wouter";
import { App } from "../app/App";
import { useHashLocation } from "../app/hash-location";
import { pages } from "../app/pages";
import { playgroundRace } from "../app/races";
import { startI18n } from "../i18n/i18n";
import { languageTag } from "../i18n/languages";
import { ExperimentProvider } from "../race-view/ExperimentProvider";
import { useSettings } from "../state/settings";
import { lessonViews } from "./lesson-views";

/** What is shown before a script has come. */
export interface FirstViews {
  /** The frame of all pages, with the first page in it. */
  readonly home: string;
  /** What stands in the frame at other places, by path without the leading slash: "lessons/lora/zero". */
  readonly places: Readonly<Record<string, string>>;
}

/**
 * The first view of pages as plain markup in the reader's language, so that index.html can show it before a script has
 * come: of the first page, of every step of the lessons, and of the playground. scripts/prerender.mjs writes it while
 * building; React draws the same in its place. `figures` gives what public/runs/claims/<lesson>.json holds.
 */
export async function firstViews(figures: (lesson: string) => unknown): Promise<FirstViews> {
  const { language } = useSettings.getInitialState();
  if (i18next.isInitialized) await i18next.changeLanguage(language);
  else await startI18n(language);
  const home = renderToStaticMarkup(<App hook={at("/")} />);
  await pages.lesson();
  const Playground = await pages.playground();
  const views = [["playground", <Playground key="playground" />], ...(await lessonViews(figures))] as const;
  return { home, places: Object.fromEntries(views.map(([path, page]) => [path, view(`/${path}`, page)])) };

  function view(path: string, page: ReactElement): string {
    return renderToStaticMarkup(
      <I18nProvider locale={languageTag(language)}>
        <Router hook={at(path)}>
          <ExperimentProvider race={playgroundRace}>{page}</ExperimentProvider>
        </Router>
      </I18nProvider>,
    );
  }
}

function at(path: string): BaseLocationHook {
  return Object.assign((): [string, () => void] => [path, () => {}], { hrefs: useHashLocation.hrefs });
}
