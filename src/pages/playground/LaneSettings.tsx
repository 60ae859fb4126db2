import { lazy, Suspense } from "react";

const load = () => import("./LaneEditor").then((editor) => ({ default: editor.LaneEditor }));
const LaneEditor = lazy(load);

/** The settings of one lane inside their popover; fetched beside the page, which does not wait for them. */
export function LaneSettings({ lane }: { readonly lane: number }) {
  return (
    <Suspense fallback={<div className="lane-settings-room" />}>
      <LaneEditor lane={lane} />
    </Suspense>
  );
}

/** Fetches the settings before a lane is opened. */
export function fetchLaneSettings(): void {
  // Opening a lane asks again, and says so where they cannot be had.
  load().catch(() => {});
}
