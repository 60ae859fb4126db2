import { lazyComponent } from "../../components/lazy-component";
import { retryImport } from "../../lib/retry-import";
import styles from "./lanes.module.css";

const load = () => retryImport(() => import("./LaneEditor")).then((editor) => editor.LaneEditor);

/** The settings of one lane inside their popover; fetched beside the page, which does not wait for them. */
export const LaneSettings = lazyComponent(load, styles.settingsRoom);

/** Fetches the settings before a lane is opened. */
export function fetchLaneSettings(): void {
  // Opening a lane asks again, and says so where they cannot be had.
  load().catch(() => {});
}
