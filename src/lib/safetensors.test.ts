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

  it("keeps eleven binary digits of each value in two bytes", () => {
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

  /** A file with this header, as text or to be written as JSON, and so many bytes of data. */
  function withHeader(header: unknown, bytes = 8): Uint8Array {
    const json = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
    const made = new Uint8Array(8 + json.length + bytes);
    new DataView(made.buffer).setBigUint64(0, BigInt(json.length), true);
    made.set(json, 8);
    return made;
  }
  const pair = (begin: number, end: number, shape = [1]): object => ({
    dtype: "F32",
    shape,
    data_offsets: [begin, end],
  });

  it("refuses offsets outside the file, wrong sizes, other types and headers that are no object", () => {
    for (const header of [
      { a: pair(0, 16, [4]) },
      { a: pair(-8, 0, [2]) },
      { a: pair(0, 8) },
      { a: pair(8, 0, [2]) },
      { a: { dtype: "BF16", shape: [2], data_offsets: [0, 4] } },
      { a: { dtype: "F16", shape: [2], data_offsets: [0, 8] } },
      { a: { dtype: "F32", shape: [1.5], data_offsets: [0, 6] } },
      { a: { dtype: "F32", shape: [2], data_offsets: [0, 4, 8] } },
      { a: { dtype: "F32", shape: [2] } },
      { a: null },
      { __metadata__: { step: 3 }, a: pair(0, 8, [2]) },
      { __metadata__: ["step"], a: pair(0, 8, [2]) },
      [],
      '"text"',
      ` ${JSON.stringify({ a: pair(0, 8, [2]) })}`,
      `\ufeff${JSON.stringify({ a: pair(0, 8, [2]) })}`,
    ]) {
      expect(() => decodeTensors(withHeader(header)), JSON.stringify(header)).toThrow(TensorFileError);
    }
    const huge = new Uint8Array(16).fill(255);
    expect(() => decodeTensors(huge)).toThrow(TensorFileError);
  });

  it("refuses what the format forbids: a name twice, overlaps, holes, bytes of no tensor", () => {
    const entry = JSON.stringify(pair(0, 8, [2]));
    const first = JSON.stringify(pair(0, 4));
    const refused: readonly (readonly [RegExp, unknown])[] = [
      [/twice/, `{"a":${entry},"a":${entry}}`],
      [/twice/, `{"a":${first},"\\u0061":${JSON.stringify(pair(4, 8))}}`],
      [/twice/, `{"__metadata__":{"x":"1","x":"2"},"a":${entry}}`],
      [/twice/, `{"a":{"dtype":"F32","shape":[9],"shape":[2],"data_offsets":[0,8]}}`],
      [/overlaps/, { a: pair(0, 8, [2]), b: pair(4, 8) }],
      [/overlaps/, { a: pair(0, 8, [2]), b: pair(0, 8, [2]) }],
      [/before tensor "a"/, { a: pair(4, 8) }],
      [/before tensor "b"/, { a: pair(0, 0, [0]), b: pair(4, 8) }],
      [/at the end/, { a: pair(0, 4) }],
      [/at the end/, {}],
      [/ends before/, { a: pair(0, 4), b: pair(4, 12, [2]) }],
    ];
    for (const [reason, header] of refused) {
      expect(() => decodeTensors(withHeader(header)), JSON.stringify(header)).toThrow(reason);
    }
  });

  it("takes what the format allows: any order, empty tensors, scalars, a name twice in two objects, odd names", () => {
    const { tensors } = decodeTensors(
      withHeader({ b: pair(4, 8, []), none: pair(4, 4, [0, 3]), a: pair(0, 4) }),
    );
    expect(Object.values(tensors).map(({ shape }) => shape)).toEqual([[], [0, 3], [1]]);
    const odd = { shape: [1], data: Float32Array.of(7) };
    const names = ["__proto__", 'a":{"b', "a\\", "{", "constructor", ""];
    const made = { tensors: Object.fromEntries(names.map((name) => [name, odd])), metadata: { "{": "}" } };
    const read = decodeTensors(encodeTensors(made));
    expect(Object.entries(read.tensors)).toEqual(names.map((name) => [name, odd]));
    expect(read.metadata).toEqual({ "{": "}" });
  });

  const files = fc.dictionary(
    fc.string(),
    fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }).map((shape) => {
      const size = shape.reduce((product, side) => product * side, 1);
      return { shape, data: Float32Array.from({ length: size }, (_, i) => i / 4) };
    }),
    { noNullPrototype: true },
  );

  it("reads back whatever can be written", () => {
    fc.assert(
      fc.property(
        files,
        fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }),
        (tensors, metadata) => {
          fc.pre(!Object.hasOwn(tensors, "__metadata__"));
          const read = decodeTensors(encodeTensors({ tensors, metadata }));
          expect(Object.entries(read.tensors)).toEqual(Object.entries(tensors));
          expect(Object.entries(read.metadata)).toEqual(Object.entries(metadata));
        },
      ),
    );
  });

  it("refuses every file in which one offset was moved or a byte was added", () => {
    fc.assert(
      fc.property(
        files,
        fc.nat(),
        fc.integer({ min: -8, max: 8 }),
        fc.boolean(),
        (tensors, which, by, last) => {
          const names = Object.keys(tensors);
          fc.pre(by !== 0 && names.length > 0 && !names.includes("__metadata__"));
          const good = encodeTensors({ tensors, metadata: {} });
          const length = Number(new DataView(good.buffer).getBigUint64(0, true));
          const header = JSON.parse(new TextDecoder().decode(good.subarray(8, 8 + length)));
          header[names[which % names.length]!].data_offsets[last ? 1 : 0] += by;
          const moved = withHeader(header, good.length - 8 - length);
          expect(() => decodeTensors(moved)).toThrow(TensorFileError);
          expect(() => decodeTensors(Uint8Array.of(...good, 0))).toThrow(/at the end/);
        },
      ),
    );
  });

  it("never throws anything but its own error, whatever a bit of a good file is turned into", () => {
    fc.assert(
      fc.property(fc.nat({ max: file.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const changed = file.slice();
        changed[at] = value;
        try {
          decodeTensors(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(TensorFileError);
        }
      }),
      { numRuns: 1000 },
    );
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
