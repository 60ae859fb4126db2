/** Excel takes a CSV file for UTF-8 only where this mark is at its start; other programs skip it. */
const byteOrderMark = "\uFEFF";

/** Rows as RFC 4180, for a file that is downloaded. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(quote).join(",")}\r\n`).join("");
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
