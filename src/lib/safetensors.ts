import { getFloat16, setFloat16 } from "@petamoriken/float16";
import { hasRepeatedKey } from "./repeated-key";
import { sizeOf } from "./shape";

/** A tensor without TensorFlow.js: values and a shape. */
export interface PlainTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export interface TensorFile {
  readonly tensors: Readonly<Record<string, PlainTensor>>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A file that breaks the rules of the safetensors format, is cut short, or holds other types than float32 and float16. */
export class TensorFileError extends Error {
  override name = "TensorFileError";
}

/** No file of ours has a header near this size; a larger one is corrupt or hostile. */
const largestHeader = 1_000_000;

/** How values are stored in a file: four bytes each, or two, which keep eleven binary digits. */
export type Precision = "F32" | "F16";
const bytesOf: Readonly<Record<Precision, number>> = { F32: 4, F16: 2 };

/**
 * Writes tensors in Hugging Face's safetensors layout: header length (8 bytes, little endian), JSON header
 * {name: {dtype, shape, data_offsets}}, raw data. https://github.com/huggingface/safetensors
 */
export function encodeTensors({ tensors, metadata }: TensorFile, dtype: Precision = "F32"): Uint8Array {
  let offset = 0;
  const entries = Object.entries(tensors).map(([name, { shape, data }]) => {
    const begin = offset;
    offset += bytesOf[dtype] * data.length;
    return [name, { dtype, shape, data_offsets: [begin, offset] }] as const;
  });
  const header = { __metadata__: metadata, ...Object.fromEntries(entries) };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const padded = Math.ceil(json.length / 8) * 8;
  const file = new Uint8Array(8 + padded + offset).fill(0x20, 8, 8 + padded);
  new DataView(file.buffer).setBigUint64(0, BigInt(padded), true);
  file.set(json, 8);
  let at = 8 + padded;
  for (const { data } of Object.values(tensors)) {
    const bytes = bytesAs(dtype, data);
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

function bytesAs(dtype: Precision, data: Float32Array): Uint8Array {
  if (dtype === "F32") return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const halves = new DataView(new ArrayBuffer(2 * data.length));
  for (const [i, value] of data.entries()) setFloat16(halves, 2 * i, value, true);
  return new Uint8Array(halves.buffer);
}

/**
 * Reads a safetensors file of float32 or float16 tensors. Throws TensorFileError for anything else, and for what the
 * format forbids: a name used twice, tensors that overlap, bytes that belong to no tensor.
 */
export function decodeTensors(file: Uint8Array): TensorFile {
  if (file.length < 8) throw new TensorFileError("the file is too short to be a safetensors file");
  const headerLength = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  if (headerLength > largestHeader || 8 + headerLength > file.length) {
    throw new TensorFileError("the header runs past the end of the file");
  }
  const header = readHeader(file.subarray(8, 8 + headerLength));
  const { __metadata__: metadata = {}, ...described } = header;
  const entries = Object.entries(described).map(([name, entry]) => readEntry(name, entry));
  const data = file.slice(8 + headerLength);
  requireNoGaps(entries, data.length);
  const tensors = entries.map(({ name, dtype, shape, begin, end }) => {
    return [name, { shape, data: numbersIn(data.buffer.slice(begin, end), dtype) }] as const;
  });
  // Object.fromEntries, because a tensor may be called "__proto__".
  return { tensors: Object.fromEntries(tensors), metadata: readMetadata(metadata) };
}

/** What the header says of one tensor. */
interface Entry {
  readonly name: string;
  readonly dtype: Precision;
  readonly shape: readonly number[];
  /** Bytes of the data section, from `begin` up to and without `end`. */
  readonly begin: number;
  readonly end: number;
}

function readHeader(bytes: Uint8Array): Record<string, unknown> {
  const json = parseHeader(bytes);
  if (json === undefined) throw new TensorFileError("the header is not JSON");
  if (hasRepeatedKey(json.text)) throw new TensorFileError("the header uses a name twice");
  return json.value;
}

/** The header as text and as an object; undefined if it is not a JSON object that starts with its brace. */
function parseHeader(bytes: Uint8Array): { text: string; value: Record<string, unknown> } | undefined {
  if (bytes[0] !== 0x7b) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? { text, value } : undefined;
  } catch {
    return undefined;
  }
}

function readMetadata(metadata: unknown): Record<string, string> {
  if (isStrings(metadata)) return metadata;
  throw new TensorFileError("the metadata are not strings by name");
}

function readEntry(name: string, entry: unknown): Entry {
  const { dtype, shape, data_offsets: offsets } = isRecord(entry) ? entry : {};
  if (dtype !== "F32" && dtype !== "F16") {
    throw new TensorFileError(`tensor "${name}" is neither float32 nor float16`);
  }
  const [begin = -1, end = -1] = isSizes(offsets) && offsets.length === 2 ? offsets : [];
  if (!isSizes(shape) || begin < 0 || end < begin) {
    throw new TensorFileError(`tensor "${name}" has no valid shape or offsets`);
  }
  if (end - begin !== bytesOf[dtype] * sizeOf(shape)) {
    throw new TensorFileError(`tensor "${name}" has a shape that does not fit its data`);
  }
  return { name, dtype, shape, begin, end };
}

/** In the order of their offsets the tensors must fill the data section: no overlap, no hole, no byte left over. */
function requireNoGaps(entries: readonly Entry[], length: number): void {
  let at = 0;
  for (const { name, begin, end } of entries.toSorted((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin < at) throw new TensorFileError(`tensor "${name}" overlaps another one`);
    if (begin > at) throw new TensorFileError(`bytes before tensor "${name}" belong to no tensor`);
    at = end;
  }
  if (at > length) throw new TensorFileError("the file ends before its last tensor does");
  if (at < length) throw new TensorFileError("bytes at the end of the file belong to no tensor");
}

function numbersIn(bytes: ArrayBufferLike, dtype: Precision): Float32Array {
  if (dtype === "F32") return new Float32Array(bytes);
  const halves = new DataView(bytes);
  return Float32Array.from({ length: bytes.byteLength / 2 }, (_, i) => getFloat16(halves, 2 * i, true));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isStrings(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every((text) => typeof text === "string");
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
