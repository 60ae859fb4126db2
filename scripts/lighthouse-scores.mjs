// What Lighthouse's results are held to.

/** @typedef {import("lighthouse").Result} Result */

export const limits = { performance: 95, accessibility: 100, "best-practices": 95, seo: 95 };

/** @param {Pick<Result, "categories">} result */
export function scoresOf({ categories }) {
  const score = (/** @type {string} */ name) => Math.round((categories[name]?.score ?? 0) * 100);
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    "best-practices": score("best-practices"),
    seo: score("seo"),
  };
}

/**
 * Whether all scores are within the limits; speed on a phone is not held.
 * @param {Pick<Result, "categories" | "configSettings">} result
 */
export function passes(result) {
  const scores = scoresOf(result);
  const isPhone = result.configSettings.formFactor === "mobile";
  return /** @type {(keyof typeof limits)[]} */ (Object.keys(limits)).every(
    (name) => scores[name] >= limits[name] || (isPhone && name === "performance"),
  );
}

/**
 * Of two tries the one that counts: one that passes, else the faster.
 * @template {Pick<Result, "categories" | "configSettings">} Try
 * @param {Try} one
 * @param {Try} other
 * @returns {Try}
 */
export function better(one, other) {
  if (passes(one) !== passes(other)) return passes(one) ? one : other;
  return scoresOf(other).performance > scoresOf(one).performance ? other : one;
}

/**
 * Audits that cost points, and where.
 * @param {Result} result
 */
export function flaws({ categories, audits }) {
  return Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id}: ${audits[id]?.displayValue ?? audits[id]?.title ?? ""}`),
  );
}
