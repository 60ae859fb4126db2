import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { otherModels } from "./asked-model";
import { defaultPrompt, plainVariant } from "./default-prompt";
import { readPromptLink, writePromptLink } from "./prompt-link";
import { promptSchema } from "./prompt-schema";
import { promptLimits } from "./prompt-spec";
import { anyPrompt } from "./test-arbitrary";
import { promptSpec, variant } from "./test-task";

describe("a link to a prompt experiment", () => {
  it("says only what differs, and can be read by people", () => {
    const variants = [
      plainVariant,
      variant({ trigger: "A", name: "tag A" }),
      variant({ demonstrations: { count: 2, labels: "random" } }),
      variant({ trigger: "=", decode: { temperature: 0.7, samples: 9, vote: true } }),
    ];
    expect(writePromptLink(promptSpec({ ...defaultPrompt(), variants, items: 64 }))).toBe(
      "v=1&kind=prompt&variant=&variant=name=tag%20A;trigger=A&variant=demonstrations=2;labels=random" +
        "&variant=trigger==;temperature=0.7;samples=9;vote=true&items=64",
    );
    expect(readPromptLink("v=1&kind=prompt")).toEqual({ spec: defaultPrompt(), issues: [] });
  });

  it("brings any experiment back exactly", () => {
    assert(
      property(anyPrompt, (spec) => {
        expect(readPromptLink(writePromptLink(spec))).toEqual({ spec, issues: [] });
        expect(promptSchema.parse(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
      }),
    );
  });

  it("never fails and never opens what is outside the limits, whatever it says", () => {
    const hostile = array(
      constantFrom(
        ..."kind=prompt variant= demonstrations= labels= trigger= ; & = % %zz 1e9 -1 gold flipped __proto__= task= items= seed= <script> NaN vote= samples=41".split(
          " ",
        ),
      ),
      { maxLength: 30 },
    ).map((pieces) => pieces.join(""));
    const check = (query: string): void => {
      const { spec } = readPromptLink(query);
      expect(promptSchema.parse(spec)).toEqual(spec);
      expect(readPromptLink(writePromptLink(spec))).toEqual({ spec, issues: [] });
    };
    assert(property(hostile, check), { numRuns: 300 });
    assert(property(string({ unit: "binary", maxLength: 200 }), check));
  });

  it("keeps every part that is right, and names the others", () => {
    const { spec, issues } = readPromptLink(
      "v=1&kind=prompt&base=phrases-micro&variant=trigger=A;demonstrations=x;colour=red;labels=blue&items=0&seed=3&lanes=full&step=7",
    );
    expect(spec).toEqual({ ...defaultPrompt(), variants: [variant({ trigger: "A" })], seed: 3 });
    expect(issues.map(({ part, reason }) => [part, reason])).toEqual([
      ["lanes=full", "unknown"],
      ["base=phrases-micro", "misfit"],
      ["step=7", "not-a-choice"],
      ["demonstrations=x", "not-a-number"],
      ["colour=red", "unknown"],
      ["labels=blue", "not-a-choice"],
      ["items=0", "out-of-range"],
    ]);
  });

  it("lets a variant ask another base or snapshot of the family, and no other", () => {
    const link =
      "v=1&kind=prompt&task=chain&variant=model=reader-tiny.1500;length=5&variant=length=5&variant=model=reader-nano";
    const { spec, issues } = readPromptLink(link);
    expect(spec.variants.map(({ model }) => model)).toEqual([
      { base: "reader-tiny", from: { step: 1500 } },
      undefined,
      { base: "reader-nano", from: "pretrained" },
    ]);
    expect(issues).toEqual([]);
    expect(otherModels(spec)).toHaveLength(2);
    expect(writePromptLink(spec)).toBe(link);
    const wrong = readPromptLink(
      "v=1&kind=prompt&task=chain&variant=model=toolbox-nano&variant=model=reader-tiny.7&variant=model=x",
    );
    expect(wrong.spec.variants).toEqual([plainVariant, plainVariant, plainVariant]);
    expect(wrong.issues.map(({ reason }) => reason)).toEqual(["misfit", "not-a-choice", "unknown"]);
  });

  it("of too many variants keeps the first ones, and no text that is too long", () => {
    const many = readPromptLink(`kind=prompt&${"variant=trigger=A&".repeat(18)}`);
    expect(many.spec.variants).toHaveLength(promptLimits.variants.max);
    expect(many.issues.map(({ reason }) => reason)).toEqual(["too-many-variants", "too-many-variants"]);
    const long = readPromptLink(`kind=prompt&variant=trigger=${"A".repeat(81)}`);
    expect(long.spec.variants).toEqual([plainVariant]);
    expect(long.issues[0]?.reason).toBe("out-of-range");
  });
});
