import { decodeTensors, type PlainTensor, TensorFileError } from "../lib/safetensors";

/** An adapter file that is sound but belongs to another method, base or setting. */
export class AdapterMisfitError extends Error {
  override name = "AdapterMisfitError";
}

/**
 * The tensors of a saved adapter that are asked for by name and shape. `about` is what the file must say of itself.
 * Throws TensorFileError for a broken file, AdapterMisfitError for one of another method, base or setting.
 */
export function readAdapter(
  file: Uint8Array,
  about: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, PlainTensor>>,
): Record<string, PlainTensor> {
  const { tensors, metadata } = decodeTensors(file);
  for (const [name, value] of Object.entries(about)) {
    if (metadata[name] !== value) {
      throw new AdapterMisfitError(`${name}: ${metadata[name] ?? "–"} ≠ ${value}`);
    }
  }
  for (const [name, { shape }] of Object.entries(expected)) {
    const found = tensors[name]?.shape;
    if (!found || found.join() !== shape.join()) {
      throw new TensorFileError(
        `"${name}" should be ${shape.join(" × ")}, the file has ${found?.join(" × ") ?? "none"}`,
      );
    }
  }
  if (Object.values(tensors).some(({ data }) => !data.every(Number.isFinite))) {
    throw new TensorFileError("the file holds values that are not finite numbers");
  }
  return Object.fromEntries(Object.keys(expected).map((name) => [name, tensors[name]!]));
}
