/** A safetensors file as an outside reader sees it: our own account of the format, not the page's. */
export interface TensorFile {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: ReadonlyMap<
    string,
    { readonly shape: readonly number[]; readonly numbers: Float32Array }
  >;
  /** Bytes of data behind the header. */
  readonly dataBytes: number;
}

export function readTensorFile(file: Buffer): TensorFile {
  const start = 8 + Number(file.readBigUInt64LE(0));
  const { __metadata__: metadata, ...entries } = JSON.parse(file.subarray(8, start).toString("utf8"));
  const tensors = new Map(
    Object.entries<{ dtype: string; shape: number[]; data_offsets: [number, number] }>(entries).map(
      ([name, { dtype, shape, data_offsets: offsets }]) => {
        if (dtype !== "F32") throw new Error(`${name} is ${dtype}`);
        const data = Uint8Array.from(file.subarray(start + offsets[0], start + offsets[1]));
        return [name, { shape, numbers: new Float32Array(data.buffer) }];
      },
    ),
  );
  return { metadata, tensors, dataBytes: file.length - start };
}

/** The same file with every number replaced. */
export function withEveryNumber(file: Buffer, value: number): Buffer {
  const changed = Buffer.from(file);
  for (let at = 8 + Number(file.readBigUInt64LE(0)); at < file.length; at += 4)
    changed.writeFloatLE(value, at);
  return changed;
}
