import { expect, it } from "vitest";
import { better, passes } from "./lighthouse-scores.mjs";

/**
 * @param {number} performance
 * @param {number} accessibility
 * @param {"desktop" | "mobile"} [formFactor]
 */
function result(performance, accessibility, formFactor = "desktop") {
  const scores = { performance, accessibility, "best-practices": 100, seo: 100 };
  const categories = Object.fromEntries(
    Object.entries(scores).map(([id, score]) => [id, { id, title: id, score: score / 100, auditRefs: [] }]),
  );
  const configSettings = /** @type {import("lighthouse").Result["configSettings"]} */ ({ formFactor });
  return { categories, configSettings };
}

it("a try that passes counts before a faster one that does not", () => {
  const [fast, good] = [result(96, 99), result(95, 100)];
  expect(better(fast, good)).toBe(good);
  expect(better(good, fast)).toBe(good);
});

it("of tries alike the faster counts", () => {
  const [slow, fast] = [result(80, 100), result(90, 100)];
  expect(better(slow, fast)).toBe(fast);
  expect(better(fast, slow)).toBe(fast);
});

it("speed is held on a desktop only", () => {
  expect(passes(result(94, 100))).toBe(false);
  expect(passes(result(60, 100, "mobile"))).toBe(true);
  expect(passes(result(100, 99, "mobile"))).toBe(false);
});
