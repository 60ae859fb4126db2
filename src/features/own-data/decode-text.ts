/** The text of a file, and how it was written. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16" | "gb18030";
}

/**
 * Reads the bytes of a text file: UTF-8 and UTF-16 with or without their mark, and GB18030, in which Excel saves CSV on
 * Chinese computers. null where it is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const utf16 = first === 0xff ? "utf-16le" : "utf-16be";
  const text = isUtf16 ? decode(bytes, utf16) : (decode(bytes, "utf-8") ?? decode(bytes, "gb18030"));
  if (text === null || text.includes("\0")) return null;
  const encoding = isUtf16 ? "utf-16" : decode(bytes, "utf-8") === null ? "gb18030" : "utf-8";
  return { text, encoding };
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
