import { describe, expect, it } from "vitest";
import {
  type Choice,
  clicksOf,
  type Desk,
  emptyDesk,
  mostChoices,
  parseDesks,
  readDesk,
  useDesks,
  withChoices,
  withoutLast,
  writeDesk,
} from "./preference-desk";

const choice = (chosen: Choice["chosen"], by: Choice["by"] = "you"): Choice => ({
  one: "the dog was good",
  other: "the film was new",
  chosen,
  by,
});
const deskOf = (...choices: readonly Choice[]): Desk => ({ taste: "dog", choices });

describe("a desk", () => {
  it("learns from every pair but those that were skipped", () => {
    const desk = withChoices(emptyDesk, [choice("one"), choice(null), choice("other")]);
    expect(clicksOf(desk)).toEqual([
      { better: "the dog was good", worse: "the film was new" },
      { better: "the film was new", worse: "the dog was good" },
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
    expect(readDesk(writeDesk("en", desk))).toEqual({ language: "en", desk });
    // Words that the Chinese model does not have.
    expect(readDesk(writeDesk("zh", desk))).toBeNull();
    for (const text of ["", "{}", '{"language":"en","choices":[{"one":1}],"taste":null}'])
      expect(readDesk(text)).toBeNull();
  });

  it("is empty where what was stored of it is spoilt, and the other one stays", () => {
    const none = { en: emptyDesk, zh: emptyDesk };
    for (const stored of [null, "no json", '{"en":{}}']) expect(parseDesks(stored)).toEqual(none);
    const en = deskOf(choice("one"));
    expect(parseDesks(JSON.stringify({ en, zh: en }))).toEqual({ en, zh: emptyDesk });
    expect(parseDesks(JSON.stringify({ en, zh: { choices: 7 } }))).toEqual({ en, zh: emptyDesk });
  });

  it("keeps what was chosen while other choices were on their way", () => {
    const { change } = useDesks.getState();
    const labelled = (desk: Desk): Desk => withChoices(desk, [choice("one", "reader")]);
    change("en", (desk) => withChoices(desk, [choice("other")]));
    change("en", labelled);
    expect(useDesks.getState().desks.en.choices).toEqual([choice("other"), choice("one", "reader")]);
    expect(useDesks.getState().desks.zh).toEqual(emptyDesk);
  });

  it("takes no more choices than can be read again", () => {
    const many = Array.from({ length: mostChoices + 5 }, () => choice("one", "reader"));
    const full = withChoices(deskOf(choice("one")), many);
    expect(full.choices).toHaveLength(mostChoices);
    expect(parseDesks(JSON.stringify({ en: full, zh: emptyDesk })).en).toEqual(full);
  });
});
