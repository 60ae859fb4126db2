import { type KeptData, pairsOf } from "../../state/own-data";

/** Pairs as CSV with a head; the mark at its start tells Excel that it is UTF-8. */
export function ownDataCsv(data: KeptData): string {
  const rows = [["question", "answer"], ...pairsOf(data).map(({ input, answer }) => [input, answer])];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(text: string): string {
  return /[",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
