import { useEffect } from "react";
import { startOffline } from "./offline";

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
    void startOffline();
  }, []);
  return null;
}
