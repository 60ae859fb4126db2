import { describe, expect, it } from "vitest";
import { bases, findBase } from "../bases/index";
import { nodeCheckpoints } from "../cli/node-files";
import { countParameters } from "../model/parameters";
import { configOf } from "../model/stored-config";
import { CheckpointError } from "./checkpoint-error";
import { loadCheckpoint } from "./load-base";

describe("every base on offer", () => {
  it.each(bases.map((base) => [base.id, base] as const))(
    "%s has a checkpoint that its card describes",
    async (_, base) => {
      const { params, card } = await loadCheckpoint(base, "pretrained", nodeCheckpoints, () => {});
      const size = Object.values(params).reduce((sum, { data }) => sum + data.length, 0);
      expect(size).toBe(countParameters(base.config));
      expect(card).toMatchObject({ id: base.id, recipe: base.recipe, parameters: size });
      expect(configOf(card.config)).toEqual(base.config);
      expect(card.bytes).toBeLessThan(base.id.endsWith("-mini") ? 2_700_000 : 1_600_000);
      expect(card.heldOutLoss).toBeLessThan(card.curve[0]!.loss);
    },
  );
});

describe("a base that cannot be used", () => {
  const base = findBase("toolbox-tiny")!;
  /** What becomes of the base with its card changed, its file changed, or both. */
  const problemOf = async (
    card: (text: string) => string,
    file: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes,
  ): Promise<string | null> => {
    const source = {
      readText: async (path: string) => card(await nodeCheckpoints.readText(path)),
      readBytes: async (path: string) => file(await nodeCheckpoints.readBytes(path, () => {})),
    };
    return loadCheckpoint(base, "pretrained", source, () => {}).then(
      () => null,
      (error: unknown) => (error instanceof CheckpointError ? error.problem : String(error)),
    );
  };
  const withField = (name: string, value: unknown) => (text: string) =>
    JSON.stringify({ ...JSON.parse(text), [name]: value });

  it.each([
    ["null", () => "null"],
    ["a list", () => "[]"],
    ["no JSON", (text: string) => text.slice(0, -9)],
    ["another base's", withField("id", "toolbox-micro")],
    ["without a fingerprint", withField("sha256", undefined)],
    ["with a loss that is no number", withField("heldOutLoss", "low")],
    ["with a curve of nothing", withField("curve", [])],
    ["with probes that are none", withField("probes", { plural: 0.5 })],
    ["without a shape", withField("config", null)],
  ])("has a card that is %s", async (_, spoil) => {
    expect(await problemOf(spoil)).toBe("format");
  });

  it("has a file that is not the one of its card", async () => {
    expect(
      await problemOf(
        (text) => text,
        (bytes) => bytes.slice(0, -4),
      ),
    ).toBe("hash");
  });

  it("has a file that holds no tensors, whatever its card says", async () => {
    const junk = new TextEncoder().encode("this is no tensor file");
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", junk));
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    expect(await problemOf(withField("sha256", sha256), () => junk)).toBe("format");
  });

  it("is not one whose card describes the model's shape in other words", async () => {
    const other = (text: string): string =>
      withField("config", { ...JSON.parse(text).config, classes: 0, head: { kind: "tokens" } })(text);
    expect(await problemOf(other)).toBe(null);
  });
});
