export type Scale = "linear" | "log";
/** Lowest and highest value an axis shows. */
export type Domain = readonly [low: number, high: number];

const steps = [1, 2, 5, 10] as const;
const lowest = 1e-5;
/** A curve that blows up leaves the chart at this many times where the curves began, so that the others stay readable. */
const room = 3;

/** The domain for a loss axis before one knows how far the curves fall. `start`: where they begin. */
export function lossDomain(values: readonly number[], start: number, scale: Scale): Domain {
  const ceiling = start > 0 ? start * room : Number.POSITIVE_INFINITY;
  const shown = values.filter((value) => Number.isFinite(value) && value <= ceiling);
  const high = roundUp(Math.max(start * 1.02, ...shown, 0.01));
  const low =
    scale === "linear" ? 0 : Math.min(high / 100, roundDown(Math.max(lowest, Math.min(...shown, high))));
  return [low, high];
}

/** Curves that take less than this share of the height are enlarged. */
const leastHeight = 1 / 3;

/**
 * The domain fitted to values that would otherwise lie in a narrow band, such as losses from 3.9 to 4.8 on an axis from
 * 0.05; the same domain where they take enough of it.
 */
export function fitDomain(domain: Domain, values: readonly number[], scale: Scale): Domain {
  const shown = values.filter((value) => value >= domain[0] && value <= domain[1]);
  if (shown.length < 2) return domain;
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const at = (value: number): number => (scale === "log" ? Math.log(value) : value);
  if (at(high) - at(low) >= leastHeight * (at(domain[1]) - at(domain[0]))) return domain;
  return [roundBelow(low / 1.02), roundUp(high * 1.02)];
}

const near = 0.2;
const grain = 0.05;

/** The part of a 0-to-1 axis that the best values lie in, with those that come near them. */
export function closeUp(values: readonly number[]): Domain {
  const best = Math.max(0, ...values);
  const low = Math.min(best, ...values.filter((value) => value >= best - near));
  const from = Math.max(0, Math.floor(low / grain - 1e-9) * grain);
  return [tidy(from), tidy(Math.min(1, Math.ceil(best / grain + 1e-9) * grain))];
}

/** Round numbers to write at an axis, about `count` of them. */
export function ticks([low, high]: Domain, scale: Scale, count: number): readonly number[] {
  return scale === "linear" ? linearTicks(low, high, count) : logTicks(low, high, count);
}

/** Round tick distance for a step axis from 0: 400 steps in about 4 parts are 0, 100, … */
function linearTicks(low: number, high: number, count: number): readonly number[] {
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const distance = power * (steps.find((step) => step * power >= raw * 0.999) ?? 10);
  const first = Math.ceil(low / distance - 1e-9);
  const last = Math.floor(high / distance + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * distance));
}

function logTicks(low: number, high: number, count: number): readonly number[] {
  const from = Math.floor(Math.log10(low));
  const to = Math.ceil(Math.log10(high));
  const powers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const inside = (digits: readonly number[]): readonly number[] =>
    powers
      .flatMap((power) => digits.map((digit) => tidy(digit * 10 ** power)))
      .filter((tick) => tick >= low * 0.999 && tick <= high * 1.001);
  const fine = inside([1, 2, 5]);
  if (fine.length < 3) return linearTicks(low, high, count);
  if (fine.length <= count + 2) return fine;
  const medium = inside([1, 3]);
  if (medium.length <= count + 2) return medium;
  const coarse = inside([1]);
  if (coarse.length <= count + 1) return coarse;
  const stride = Math.ceil(coarse.length / count);
  return coarse.filter((_, i) => i % stride === 0);
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return tidy(power * ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value * 0.9999) ?? 10));
}

/** As roundUp, downwards. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return tidy(power * ([8, 6, 5, 4, 3, 2, 1.5, 1].find((step) => step * power <= value * 1.0001) ?? 1));
}

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return tidy(power * (value >= 5 * power ? 5 : value >= 2 * power ? 2 : 1));
}

/** Takes off what binary fractions add: 0.30000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(6));
}
