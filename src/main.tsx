// Before the components: their styles build on these.
import "./app/theme.css";
import "./app/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { followSettings } from "./app/appearance";
import { fetchAhead } from "./app/fetch-ahead";
import { hashPath } from "./app/hash-location";
import { startI18n } from "./i18n/i18n";
import { useSettings } from "./state/settings";

await startI18n(useSettings.getState().language);
// Between these the browser may paint and listen: all at once would hold it up.
await nextTask();
fetchAhead(hashPath(location.hash));
await nextTask();
followSettings();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
