// npm start: installs what is missing, builds, serves the built page and opens it.
import { spawn } from "node:child_process";
import { root, runTool, setUp, stop } from "./setup.mjs";

const PORT = 4173;

await setUp();

console.log("Building the page; this takes about half a minute.");
const { code } = await runTool("vite", ["build", "--logLevel", "warn"]);
if (code !== 0) stop("The build failed: the lines above say where.");

const { preview } = await import("vite");
const server = await preview({ root, preview: { port: PORT } }).catch((error) =>
  stop(`Cannot serve: ${error.message}`),
);
const url = server.resolvedUrls?.local[0] ?? "";
console.log(`\nTuning Playground: ${url}\nPress Ctrl+C to stop.`);
openBrowser(url);

/**
 * Opens the page where there is a screen to open it on; the printed address is enough elsewhere.
 * @param {string} address
 */
function openBrowser(address) {
  const hasScreen = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (process.env.CI || !hasScreen) return;
  const [command, ...parameters] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", "", address]
      : [process.platform === "darwin" ? "open" : "xdg-open", address];
  const child = spawn(String(command), parameters, { stdio: "ignore", detached: true });
  child.on("error", () => console.log("No browser could be opened: open the address above in yours."));
  child.unref();
}
