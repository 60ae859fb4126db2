import { useEffect } from "react";
import { useRaceStore } from "../../race-view/use-race";
import type { Race } from "../../state/race-shape";
import { commandOf, parentOrigin, type Report } from "./embed-messages";

/** Tells the page around this frame what the race does, and does what that page asks. */
export function useParentPage(): void {
  const store = useRaceStore();
  useEffect(() => {
    const parent = parentOrigin({ referrer: document.referrer, isFramed: window.parent !== window });
    if (parent === null) return;
    const tell = (report: Report): void =>
      window.parent.postMessage({ source: "tuning-playground", ...report }, parent);

    const hear = (message: MessageEvent): void => {
      if (message.source !== window.parent) return;
      const command = commandOf(message, parent);
      if (command === "reset") void store.getState().reset();
      else if (command) store.getState()[command]();
    };
    addEventListener("message", hear);
    const measured = new ResizeObserver(() =>
      tell({ type: "height", height: Math.ceil(document.body.scrollHeight) }),
    );
    measured.observe(document.body);
    const leave = store.subscribe((race, former) => {
      if (race.phase === former.phase) return;
      if (race.phase === "paused" && former.phase !== "running")
        tell({ type: "ready", commands: ["play", "pause", "reset"] });
      if (race.phase === "done") tell(resultOf(race));
    });
    return () => {
      removeEventListener("message", hear);
      measured.disconnect();
      leave();
    };
  }, [store]);
}

function resultOf({ draft, lanes, step }: Race): Report {
  return {
    type: "result",
    step,
    lanes: draft.lanes.map(({ method }, lane) => {
      const last = lanes[lane]?.series.evaluations.at(-1);
      return { method, heldOutLoss: last?.heldOutLoss ?? Number.NaN, score: last?.score ?? Number.NaN };
    }),
  };
}
