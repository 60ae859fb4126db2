import type { Item } from "../../tasks/task";

/** A pair with the line it came from, counted from 1 as a spreadsheet counts. */
export interface Row extends Item {
  readonly row: number;
}

export interface ReadTable {
  readonly rows: readonly Row[];
  /** Rows that have only one column. */
  readonly single: readonly number[];
  /** Columns after the second are left out. */
  readonly columns: number;
}

const names = new Set(
  "question answer q a input output prompt completion response text sentence label class category target 问题 问 答案 答 回答 输入 输出 文本 标签 类别".split(
    " ",
  ),
);

/**
 * Reads CSV or TSV: the separator is found out, quotes and any kind of line end are understood, empty rows and a head with
 * the usual names of columns are left out. The first column is asked, the second answered.
 */
export async function readTable(text: string): Promise<ReadTable> {
  // Fetched when there is something to read.
  const { default: papa } = await import("papaparse");
  const { data } = papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimitersToGuess: ["\t", ",", ";", "|", "→", "，"],
  });
  const cells = data.map((row) => row.map(clean));
  const isHead = (row: readonly string[]): boolean => row.every((cell) => names.has(cell.toLowerCase()));
  const rows: Row[] = [];
  const single: number[] = [];
  cells.forEach((row, i) => {
    const [input = "", answer] = row;
    if (row.every((cell) => cell === "") || (i === 0 && isHead(row))) return;
    if (answer === undefined) single.push(i + 1);
    else rows.push({ row: i + 1, input, answer });
  });
  return { rows, single, columns: Math.max(0, ...cells.map((row) => row.length)) };
}

function clean(cell: string): string {
  return cell.normalize("NFC").replace(/\s+/g, " ").trim();
}
