import { describe, expect, test } from "vitest";
import { createRandom } from "../../lib/random";
import { creatures, indexOf, namedCreatures, seenCreatures, unseenCreatures } from "./creature";
import { draw, outlineAt, silhouetteOf } from "./draw";
import { measurePictures } from "./measures";
import { nearestDrawing } from "./nearest";
import { fromPatches, toPatches } from "./patches";
import { places, side } from "./places";
import { scenes } from "./scenes";
import { anyToken, describedBy, names, promptFor, tokensOf, wordCount } from "./words";

describe("creatures", () => {
  test("are 360, split into 280 seen and 80 unseen ones; those with names are among the seen", () => {
    expect(creatures.map(indexOf)).toEqual(creatures.map((_, i) => i));
    expect([...seenCreatures, ...unseenCreatures].toSorted((a, b) => a - b)).toEqual(creatures.map(indexOf));
    expect(unseenCreatures).toHaveLength(80);
    expect(namedCreatures.every((creature) => seenCreatures.includes(creature))).toBe(true);
    expect(new Set(names).size).toBe(namedCreatures.length);
  });

  test("have one token for each word; what is left out may be anything", () => {
    const prompts = [
      ...creatures.map((_, i) => tokensOf(promptFor(i, "day"))),
      ...scenes.map((scene) => tokensOf({ scene })),
    ];
    const tokens = new Set(prompts.flatMap((prompt) => [...prompt]));
    const named = names.map((_, name) => tokensOf({ name })[0]!);
    expect(new Set([...tokens, ...named]).size).toBe(1 + 18 + 6 + names.length);
    expect(Math.max(...tokens, ...named)).toBe(wordCount - 1);
    expect([...tokensOf({ colour: "red" })].filter((token) => token !== anyToken)).toHaveLength(1);
    expect(describedBy(promptFor(77))).toBe(77);
    expect(describedBy({ name: 3 })).toBe(namedCreatures[3]);
    expect(describedBy({ body: "tall" })).toBeNull();
  });
});

describe("a drawing", () => {
  const creature = indexOf({ body: "round", top: "ears", colour: "blue", eyes: "wide" });
  const picture = (place: number, styles: readonly ("shade" | "ink")[] = []) =>
    draw({ creature: creatures[creature]!, place, scene: "snow", styles });

  test("is as it is drawn here", () => {
    const signs = Array.from({ length: side * side }, (_, pixel) => {
      const [r, , b] = picture(5).slice(3 * pixel, 3 * pixel + 3);
      if (r === 1 && b === 1 && pixel < 9 * side) return "o";
      return r! < 0 ? "#" : ".";
    }).join("");
    expect(signs.match(/.{12}/g)).toEqual([
      "............",
      "............",
      "..#....#....",
      "..##..##....",
      "...####.....",
      "..######....",
      "..#o##o#....",
      "..######....",
      "..######....",
      "...####.....",
      "............",
      "............",
    ]);
  });

  test("is its own nearest drawing at every place, and in every style that is asked about", () => {
    for (const place of places) {
      expect(nearestDrawing(picture(place), "snow")).toMatchObject({ creature, place, drawnIn: 0 });
    }
    const among = [[], ["shade"], ["ink"], ["shade", "ink"]] as const;
    for (const [drawnIn, styles] of among.entries()) {
      const found = nearestDrawing(picture(3, styles), "snow", among);
      expect(found).toMatchObject({ creature, place: 3, drawnIn });
      expect(found.rms).toBeLessThan(1e-6);
    }
  });

  test("is the same after it was cut into patches of 2 × 2 and put together again", () => {
    const whole = picture(2);
    const patches = toPatches(whole, 3);
    expect(fromPatches(patches, 3)).toEqual(whole);
    expect([...patches.slice(6, 9)]).toEqual([...whole.slice(3 * side, 3 * side + 3)]);
  });

  test("has an outline inside its silhouette, and pixels inside the outline", () => {
    const shape = creatures[creature]!;
    const [outline, silhouette] = [outlineAt(shape, 4), silhouetteOf(shape, 4)];
    expect(outline.every((value, i) => value <= silhouette[i]!)).toBe(true);
    const count = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0);
    expect(count(outline)).toBeLessThan(count(silhouette) - 8);
  });

  test("is measured against what was asked for", () => {
    const shape = creatures[creature]!;
    const asked = { scene: "snow", creature, places: [4], silhouette: silhouetteOf(shape, 4) } as const;
    const right = measurePictures([{ ...asked, picture: picture(4) }]);
    expect(right).toMatchObject({ match: 1, attributes: 1, place: 1, iou: 1, style: 0 });
    const other = indexOf({ ...shape, colour: "red" });
    const wrong = measurePictures([{ ...asked, creature: other, picture: picture(5, ["shade"]) }], ["shade"]);
    expect(wrong).toMatchObject({ match: 0, attributes: 0.75, place: 0, style: 1, both: 0 });
    expect(wrong.iou).toBeLessThan(0.8);
    const random = createRandom("noise");
    const noise = Float32Array.from({ length: 3 * side * side }, () => 2 * random.next() - 1);
    expect(measurePictures([{ ...asked, picture: noise }]).rms).toBeGreaterThan(0.2);
  });
});
