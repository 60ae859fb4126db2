import i18next from "i18next";
import { languageTag } from "../i18n/languages";
import { type Settings, useSettings } from "../state/settings";

/** Makes the document follow the settings from now on: language, theme, and the system's theme where that is asked for. */
export function followSettings(): void {
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  apply(useSettings.getState());
  useSettings.subscribe(apply);
  systemDark.addEventListener("change", () => apply(useSettings.getState()));
}

/** Whether the page is dark now; "system" is resolved. */
export function isDark(theme: Settings["theme"]): boolean {
  return theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
}

function apply({ language, theme }: Settings): void {
  const page = document.documentElement;
  page.lang = languageTag(language);
  page.dataset.theme = isDark(theme) ? "dark" : "light";
  document
    .querySelector('meta[name="theme-color"]')
    ?.setAttribute("content", getComputedStyle(page).getPropertyValue("--paper").trim());
  if (i18next.language !== language) void i18next.changeLanguage(language);
}
