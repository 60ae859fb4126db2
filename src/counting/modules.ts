import { moduleOf, type Part } from "./part";

/** Paths of all modules of a model: of each part, and of everything above it. */
export function modulePaths(parts: readonly Part[]): readonly string[] {
  const paths = new Set<string>();
  for (const part of parts) {
    const names = moduleOf(part).split(".");
    for (let end = 1; end <= names.length; end++) paths.add(names.slice(0, end).join("."));
  }
  paths.delete("");
  return [...paths];
}

/** Whether a part is in a module, at any depth. */
export function isInside(part: Part, module: string): boolean {
  const path = moduleOf(part);
  return path === module || path.startsWith(`${module}.`);
}

/** Those of the modules that are in no other of them. */
export function outermost(modules: readonly string[]): readonly string[] {
  return modules.filter((path) => !modules.some((other) => path.startsWith(`${other}.`)));
}
