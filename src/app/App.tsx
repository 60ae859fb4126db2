import { I18nProvider } from "react-aria-components/I18nProvider";
import { useTranslation } from "react-i18next";
import { type BaseLocationHook, Router } from "wouter";
import { languageTag } from "../i18n/languages";
import { ExperimentProvider } from "../race-view/ExperimentProvider";
import { useSettings } from "../state/settings";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { useHashLocation } from "./hash-location";
import { Routes } from "./Routes";
import { playgroundRace } from "./races";
import "./shell.css";

/** The frame of every page; `hook` says where the reader is. Races live in a store and a worker: nothing here holds or loses them. */
export function App({ hook = useHashLocation }: { readonly hook?: BaseLocationHook }) {
  const { t } = useTranslation();
  const language = useSettings((settings) => settings.language);
  const skip = (): void => document.querySelector("main")?.focus();
  return (
    <I18nProvider locale={languageTag(language)}>
      <Router hook={hook}>
        <button className="skip" type="button" onClick={skip}>
          {t("skip")}
        </button>
        <ExperimentProvider race={playgroundRace}>
          <Header />
          <Routes />
          <Footer />
        </ExperimentProvider>
      </Router>
    </I18nProvider>
  );
}
