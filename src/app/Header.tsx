import { Moon, Sun } from "lucide-react";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { languages } from "../i18n/languages";
import { useLanguage } from "../i18n/use-language";
import { addressOf } from "../state/address";
import { useSettings } from "../state/settings";
import { useIsDark } from "./appearance";
import { HeaderButton } from "./HeaderButton";
import { SettingsButton } from "./SettingsButton";

const destinations = [
  "lessons",
  "playground",
  "prompt-lab",
  "preferences",
  "methods",
  "real-models",
] as const;

export function Header() {
  const { t } = useTranslation();
  const [path] = useLocation();
  const language = useLanguage();
  const change = useSettings((settings) => settings.change);
  const dark = useIsDark();
  const other = languages.find(({ id }) => id !== language) ?? languages[0];
  // Without a reload, so that what runs goes on; a new tab gets the address itself.
  const translate = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    change({ language: other.id });
  };
  return (
    <header className="header">
      <Link className="brand" href="/">
        {t("brand")}
      </Link>
      <nav className="nav" aria-label={t("nav.label")}>
        {destinations.map((page) => (
          <Link key={page} aria-current={path.startsWith(`/${page}`) ? "page" : undefined} href={`/${page}`}>
            {t(`nav.${page}`)}
          </Link>
        ))}
      </nav>
      <div className="header-tools">
        <a
          className="button button-quiet"
          href={addressOf(path, other.id)}
          hrefLang={other.tag}
          lang={other.tag}
          onClick={translate}
        >
          {other.name}
        </a>
        <HeaderButton
          label={t(dark ? "theme.switchToLight" : "theme.switchToDark")}
          onPress={() => change({ theme: dark ? "light" : "dark" })}
        >
          {dark ? <Sun aria-hidden size={18} /> : <Moon aria-hidden size={18} />}
        </HeaderButton>
        <SettingsButton />
      </div>
    </header>
  );
}
