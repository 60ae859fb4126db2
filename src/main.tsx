// Before the components: their styles build on these.
import "./app/theme.css";
import "./app/base.css";
import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app/App";
import { followTheme } from "./app/appearance";
import { fetchAhead } from "./app/fetch-ahead";
import { followLanguage } from "./app/language";
import { startI18n } from "./i18n/i18n";
import { currentPlace } from "./state/address";
import { useSettings } from "./state/settings";

void start();

/**
 * A function of its own: pages import what lies in one file with this one, and would wait for ever for a file that waits
 * for them.
 */
async function start(): Promise<void> {
  const { language, path } = currentPlace();
  useSettings.setState({ language });
  await startI18n(language);
  // Between these the browser may paint and listen: all at once would hold it up.
  await nextTask();
  await fetchAhead(path);
  await nextTask();
  followTheme();
  followLanguage();

  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  const page = (
    <StrictMode>
      <App />
    </StrictMode>
  );
  // A host may answer with another document than the address's own: 404.html, or the first page.
  if (root.dataset.path === path) hydrateRoot(root, page);
  else createRoot(root).render(page);
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
