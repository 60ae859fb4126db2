/**
 * Reads a whole number as people type it: "2000", "2,000", "2 000", and in full width, as Chinese input does ("２，０００").
 * null for anything else.
 */
export function readWhole(text: string): number | null {
  const plain = text.normalize("NFKC").replaceAll(/[\s,_']/g, "");
  return /^\d{1,15}$/.test(plain) ? Number(plain) : null;
}
