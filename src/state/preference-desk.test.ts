import { describe, expect, it } from "vitest";
import {
  type Choice,
  clicksOf,
  type Desk,
  emptyDesk,
  parseDesks,
  readDesk,
  withChoice,
  withoutLast,
  writeDesk,
} from "./preference-desk";

const choice = (chosen: Choice["chosen"], by: Choice["by"] = "you"): Choice => ({
  one: "a",
  other: "b",
  chosen,
  by,
});
const deskOf = (...choices: readonly Choice[]): Desk => ({ taste: "dog", choices });

describe("a desk", () => {
  it("learns from every pair but those that were skipped", () => {
    const desk = [choice("one"), choice(null), choice("other")].reduce(withChoice, emptyDesk);
    expect(clicksOf(desk)).toEqual([
      { better: "a", worse: "b" },
      { better: "b", worse: "a" },
    ]);
  });

  it("takes back one choice of the learner, or all that the simulated reader chose at once", () => {
    const labelled = deskOf(choice("one"), choice("one", "reader"), choice("one", "reader"));
    expect(withoutLast(labelled).choices).toEqual([choice("one")]);
    expect(withoutLast(withoutLast(labelled)).choices).toEqual([]);
    expect(withoutLast(emptyDesk)).toEqual(emptyDesk);
  });

  it("comes back from its file; another file is none", () => {
    const desk = deskOf(choice("one"), choice(null));
    expect(readDesk(writeDesk("zh", desk))).toEqual({ language: "zh", desk });
    for (const text of ["", "{}", '{"language":"en","choices":[{"one":1}],"taste":null}'])
      expect(readDesk(text)).toBeNull();
  });

  it("is empty where what was stored is spoilt", () => {
    const none = { en: emptyDesk, zh: emptyDesk };
    for (const stored of [null, "no json", '{"en":{}}']) expect(parseDesks(stored)).toEqual(none);
    const desks = { en: deskOf(choice("one")), zh: emptyDesk };
    expect(parseDesks(JSON.stringify(desks))).toEqual(desks);
  });
});
