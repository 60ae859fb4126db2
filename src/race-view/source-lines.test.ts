import { describe, expect, it } from "vitest";
import { sourceLines } from "./source-lines";

describe("sourceLines", () => {
  it("tells comments from code", () => {
    expect(sourceLines("const a = 1; // one\nb();\n")).toEqual([
      [
        { text: "const a = 1; ", comment: false },
        { text: "// one", comment: true },
      ],
      [{ text: "b();", comment: false }],
    ]);
  });

  it("carries a block comment over lines and keeps empty lines", () => {
    const lines = sourceLines("/** two\n\n lines */\nf();");
    expect(lines.map((line) => line.map(({ comment }) => comment))).toEqual([[true], [], [true], [false]]);
  });

  it("does not take an address in a string for a comment", () => {
    expect(sourceLines('url: "https://arxiv.org", x / y')).toEqual([
      [{ text: 'url: "https://arxiv.org", x / y', comment: false }],
    ]);
  });

  it("loses no letter", () => {
    const source = "const t = `a\n// not a comment {x}`; /* c */ g('it\\'s');";
    const whole = sourceLines(source)
      .map((line) => line.map(({ text }) => text).join(""))
      .join("\n");
    expect(whole).toBe(source);
  });
});
