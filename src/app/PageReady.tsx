import { useEffect } from "react";
import { retryImport } from "../lib/retry-import";

/** What index.html notes before the scripts have come. */
declare global {
  interface Window {
    /** The button that was pressed last, before the page could answer. */
    pressedEarly?: HTMLElement | null;
  }
}

/** Stands behind a page: once that answers, shows it where it was held back, and does what was pressed too early. */
export function PageReady() {
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (dataset.hydrated !== undefined) return;
    delete dataset.restoring;
    dataset.hydrated = "";
    const { pressedEarly } = window;
    if (pressedEarly?.isConnected) pressedEarly.click();
    void keepWhatIsVisited();
  }, []);
  return null;
}

/** Does nothing where there is no service worker: in development, in old browsers. */
async function keepWhatIsVisited(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  try {
    const { startOffline } = await retryImport(() => import("./offline"));
    await startOffline();
  } catch {
    // The site works as long as there is a network.
  }
}
