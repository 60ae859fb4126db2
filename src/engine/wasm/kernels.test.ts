import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryPath } from "../../cli/node-files";

const builds = [
  ["kernels.wasm", "kernels:simd"],
  ["kernels-relaxed.wasm", "kernels:relaxed"],
] as const;

it.each(builds)(
  "%s is what its sources compile to, and brings no data of its own",
  (file, script) => {
    const folder = mkdtempSync(join(tmpdir(), "kernels-"));
    const out = join(folder, file);
    const { scripts } = JSON.parse(readFileSync(repositoryPath("package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const words = scripts[script]!.split(" ").slice(1);
    const compiler = createRequire(import.meta.url).resolve("assemblyscript/bin/asc.js");
    const args = words.map((word) => (word.endsWith(file) ? out : word));
    execFileSync(process.execPath, [compiler, ...args], { cwd: repositoryPath(".") });
    const compiled = readFileSync(out);
    rmSync(folder, { recursive: true });
    expect(compiled.equals(readFileSync(repositoryPath(`src/engine/wasm/${file}`)))).toBe(true);
    expect(sectionIds(compiled)).not.toContain(11);
  },
  120_000,
);

/** Ids of the sections of a wasm module; 11 is data, which would overwrite TensorFlow.js's heap. */
function sectionIds(bytes: Uint8Array): number[] {
  const ids: number[] = [];
  let at = 8;
  while (at < bytes.length) {
    ids.push(bytes[at++]!);
    let [size, shift] = [0, 0];
    for (;;) {
      const byte = bytes[at++]!;
      size |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte < 0x80) break;
    }
    at += size;
  }
  return ids;
}
