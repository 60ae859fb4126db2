import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { startEngine } from "../engine/engine";
import { parseOptions } from "../lib/options";
import { encodeTensors } from "../lib/safetensors";
import { findMethod, methods } from "../methods/index";
import type { ModelConfig } from "../model/config";
import { configOf } from "../model/stored-config";
import { readArguments, readInteger, readPairs, runCommand, UsageError } from "./arguments";
import { nodeEngineFiles } from "./node-files";
import { referenceFile } from "./reference-file";

const usage = `npm run reference -- --config JSON --method M [--option k=v …] --seed S --steps N --out FILE.safetensors
Writes base, variables, one batch, logits, loss, gradients, and the variables and the merged base after N steps, for a
check outside. A set of an option is written "option=one+two".
JSON: {"kind": "decoder" or "encoder", "layers": 2, …} or {"kind": "encoder-decoder", "encoder": 2, "decoder": 2, …}
with "vocabulary", "context", "heads", "width" and, where wanted, "tied": false and "classes".
Methods: ${methods.map(({ id }) => id).join(", ")}`;

const layers = z.int().min(1).max(12);
const shape = {
  vocabulary: z.int().min(4).max(50_000),
  context: z.int().min(2).max(512),
  heads: z.int().min(1).max(16),
  width: z.int().min(2).max(1024),
  tied: z.boolean().default(true),
  classes: z.int().min(0).max(100).default(0),
};
const configSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("decoder"), layers, ...shape }),
    z.strictObject({ kind: z.literal("encoder"), layers, ...shape }),
    z.strictObject({ kind: z.literal("encoder-decoder"), encoder: layers, decoder: layers, ...shape }),
  ])
  .refine(({ heads, width }) => width % heads === 0, "heads must divide width");

await runCommand(async () => {
  const { values } = readArguments(usage, {
    config: { type: "string" },
    method: { type: "string" },
    option: { type: "string", multiple: true },
    seed: { type: "string" },
    steps: { type: "string" },
    out: { type: "string" },
  });
  if (!values.config || !values.method || !values.out) throw new UsageError(usage);
  const method = findMethod(values.method);
  if (!method) throw new UsageError(`there is no method "${values.method}"\n${usage}`);
  const config = readConfig(values.config);
  const options = parseOptions(method.options, readPairs("option", values.option));
  const seed = readInteger("seed", values.seed ?? "1", 0, 999_999);
  const steps = readInteger("steps", values.steps ?? "3", 1, 1000);

  const engine = await startEngine("wasm", nodeEngineFiles);
  const file = referenceFile(engine, { config, method, options, seed, steps });
  await writeFile(values.out, encodeTensors(file));
  console.log(`${Object.keys(file.tensors).length} tensors written to ${values.out}`);
});

function readConfig(text: string): ModelConfig {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`--config is not JSON: ${text}`);
  }
  const parsed = configSchema.safeParse(json);
  if (!parsed.success) throw new UsageError(`--config: ${z.prettifyError(parsed.error)}`);
  return configOf(parsed.data);
}
