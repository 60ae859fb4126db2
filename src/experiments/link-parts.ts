import * as z from "zod/mini";
import { findBase } from "../bases/index";
import type { OptionError } from "../lib/options";
import type { BaseWeights } from "../training/race-spec";

/** The only version of links so far. */
export const linkVersion = 1;
/** Enough for the largest experiment, even percent-encoded by a messenger. In characters. */
const longest = 20_000;
const shownLength = 48;

/** A part of a link that was left out, and why; `limit` is what is allowed. */
export interface LinkIssue {
  readonly part: string;
  readonly reason:
    | OptionError["problem"]
    | "malformed"
    | "misfit"
    | "too-many"
    | "too-many-changes"
    | "too-many-variants"
    | "out-of-order"
    | "too-long"
    | "newer"
    | "twice"
    | "other-kind";
  readonly limit: string;
}

/** Notes a part that is left out. */
export type Report = (part: string, reason: LinkIssue["reason"], limit?: string) => void;

/** The fields of a query by name, in their order; `issues` grows while they are read. */
export interface LinkParts {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly report: Report;
  readonly issues: readonly LinkIssue[];
}

/**
 * Parses a query from an untrusted source. Reports names that are not `known`, and repeated fields that are not among the
 * `lists`. Nothing is read of a query that is too long.
 */
export function readParts(
  query: string,
  known: ReadonlySet<string>,
  lists: ReadonlySet<string> = new Set(),
): LinkParts {
  const issues: LinkIssue[] = [];
  const report: Report = (part, reason, limit = "") => {
    issues.push({ part: part.length > shownLength ? `${part.slice(0, shownLength)}…` : part, reason, limit });
  };
  const fields = new Map<string, string[]>();
  if (query.length > longest) report(query, "too-long", String(longest));
  for (const piece of query.length > longest ? [] : query.split("&").filter(Boolean)) {
    const cut = piece.indexOf("=");
    const name = cut < 0 ? piece : piece.slice(0, cut);
    const value = cut < 0 ? undefined : decode(piece.slice(cut + 1));
    if (!known.has(name)) report(piece, "unknown", [...known].join(", "));
    else if (value === undefined) report(piece, "malformed");
    else if (!fields.has(name)) fields.set(name, [value]);
    else if (lists.has(name)) fields.get(name)!.push(value);
    else report(piece, "twice");
  }
  const asked = fields.get("v")?.[0];
  if (asked !== undefined && asked !== String(linkVersion)) {
    const isNewer = /^\d+$/.test(asked) && Number(asked) > linkVersion;
    report(`v=${asked}`, isNewer ? "newer" : "unknown", String(linkVersion));
  }
  return { fields, report, issues };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The kind of experiment that a query names; a race if it names none, as in old links. */
export function kindOf(query: string): string {
  return /(?:^|&)kind=([^&]*)/.exec(query)?.[1] ?? "race";
}

/** "pretrained=no" or "step=1000"; nothing for pretrained weights. */
export function writeWeights(from: BaseWeights): readonly string[] {
  if (from === "untrained") return ["pretrained=no"];
  return from === "pretrained" ? [] : [`step=${from.step}`];
}

/** The weights that a link asks for; the pretrained ones where it asks for none that the base has. */
export function readWeights({ fields, report }: LinkParts, base: string): BaseWeights {
  const pretrained = fields.get("pretrained")?.[0];
  if (pretrained !== undefined && pretrained !== "yes" && pretrained !== "no")
    report(`pretrained=${pretrained}`, "not-a-choice", "yes, no");
  const snapshot = fields.get("step")?.[0];
  if (snapshot === undefined) return pretrained === "no" ? "untrained" : "pretrained";
  const snapshots = findBase(base)?.snapshots ?? [];
  const step = snapshots.find((one) => String(one) === snapshot);
  if (step !== undefined) return { step };
  report(`step=${snapshot}`, "not-a-choice", snapshots.join(", ") || "–");
  return pretrained === "no" ? "untrained" : "pretrained";
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

const written = (form: RegExp) => z.pipe(z.string().check(z.regex(form)), z.transform(Number));
const isWhole = written(/^-?\d+$/);
const isReal = written(/^-?[\d.]+(e[+-]?\d+)?$/i);

/** A number within limits; otherwise reports the part and gives undefined. */
export function readNumber(
  text: string,
  kind: "whole" | "real",
  { min, max }: Range,
  part: string,
  report: Report,
): number | undefined {
  const parsed = (kind === "whole" ? isWhole : isReal).safeParse(text);
  const value = parsed.success ? parsed.data : Number.NaN;
  if (value >= min && value <= max) return value;
  report(part, Number.isNaN(value) ? "not-a-number" : "out-of-range", `${min}–${max}`);
  return undefined;
}
