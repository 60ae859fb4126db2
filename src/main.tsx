// Before the components: their styles build on these.
import "./app/theme.css";
import "./app/base.css";
import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { followSettings } from "./app/appearance";
import { fetchAhead } from "./app/fetch-ahead";
import { hashPath } from "./app/hash-location";
import { pressAgain, pressedEarly } from "./app/pressed-early";
import { startI18n } from "./i18n/i18n";
import { useSettings } from "./state/settings";

/** After this time the page is drawn with what is there, and says that the rest is on its way; later where there is something to read. */
const longestWaitMs = { empty: 3000, shown: 30_000 };

void start();

/**
 * A function of its own: pages import what lies in one file with this one, and would wait for ever for a file that waits
 * for them.
 */
async function start(): Promise<void> {
  await startI18n(useSettings.getState().language);
  // Between these the browser may paint and listen: all at once would hold it up.
  await nextTask();
  // What index.html shows of a page stays until the page itself can stand in its place, or the reader goes elsewhere.
  const elsewhere = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
  await Promise.race([fetchAhead(hashPath(location.hash)), elsewhere, waited()]);
  await nextTask();
  followSettings();

  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  const page = (
    <StrictMode>
      <App />
    </StrictMode>
  );
  const pressed = pressedEarly(root);
  if (!pressed) {
    createRoot(root).render(page);
    return;
  }
  flushSync(() => createRoot(root).render(page));
  pressAgain(root, pressed);
}

async function waited(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, longestWaitMs.empty));
  if (!document.querySelector("main > :not(.page-loading)")) return;
  await new Promise((resolve) => setTimeout(resolve, longestWaitMs.shown - longestWaitMs.empty));
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
