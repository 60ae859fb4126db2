// npm run check: what can be known in half a minute. Types, lint and the unit tests that are quick, side by side.
import { runTool } from "./setup.mjs";

// What was compiled is kept for the next check.
const quick = ["--project", "fast", "--experimental.fsModuleCache"];

const [types, lint, unit] = await Promise.all([
  runTool("tsc", ["-b"], { quiet: true }),
  runTool("biome", ["check", "."], { quiet: true }),
  runTool("vitest", ["run", ...quick, ...process.argv.slice(2)]),
]);
for (const { output } of [types, lint]) process.stdout.write(output);

process.exitCode = [types, lint, unit].every(({ code }) => code === 0) ? 0 : 1;
