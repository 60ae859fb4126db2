import { describe, expect, it } from "vitest";
import { createRandom } from "../../lib/random";
import type { Item } from "../task";
import { readQuestion, solve } from "./arithmetic";
import { procedures, readAnswer } from "./procedures";

const item: Item = { input: "chain 3 a + 4 b * 7 c - 2 d + 8 e * 3", answer: "5", length: 5 };
const sum: Item = { input: "sum a 5 b 8", answer: "3", length: 2 };
const random = () => createRandom("procedures");

describe("the answer in what was written", () => {
  it.each([
    ["7", "7"],
    ["7 .", "7"],
    ["= 4", "4"],
    [": a 7 b 9 # 9", "9"],
    ["a 7 b 9 # 2", "2"],
    ["a 7 b 9", ""],
    ["a 7 #", ""],
    ["", ""],
  ])("%s: %s", (written, answer) => expect(readAnswer(written)).toBe(answer));
});

describe("filler dots", () => {
  it("are as many tokens as the steps would be", () => {
    const { text } = procedures.filler.open(item, random())!;
    expect(text).toBe(`${item.input} = ${"… ".repeat(10)}#`);
    expect(procedures.filler.next(item, ["5"])).toBeNull();
    expect(procedures.filler.read(["5"])).toBe("5");
  });
});

describe("a wrong step", () => {
  it("is the last of the first ones, and the answer that it leads to follows from it", () => {
    const right = ["7", "9", "7", "5", "5"];
    const stream = random();
    const given = new Set<number>();
    for (let i = 0; i < 100; i++) {
      const { text, implied } = procedures["wrong-step"].open(item, stream)!;
      const shown = text.slice(text.indexOf(":") + 2).split(" ");
      const values = shown.filter((_, at) => at % 2 === 1);
      given.add(values.length);
      expect(values.slice(0, -1)).toEqual(right.slice(0, values.length - 1));
      expect(values.at(-1)).not.toBe(right[values.length - 1]);
      const rest = item.input.split(" ").slice(2 + 3 * values.length);
      expect(implied).toBe(String(solve(readQuestion(`chain ${values.at(-1)} ${rest.join(" ")}`))));
      // A bijection: one wrong step never ends in the right answer.
      expect(implied).not.toBe(item.answer);
    }
    expect([...given].sort()).toEqual([1, 2, 3, 4]);
  });

  it("needs a chain of more than one step", () => {
    expect(procedures["wrong-step"].open(sum, random())).toBeNull();
    expect(
      procedures["wrong-step"].open({ input: "chain 3 a + 4", answer: "7", length: 1 }, random()),
    ).toBeNull();
  });
});

/** A model that solves every chain it is asked. */
function solved(text: string): string {
  const question = text.replace(" :", "");
  return `a 0 # ${solve(readQuestion(question))}`;
}

describe("least-to-most", () => {
  it("asks for a split, then for the first piece, then for the second from the result of the first", () => {
    const { split } = procedures;
    const written = ["a + 4 b * 7 c - 2 | a + 8 b * 3"];
    expect(split.open(item, random())?.text).toBe(`${item.input} split`);
    const first = split.next(item, written);
    expect(first).toBe("chain 3 a + 4 b * 7 c - 2 :");
    written.push(solved(first!));
    const second = split.next(item, written);
    expect(second).toBe("chain 7 a + 8 b * 3 :");
    written.push(solved(second!));
    expect(split.next(item, written)).toBeNull();
    expect(split.read(written)).toBe(item.answer);
  });

  it("gives the split itself where it is told to, and needs one text less", () => {
    const given = procedures["split-given"];
    const first = given.open(item, random())!.text;
    const second = given.next(item, [solved(first)])!;
    expect([first, second]).toEqual(["chain 3 a + 4 b * 7 c - 2 :", "chain 7 a + 8 b * 3 :"]);
    const written = [solved(first), solved(second)];
    expect(given.next(item, written)).toBeNull();
    expect(given.read(written)).toBe(item.answer);
  });

  it("ends without an answer where the split or the first result is no use", () => {
    const { split } = procedures;
    expect(split.next(item, ["a + 4 b * 7"])).toBeNull();
    expect(split.next(item, ["a + 4 | a * 7", "a 7 b"])).toBeNull();
    expect(split.read(["a + 4 | a * 7", "a 7 b"])).toBe("");
    expect(split.open(sum, random())).toBeNull();
  });
});
