import { beforeAll, expect, test } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { defaultOptions } from "../lib/options";
import { decodeTensors } from "../lib/safetensors";
import { methods } from "../methods/index";
import { configs, randomBase, sessionOf } from "../methods/test-session";
import { exportPeft } from "./hf-peft";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("cpu", nodeEngineFiles);
});

const classless = [
  "full",
  "head",
  "adapter",
  "adapter-bias",
  "compacter",
  "bitfit",
  "random-subset",
  "llama-adapter",
];

test.each(["decoder", "classifier"] as const)(
  "what a session on the %s saves is written, every number of it",
  async (name) => {
    const config = configs[name];
    const base = randomBase(config);
    for (const method of methods) {
      const session = sessionOf(engine, base, config, method);
      const { tensors } = decodeTensors(await session.save({}));
      session.dispose();
      const options = defaultOptions(method.options);
      const written = exportPeft({ method: method.id, options, config, steps: 10, tensors });
      if (classless.includes(method.id)) {
        expect(written, method.id).toEqual({ ok: false, refusal: "no-class" });
        continue;
      }
      if (!written.ok) throw new Error(`${method.id}: ${written.refusal}`);
      const theirs = Object.fromEntries(
        Object.entries(decodeTensors(written.files["adapter_model.safetensors"]).tensors)
          // VeRA's projections are written twice.
          .filter(([name]) => !name.endsWith(".default")),
      );
      const count = (files: typeof tensors): number =>
        Object.values(files).reduce((sum, { data }) => sum + data.length, 0);
      expect(count(theirs), method.id).toBe(count(tensors));
    }
  },
  60_000,
);
