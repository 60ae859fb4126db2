import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import {
  methodFixtures,
  readMethodFixture,
  readModelFixture,
  relativeError,
} from "../model/fixtures/read-fixture";
import checked from "./fixtures/checked.json";
import { type ExportedCase, exportFixture } from "./test-exported-folders";

// PyTorch reads folders that were exported from the fixtures of src/model, with an OPT and a PEFT of the tests' own, and
// must come to the logits of those fixtures. Where python3 has no PyTorch, the folders must be those it has read before:
// `python3 -c "import torch"` on another machine, and CHECKED=write npx vitest run src/export/exported-folders.test.ts

interface Seen {
  readonly logits: number[];
  readonly printed: string;
  readonly ids: number[][];
}

const python = ["python3", "/usr/bin/python3"].find(
  (command) => spawnSync(command, ["-c", "import torch"]).status === 0,
);
const root = mkdtempSync(join(tmpdir(), "exported-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let engine: Engine;
let cases: ExportedCase[];
beforeAll(async () => {
  engine = await startEngine("cpu", nodeEngineFiles);
  const made: ExportedCase[] = [];
  for (const fixture of methodFixtures.filter(hasOneStack))
    made.push(...(await exportFixture(engine, fixture)));
  cases = made;
});

test("every method that PEFT has a class for is exported from each kind of model, and what can be merged is", () => {
  expect(cases.map(({ name }) => name).sort()).toEqual(Object.keys(checked).sort());
});

test("the folders are those that PyTorch has read", () => {
  const digests = Object.fromEntries(
    cases.filter(({ isExact }) => isExact).map((one) => [one.name, digest(one)]),
  );
  if (process.env.CHECKED === "write") return;
  const known = Object.entries(checked).filter(([, sha256]) => sha256 !== null);
  expect(digests).toEqual(Object.fromEntries(known));
});

// Shown as skipped without PyTorch.
test.runIf(python)(
  "PyTorch comes to our logits from each folder, and its README's lines to our answer",
  () => {
    const folders = cases.map(({ name, files, contents, tokens, texts }) => {
      const folder = join(root, name);
      for (const [path, bytes] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
      return { folder, contents, tokens, texts: texts.map(({ text }) => text) };
    });
    const script = fileURLToPath(new URL("fixtures/check_folders.py", import.meta.url));
    const input = JSON.stringify(folders);
    const { stdout, stderr } = spawnSync(python!, [script], { input, encoding: "utf8", maxBuffer: 2 ** 28 });
    expect(stderr).toBe("");
    const seen: Seen[] = JSON.parse(stdout);
    cases.forEach(({ name, logits, printed, texts }, i) => {
      expect(seen[i]!.logits, name).toHaveLength(logits.length);
      expect(relativeError(seen[i]!.logits, logits), name).toBeLessThan(1e-5);
      expect(seen[i]!.printed, name).toBe(printed);
      expect(seen[i]!.ids, name).toEqual(texts.map(({ ids }) => ids));
    });
    if (process.env.CHECKED === "write") {
      const known = cases.map((one) => [one.name, one.isExact ? digest(one) : null]);
      const path = fileURLToPath(new URL("fixtures/checked.json", import.meta.url));
      writeFileSync(path, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`);
    }
  },
);

/** Models with an encoder and a decoder are not exported. */
function hasOneStack(fixture: string): boolean {
  return readModelFixture(readMethodFixture(fixture).base).config.kind !== "encoder-decoder";
}

/** SHA-256 of the files that decide the logits. */
function digest({ files }: ExportedCase): string {
  const hash = createHash("sha256");
  for (const [path, bytes] of Object.entries(files)) {
    if (/safetensors$|config\.json$/.test(path) && !path.includes("tokenizer"))
      hash.update(path).update(bytes);
  }
  return hash.digest("hex");
}
