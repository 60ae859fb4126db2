import { getFloat16, setFloat16 } from "@petamoriken/float16";
import { sizeOf } from "./shape";

/** A tensor on the page side of things: numbers and a shape. */
export interface PlainTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export interface TensorFile {
  readonly tensors: Readonly<Record<string, PlainTensor>>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A file that is not a safetensors file, is cut short, or lies about its sizes. */
export class TensorFileError extends Error {
  override name = "TensorFileError";
}

/** No file of ours has a header near this; a larger number is a corrupt or hostile file. */
const largestHeader = 1_000_000;

/** How numbers lie in a file: four bytes each, or two, which keep eleven binary digits. */
export type Precision = "F32" | "F16";
const bytesOf: Readonly<Record<Precision, number>> = { F32: 4, F16: 2 };

/**
 * Writes tensors in Hugging Face's safetensors layout: header length (8 bytes, little endian), JSON header
 * {name: {dtype, shape, data_offsets}}, raw data. https://github.com/huggingface/safetensors
 */
export function encodeTensors({ tensors, metadata }: TensorFile, dtype: Precision = "F32"): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let offset = 0;
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    const end = offset + bytesOf[dtype] * data.length;
    header[name] = { dtype, shape, data_offsets: [offset, end] };
    offset = end;
  }
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

/** Reads a safetensors file of float32 or float16 tensors. Throws TensorFileError for anything else. */
export function decodeTensors(file: Uint8Array): TensorFile {
  if (file.length < 8) throw new TensorFileError("the file is too short to be a safetensors file");
  const headerLength = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  if (headerLength > largestHeader || 8 + headerLength > file.length) {
    throw new TensorFileError("the header runs past the end of the file");
  }
  const header = readHeader(file.subarray(8, 8 + headerLength));
  const data = file.slice(8 + headerLength);
  const { __metadata__: metadata, ...entries } = header;
  const tensors: Record<string, PlainTensor> = {};
  for (const [name, entry] of Object.entries(entries)) tensors[name] = readTensor(name, entry, data);
  const strings = Object.entries(isRecord(metadata) ? metadata : {}).filter(
    ([, value]) => typeof value === "string",
  );
  return { tensors, metadata: Object.fromEntries(strings) as Record<string, string> };
}

function readHeader(bytes: Uint8Array): Record<string, unknown> {
  try {
    const header: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (isRecord(header)) return header;
  } catch {
    // Falls through to the one error below.
  }
  throw new TensorFileError("the header is not JSON");
}

function readTensor(name: string, entry: unknown, data: Uint8Array): PlainTensor {
  const { dtype, shape, data_offsets: offsets } = isRecord(entry) ? entry : {};
  if (dtype !== "F32" && dtype !== "F16") {
    throw new TensorFileError(`tensor "${name}" is neither float32 nor float16`);
  }
  const [begin, end] = isSizes(offsets) && offsets.length === 2 ? (offsets as [number, number]) : [-1, -1];
  if (!isSizes(shape) || begin < 0 || end < begin || end > data.length) {
    throw new TensorFileError(`tensor "${name}" lies outside the file`);
  }
  if (end - begin !== bytesOf[dtype] * sizeOf(shape)) {
    throw new TensorFileError(`tensor "${name}" has a shape that does not fit its data`);
  }
  return { shape, data: numbersIn(data.buffer.slice(begin, end), dtype) };
}

function numbersIn(bytes: ArrayBufferLike, dtype: Precision): Float32Array {
  if (dtype === "F32") return new Float32Array(bytes);
  const halves = new DataView(bytes);
  return Float32Array.from({ length: bytes.byteLength / 2 }, (_, i) => getFloat16(halves, 2 * i, true));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
