import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { KeptData } from "../../state/own-data";
import { loadPairCheck } from "../../tasks/own/load-check";
import { decodeText } from "./decode-text";
import { ownDataCsv } from "./own-data-csv";
import { guessTask, preparePairs } from "./prepare-pairs";
import { readTable } from "./read-table";
import { templates } from "./templates";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (path: string): Promise<string> => readFile(`public/${path}`, "utf8");

describe("decodeText", () => {
  it("reads UTF-8 with and without its mark, UTF-16, and GB18030 as Excel saves it", () => {
    expect(decodeText(bytes("问,答"))).toEqual({ text: "问,答", encoding: "utf-8" });
    expect(decodeText(bytes("\uFEFF问,答"))?.text).toBe("问,答");
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x2c, 0, 0x62, 0))).toEqual({
      text: "a,b",
      encoding: "utf-16",
    });
    expect(decodeText(Uint8Array.of(0xce, 0xca, 0x2c, 0xb4, 0xf0))).toEqual({
      text: "问,答",
      encoding: "gb18030",
    });
  });

  it("refuses what is no text", () => {
    expect(decodeText(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xff, 0))).toBe(null);
  });
});

describe("readTable", () => {
  const pairs = async (text: string) =>
    (await readTable(text)).rows.map(({ input, answer }) => [input, answer]);

  it("finds the separator; line ends, quotes, a head and empty rows do no harm", async () => {
    expect(await pairs('question,answer\r\n"a, b",c\r\n\r\n"say ""no""",d\r\n')).toEqual([
      ["a, b", "c"],
      ['say "no"', "d"],
    ]);
    expect(await pairs("a\tb\rc\td\re\tf")).toEqual([
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
    ]);
    expect(await pairs("问题，答案\n明月，月明\n春风，风春")).toEqual([
      ["明月", "月明"],
      ["春风", "风春"],
    ]);
    expect(await pairs("a;b\nc;d")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(await pairs("\uFEFFtext,label\na,b")).toEqual([["a", "b"]]);
  });

  it("says which rows have one column, as a spreadsheet counts them", async () => {
    const table = await readTable("a,b\nalone\nc,d,e");
    expect([table.single, table.columns, table.rows.map(({ row }) => row)]).toEqual([[2], 3, [1, 3]]);
    expect((await readTable("one\ntwo")).single).toEqual([1, 2]);
    expect((await readTable("")).rows).toEqual([]);
  });
});

describe("preparePairs", () => {
  const ten = [..."abcdefghij"].map((letter) => `${letter},un${letter}`).join("\n");
  const prepare = async (text: string, lenient = false) =>
    preparePairs(await readTable(text), "own-letters", await loadPairCheck("own-letters", read), lenient);

  it("says what is left out, why and where", async () => {
    const { pairs, leftOut, heldOut, longest, obstacle } = await prepare(
      `${ten}\na,una\na,other\nnew york,NY\nx,\nalone\nk,${"l".repeat(30)}`,
    );
    expect([pairs.length, heldOut, longest, obstacle]).toEqual([10, 2, 4, null]);
    expect(leftOut).toEqual([
      { kind: "single", rows: [15], pieces: [] },
      { kind: "repeated", rows: [11], pieces: [] },
      { kind: "contradiction", rows: [12], pieces: [] },
      { kind: "unknown", rows: [13], pieces: [" "] },
      { kind: "empty", rows: [14], pieces: [] },
      { kind: "too-long", rows: [16], pieces: [] },
    ]);
  });

  it("leaves characters out instead of rows where it is asked to", async () => {
    const { pairs, leftOut } = await prepare(`${ten}\nnew york,NY`, true);
    expect([pairs.at(-1), leftOut]).toEqual([{ input: "newyork", answer: "NY" }, []]);
  });

  it("says what stands against training", async () => {
    expect((await prepare("")).obstacle).toBe("nothing");
    expect((await prepare("a\nb")).obstacle).toBe("one-column");
    expect((await prepare("a,b\nc,d")).obstacle).toBe("too-few");
    const check = await loadPairCheck("own-labels", read);
    const labels = async (count: number) => {
      const text = Array.from({ length: 30 }, (_, i) => `the dog ${i},label ${i % count}`).join("\n");
      return preparePairs(await readTable(text), "own-labels", check, false).obstacle;
    };
    expect([await labels(1), await labels(3), await labels(13)]).toEqual([
      "too-few-labels",
      null,
      "too-many-labels",
    ]);
  });
});

describe.each(templates)("template $id", ({ task, text }) => {
  it("can be trained on whole, as the task it is for, and comes back from its own CSV", async () => {
    const table = await readTable(text);
    expect(guessTask(table)).toBe(task);
    const { pairs, leftOut, obstacle } = preparePairs(table, task, await loadPairCheck(task, read), false);
    expect([leftOut, obstacle, pairs.length]).toEqual([[], null, table.rows.length]);
    const kept = { text: pairs.map(({ input, answer }) => `${input}\t${answer}\n`).join("") } as KeptData;
    const again = await readTable(ownDataCsv(kept));
    expect(again.rows.map(({ input, answer }) => ({ input, answer }))).toEqual(pairs);
  });
});
