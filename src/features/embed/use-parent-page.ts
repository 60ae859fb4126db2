import { useEffect } from "react";
import { commandOf, parentOrigin, type Report, type ResultReport } from "./embed-messages";
import type { Playable, PlayableStore } from "./playable";

/** The page around this frame; null where there is none that may be told anything. */
function parentPage(): { readonly origin: string; tell(report: Report): void } | null {
  const origin = parentOrigin({ referrer: document.referrer, isFramed: window.parent !== window });
  if (origin === null) return null;
  return {
    origin,
    tell: (report) => window.parent.postMessage({ source: "tuning-playground", ...report }, origin),
  };
}

/** Tells the page around this frame how much room it takes. */
export function useParentHeight(): void {
  useEffect(() => {
    const parent = parentPage();
    if (!parent) return;
    const measured = new ResizeObserver(() =>
      parent.tell({ type: "height", height: Math.ceil(document.body.scrollHeight) }),
    );
    measured.observe(document.body);
    return () => measured.disconnect();
  }, []);
}

/** Tells the page around this frame what the figure does, and does what that page asks. */
export function useParentPage<P extends Playable>(
  store: PlayableStore<P>,
  resultOf: (figure: P) => ResultReport,
): void {
  useEffect(() => {
    const parent = parentPage();
    if (!parent) return;
    const hear = (message: MessageEvent): void => {
      if (message.source !== window.parent) return;
      const command = commandOf(message, parent.origin);
      // A lesson has two experiments, and the one that its step does not show was never opened.
      if (store.getState().phase === "idle") return;
      if (command === "reset") void store.getState().reset();
      else if (command) store.getState()[command]();
    };
    addEventListener("message", hear);
    const leave = store.subscribe((figure, former) => {
      if (figure.phase === former.phase) return;
      if (figure.phase === "paused" && former.phase !== "running")
        parent.tell({ type: "ready", commands: ["play", "pause", "reset"] });
      if (figure.phase === "done") parent.tell(resultOf(figure));
    });
    return () => {
      removeEventListener("message", hear);
      leave();
    };
  }, [store, resultOf]);
}
