import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeTensors, encodeTensors, TensorFileError } from "./safetensors";

const file = encodeTensors({
  tensors: {
    "a.weight": { shape: [2, 3], data: Float32Array.from([1, 2, 3, 4, 5, 6]) },
    "b.bias": { shape: [1], data: Float32Array.from([-0.5]) },
  },
  metadata: { method: "lora", note: "中文" },
});

describe("safetensors", () => {
  it("reads back what it wrote", () => {
    const { tensors, metadata } = decodeTensors(file);
    expect(tensors["a.weight"]).toEqual({ shape: [2, 3], data: Float32Array.from([1, 2, 3, 4, 5, 6]) });
    expect(Array.from(tensors["b.bias"]!.data)).toEqual([-0.5]);
    expect(metadata).toEqual({ method: "lora", note: "中文" });
  });

  it("keeps eleven binary digits of each number where two bytes are asked for", () => {
    const data = Float32Array.from([0, 1, -0.5, 1 / 3, 65504, 6e-8, 1 + 2 ** -11, 1 + 3 * 2 ** -11]);
    const half = encodeTensors({ tensors: { w: { shape: [2, 4], data } }, metadata: {} }, "F16");
    expect(half.length).toBe(8 + Number(new DataView(half.buffer).getBigUint64(0, true)) + 2 * data.length);
    const { w } = decodeTensors(half).tensors;
    expect(w!.shape).toEqual([2, 4]);
    const kept = [0, 1, -0.5, 0.333251953125, 65504, 2 ** -24, 1, 1 + 2 ** -9];
    expect(Array.from(w!.data)).toEqual(kept);
  });

  it("has the layout of Hugging Face: length, JSON header aligned to 8, data", () => {
    const length = Number(new DataView(file.buffer).getBigUint64(0, true));
    expect(length % 8).toBe(0);
    const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
    expect(header["b.bias"]).toEqual({ dtype: "F32", shape: [1], data_offsets: [24, 28] });
    expect(file.length).toBe(8 + length + 28);
  });

  it("refuses a file cut short anywhere", () => {
    for (let end = 0; end < file.length; end++) {
      expect(() => decodeTensors(file.slice(0, end)), `cut at ${end}`).toThrow(TensorFileError);
    }
  });

  it("refuses offsets outside the file, wrong sizes, other types and headers that are no object", () => {
    const withHeader = (header: unknown): Uint8Array => {
      const json = new TextEncoder().encode(JSON.stringify(header));
      const bytes = new Uint8Array(8 + json.length + 8);
      new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
      bytes.set(json, 8);
      return bytes;
    };
    for (const header of [
      { a: { dtype: "F32", shape: [4], data_offsets: [0, 16] } },
      { a: { dtype: "F32", shape: [2], data_offsets: [-8, 0] } },
      { a: { dtype: "F32", shape: [1], data_offsets: [0, 8] } },
      { a: { dtype: "BF16", shape: [2], data_offsets: [0, 4] } },
      { a: { dtype: "F16", shape: [2], data_offsets: [0, 8] } },
      { a: { dtype: "F32", shape: [1.5], data_offsets: [0, 6] } },
      { a: null },
      [],
      "text",
    ]) {
      expect(() => decodeTensors(withHeader(header)), JSON.stringify(header)).toThrow(/./);
    }
    const huge = new Uint8Array(16).fill(255);
    expect(() => decodeTensors(huge)).toThrow(TensorFileError);
  });

  it("never throws anything but its own error on random bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          decodeTensors(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(TensorFileError);
        }
      }),
    );
  });
});
