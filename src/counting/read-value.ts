import { CountingError } from "./counting-error";
import { nearest } from "./nearest";
import {
  type CountingOption,
  type CountingValue,
  type Indices,
  type RawOption,
  squeezed,
} from "./option-kinds";
import { readNames } from "./pattern";

/** The value of an option, checked; a CountingError says what is possible. `name` is what the user called it. */
export function readValue(name: string, spec: CountingOption, value: RawOption): CountingValue {
  const text = Array.isArray(value) ? value.join(",") : String(value).trim();
  const isChoice = spec.kind === "choice" && spec.choices.includes(text);
  if (/^(none|null)$/i.test(text) && spec.default === null && !isChoice) return null;
  const impossible = (known: readonly string[], near: readonly string[] = []) =>
    new CountingError("value", `option "${name}" cannot be "${text}"`, known, near);
  switch (spec.kind) {
    case "integer": {
      const number = Number(text);
      if (text === "" || !Number.isSafeInteger(number) || number < spec.min || number > mostWhole)
        throw impossible([`whole numbers from ${spec.min} to ${mostWhole}`]);
      return number;
    }
    case "number": {
      const number = Number(text);
      if (text === "" || !(number >= spec.min && number <= spec.max))
        throw impossible([`${spec.min} to ${spec.max}`]);
      return number;
    }
    case "switch":
      if (/^(true|1|yes|on)$/i.test(text)) return true;
      if (/^(false|0|no|off)$/i.test(text)) return false;
      throw impossible(["true", "false"]);
    case "choice": {
      const choice = spec.choices.find((each) => squeezed(each) === squeezed(text));
      if (choice === undefined) throw impossible(spec.choices, nearest(text, spec.choices));
      return choice;
    }
    case "names": {
      const names = Array.isArray(value) ? value.map(String) : readNames(text);
      const found = names.filter(Boolean);
      const isEmpty = spec.mayBeEmpty && (text === "[]" || (Array.isArray(value) && value.length === 0));
      if (found.length === 0 && !isEmpty) throw impossible(["names with commas between them"]);
      return found;
    }
    case "pattern":
      return readPatterns(text) ?? fail(impossible(['{"name of a module": 16}', "name=16,other=4"]));
    case "indices":
      return readIndices(text) ?? fail(impossible(["[5, 6]", '{"embed_tokens": [5, 6]}']));
    case "any":
      return text;
    default:
      throw new Error(`unhandled option kind: ${JSON.stringify(spec satisfies never)}`);
  }
}

const mostWhole = 1e9;

function fail(error: CountingError): never {
  throw error;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isSize = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value > 0 && value <= mostWhole;

/** Sizes by pattern, or null where the text is no such thing. */
function readPatterns(text: string): Readonly<Record<string, number>> | null {
  const parsed = parse(text);
  if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) {
    return Object.values(parsed).every(isSize) ? (parsed as Record<string, number>) : null;
  }
  const pairs = text
    .split(/,(?=[^,]*[=:])/)
    .map((pair) => /^\s*["']?(.+?)["']?\s*[=:]\s*(\d+)\s*$/.exec(pair));
  if (!pairs.every((pair) => pair !== null)) return null;
  const sizes = pairs.map(([, name, size]): [string, number] => [name!, Number(size)]);
  return sizes.every(([, size]) => isSize(size)) ? Object.fromEntries(sizes) : null;
}

/** Places by table, or null where the text is no such thing. */
function readIndices(text: string): Indices | null {
  const isPlace = (value: unknown): value is number =>
    typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= mostWhole;
  const places = (value: unknown): readonly number[] | null =>
    Array.isArray(value) && value.length > 0 && value.every(isPlace) ? [...new Set(value)] : null;
  const parsed = parse(text) ?? parse(`[${text}]`);
  if (typeof parsed !== "object" || parsed === null) return places([parsed]) && { "": [Number(parsed)] };
  const entries = Array.isArray(parsed) ? [["", parsed] as const] : Object.entries(parsed);
  const read = entries.map(([table, value]) => [table, places(value)] as const);
  return read.length > 0 && read.every(([, found]) => found !== null)
    ? (Object.fromEntries(read) as Indices)
    : null;
}
