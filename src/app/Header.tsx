import { Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { IconButton } from "../components/IconButton";
import { languages } from "../i18n/languages";
import { useSettings } from "../state/settings";
import { isDark } from "./appearance";
import { SettingsButton } from "./SettingsButton";

const destinations = ["lessons", "playground", "methods", "real-models", "speed", "about"] as const;

export function Header() {
  const { t } = useTranslation();
  const [path] = useLocation();
  const { language, theme, change } = useSettings();
  const dark = isDark(theme);
  const other = languages.find(({ id }) => id !== language) ?? languages[0];
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
        <button
          className="button button-quiet"
          lang={other.tag}
          type="button"
          onClick={() => change({ language: other.id })}
        >
          {other.name}
        </button>
        <IconButton
          label={t(dark ? "theme.switchToLight" : "theme.switchToDark")}
          onPress={() => change({ theme: dark ? "light" : "dark" })}
        >
          {dark ? <Sun aria-hidden size={18} /> : <Moon aria-hidden size={18} />}
        </IconButton>
        <SettingsButton />
      </div>
    </header>
  );
}
