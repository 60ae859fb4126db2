import { describe, expect, it } from "vitest";
import { defaultOptions, OptionError, parseOptions } from "./options";

const specs = {
  rank: { kind: "integer", default: 4, min: 1, max: 64 },
  alpha: { kind: "number", default: 8, min: 0, max: 256 },
  frozen: { kind: "switch", default: true },
  encoder: { kind: "choice", default: "mlp", choices: ["mlp", "lstm"] },
  targets: { kind: "set", default: ["q", "v"], choices: ["q", "k", "v"] },
} as const;

describe("options", () => {
  it("fill in what is not said", () => {
    expect(parseOptions(specs, {})).toEqual(defaultOptions(specs));
    expect(parseOptions(specs, { rank: 2 })).toEqual({ ...defaultOptions(specs), rank: 2 });
  });

  it("are read from text as from a link or the command line", () => {
    const raw = { rank: "16", alpha: "0.5", frozen: "false", encoder: "lstm", targets: "v+q" };
    expect(parseOptions(specs, raw)).toEqual({
      rank: 16,
      alpha: 0.5,
      frozen: false,
      encoder: "lstm",
      targets: ["q", "v"],
    });
  });

  it.each([
    [{ rank: "0" }, "out-of-range"],
    [{ rank: 65 }, "out-of-range"],
    [{ rank: 2.5 }, "out-of-range"],
    [{ rank: "four" }, "not-a-number"],
    [{ rank: "" }, "not-a-number"],
    [{ rank: Number.NaN }, "not-a-number"],
    [{ alpha: Number.POSITIVE_INFINITY }, "not-a-number"],
    [{ frozen: "maybe" }, "not-a-choice"],
    [{ encoder: "gru" }, "not-a-choice"],
    [{ targets: "q+x" }, "not-a-choice"],
    [{ targets: "" }, "empty"],
    [{ targets: [1] }, "not-a-choice"],
    [{ depth: 1 }, "unknown"],
    [{ constructor: 1 }, "unknown"],
  ])("refuse %j as %s, naming the option", (raw, problem) => {
    try {
      parseOptions(specs, raw);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(OptionError);
      expect(error).toMatchObject({ problem, option: Object.keys(raw)[0] });
    }
  });
});
