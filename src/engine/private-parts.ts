import { version_core } from "@tensorflow/tfjs-core";

/** The TensorFlow.js whose private parts we read and replace; package.json pins it exactly. */
export const testedVersion = "4.22.0";

/**
 * TensorFlow.js lacks something that our kernels rely on. With it missing they would compute garbage, so they must not
 * run.
 */
export class PrivatePartsError extends Error {
  override name = "PrivatePartsError";
  constructor(readonly missing: readonly string[]) {
    super(
      `TensorFlow.js ${version_core} is not as our kernels expect it (${testedVersion}): ${missing.join(", ")}`,
    );
  }
}

/** What is expected of a private part. */
export type Expected = "function" | "object" | "number" | "present";

/**
 * Throws a PrivatePartsError that names every part that an object lacks. `parts`: dotted paths
 * ("wasm.tfjs.registerTensor") and the type of each. `behaviour`: further conditions by name, checked only where all
 * parts are present.
 */
export function requireParts(
  owner: object,
  parts: Readonly<Record<string, Expected>>,
  behaviour: Readonly<Record<string, () => boolean>> = {},
): void {
  const missing = Object.entries(parts)
    .filter(([path, expected]) => !isAsExpected(partAt(owner, path), expected))
    .map(([path]) => path);
  if (version_core !== testedVersion) missing.unshift(`version ${testedVersion}`);
  if (missing.length === 0) missing.push(...Object.keys(behaviour).filter((name) => !behaviour[name]!()));
  if (missing.length > 0) throw new PrivatePartsError(missing);
}

const absent = Symbol("absent");

function partAt(owner: object, path: string): unknown {
  let part: unknown = owner;
  for (const name of path.split(".")) {
    if (typeof part !== "object" || part === null || !(name in part)) return absent;
    part = Reflect.get(part, name);
  }
  return part;
}

function isAsExpected(part: unknown, expected: Expected): boolean {
  if (expected === "present") return part !== absent;
  return typeof part === expected && part !== null;
}
