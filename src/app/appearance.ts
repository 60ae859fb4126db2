import { useSyncExternalStore } from "react";
import { type Settings, useSettings } from "../state/settings";

const systemDark = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");

/** Makes the document follow the chosen theme from now on, and the system's where that is asked for. */
export function followTheme(): void {
  apply(useSettings.getState());
  useSettings.subscribe(apply);
  systemDark().addEventListener("change", () => apply(useSettings.getState()));
}

/** Whether the page is dark now; "system" is resolved. Pages drawn while building are light. */
export function useIsDark(): boolean {
  const theme = useSettings((settings) => settings.theme);
  const isSystemDark = useSyncExternalStore(
    (listener) => {
      const system = systemDark();
      system.addEventListener("change", listener);
      return () => system.removeEventListener("change", listener);
    },
    () => systemDark().matches,
    () => false,
  );
  return theme === "dark" || (theme === "system" && isSystemDark);
}

function apply({ theme }: Settings): void {
  const page = document.documentElement;
  const isDark = theme === "dark" || (theme === "system" && systemDark().matches);
  page.dataset.theme = isDark ? "dark" : "light";
  document
    .querySelector('meta[name="theme-color"]')
    ?.setAttribute("content", getComputedStyle(page).getPropertyValue("--paper").trim());
}
