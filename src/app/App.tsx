import { useMemo } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useTranslation } from "react-i18next";
import { Router, useLocation } from "wouter";
import { languageTag } from "../i18n/languages";
import { useLanguage } from "../i18n/use-language";
import { ExperimentProvider } from "../race-view/ExperimentProvider";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { Routes } from "./Routes";
import { playgroundRace } from "./races";
import { fixedLocation, siteLocation } from "./site-location";
import { UpdateNotice } from "./UpdateNotice";
import "./shell.css";

export interface AppProps {
  /** The page to draw, where there is no address to follow: "/lessons/lora". */
  readonly path?: string;
}

/** The frame of every page. Races live in a store and a worker: nothing here holds or loses them. */
export function App({ path }: AppProps) {
  const language = useLanguage();
  const hook = useMemo(
    () => (path === undefined ? siteLocation(language) : fixedLocation(path, language)),
    [path, language],
  );
  return (
    <I18nProvider locale={languageTag(language)}>
      <Router hook={hook}>
        <ExperimentProvider race={playgroundRace}>
          <Frame />
        </ExperimentProvider>
      </Router>
    </I18nProvider>
  );
}

/** Header and footer around the page; a figure embedded in another page has none. */
function Frame() {
  const { t } = useTranslation();
  const [path] = useLocation();
  const skip = (): void => document.querySelector("main")?.focus();
  if (path.startsWith("/embed/")) return <Routes />;
  return (
    <>
      <button className="skip" type="button" onClick={skip}>
        {t("skip")}
      </button>
      <Header />
      <UpdateNotice />
      <Routes />
      <Footer />
    </>
  );
}
