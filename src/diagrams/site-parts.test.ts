import { describe, expect, it } from "vitest";
import { type ModelConfig, tokensHead } from "../model/config";
import { parameterShapes } from "../model/parameters";
import { drawnSites } from "./site-parts";

const config: ModelConfig = {
  kind: "decoder",
  vocabulary: 80,
  context: 32,
  layers: 2,
  heads: 4,
  width: 64,
  tied: true,
  head: tokensHead,
};
const part = (name: string, site: string, shape: number[] = [64, 4]) => ({
  name,
  site,
  shape,
  trained: true,
  kept: true,
});
const at = (sites: ReturnType<typeof drawnSites>, site: string) =>
  sites.find(({ place }) => place.site === site);

describe("drawnSites", () => {
  it("draws every parameter of the base that one block, the embeddings and the head have, frozen", () => {
    const sites = drawnSites(config, 1, []);
    const drawn = sites.flatMap(({ place }) => Object.keys(place.parameters));
    const expected = Object.keys(parameterShapes(config)).filter((name) => !name.startsWith("blocks.0."));
    expect(drawn.sort()).toEqual(expected.sort());
    expect(sites.every(({ moved, added }) => moved === 0 && added.length === 0)).toBe(true);
  });

  it("fills a place by the share of its own numbers that train", () => {
    const bias = part("blocks.0.mlp.up.bias", "blocks.0.mlp.up", [256]);
    const weight = part("blocks.0.mlp.up.weight", "blocks.0.mlp.up", [64, 256]);
    expect(at(drawnSites(config, 0, [bias]), "blocks.0.mlp.up")?.moved).toBeCloseTo(256 / (64 * 256 + 256));
    expect(at(drawnSites(config, 0, [bias, weight]), "blocks.0.mlp.up")?.moved).toBe(1);
  });

  it("adds new parts beside, and only in their own block", () => {
    const parts = [part("blocks.0.attention.query.lora_A", "blocks.0.attention.query")];
    expect(at(drawnSites(config, 0, parts), "blocks.0.attention.query")?.added).toEqual(parts);
    expect(at(drawnSites(config, 1, parts), "blocks.1.attention.query")?.added).toEqual([]);
  });

  it("shows an empty slot only when something is in it", () => {
    expect(at(drawnSites(config, 0, []), "blocks.0.attention.prefix")).toBeUndefined();
    const prefix = part("blocks.0.attention.prefix.key", "blocks.0.attention.prefix");
    expect(at(drawnSites(config, 0, [prefix]), "blocks.0.attention.prefix")?.added).toEqual([prefix]);
  });

  it("draws the new head of a task of classes in place of the head for tokens", () => {
    const head = part("classifier.weight", "classifier", [64, 2]);
    const sites = drawnSites(
      { ...config, kind: "encoder", layers: 2, head: { kind: "classes", k: 2, pool: "first" } },
      0,
      [head],
    );
    expect(at(sites, "head")).toBeUndefined();
    expect(at(sites, "classifier")).toMatchObject({ frozen: 0, own: [], added: [head] });
  });

  it("loses nothing: a site without a place of its own stands at the foot", () => {
    const network = part("prefix.mlp.0.weight", "prefix");
    expect(at(drawnSites(config, 0, [network]), "prefix")?.place.words).toBe("beside");
  });
});
