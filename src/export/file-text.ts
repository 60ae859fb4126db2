/** A text as the bytes of a file. */
export function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

/** A value as the bytes of a JSON file. */
export function json(value: unknown): Uint8Array {
  return text(`${JSON.stringify(value, null, 2)}\n`);
}
