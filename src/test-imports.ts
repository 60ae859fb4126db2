import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

// What the tests of the architecture read: the files below src and their imports.

export interface Import {
  readonly from: string;
  /** Path below src, or the name of a package. */
  readonly to: string;
  readonly isType: boolean;
}

export const root = dirname(fileURLToPath(import.meta.url));
export const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));
/** Tests, and what several tests share ("test-trainer.ts"). */
const isTest = (path: string): boolean => /\.test\.tsx?$|(?:^|\/)test-[\w-]+\.ts$/.test(path);
export const room = (path: string): string => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "");
export const source = (path: string): string => readFileSync(join(root, path), "utf8");
export const code = files.filter((path) => !isTest(path) && !path.endsWith(".as.ts"));
export const imports = code.flatMap(importsOf);

/** Imports of code; files taken as an address or as text (`?url`, `?raw`) are none. */
function importsOf(from: string): Import[] {
  const text = source(from);
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?["']([^"']+)["']/gm,
  );
  const calls = text.matchAll(/\bimport\(\s*(type\s+)?["']([^"']+)["']\s*\)/g);
  return [...statements, ...calls]
    .filter(([, , target]) => !target!.includes("?"))
    .map(([, type, target]) => ({ from, to: resolve(from, target!), isType: type !== undefined }));
}

function resolve(from: string, target: string): string {
  if (!target.startsWith(".")) return target;
  const path = normalize(join(dirname(from), target)).replaceAll("\\", "/");
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  return candidates.find((candidate) => files.includes(candidate)) ?? path;
}

/** Everything that comes along when a file is loaded. */
export function closure(start: string): Set<string> {
  const reached = new Set<string>();
  const queue = [start];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const { from, to, isType } of imports) if (from === path && !isType) queue.push(to);
  }
  return reached;
}
