// npm run check: what can be known in half a minute. Types and lint side by side, then the unit tests that are quick.
import { runTool } from "./setup.mjs";

const [types, lint] = await Promise.all([
  runTool("tsc", ["-b"], { quiet: true }),
  runTool("biome", ["check", "."], { quiet: true }),
]);
for (const { output } of [types, lint]) process.stdout.write(output);

// Test files share their modules here, which halves the time; `npm run unit` keeps them apart.
const unit = await runTool("vitest", ["run", "--project", "fast", "--no-isolate", ...process.argv.slice(2)]);

process.exitCode = [types, lint, unit].every(({ code }) => code === 0) ? 0 : 1;
