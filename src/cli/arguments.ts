import { type ParseArgsConfig, parseArgs } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Wrong arguments on the command line: the message is printed without a stack trace. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Reads the command line; unknown or malformed arguments throw a UsageError that ends with the usage. */
export function readArguments<const O extends Options>(usage: string, options: O) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** The value of one option before the others are read: what they may be can depend on it. */
export function peekArgument(name: string): string | undefined {
  const { values } = parseArgs({
    options: { [name]: { type: "string" } },
    strict: false,
    allowPositionals: true,
  });
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** A whole number within limits, or a UsageError. */
export function readInteger(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new UsageError(`--${name} takes a whole number from ${min} to ${max}, not "${text}"`);
  }
  return value;
}

/** "rank=8" pairs as a record. */
export function readPairs(name: string, pairs: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new UsageError(`--${name} takes name=value, not "${pair}"`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** Errors whose message says what was wrong with what was asked. */
const foreseen: ReadonlySet<string> = new Set([
  "UsageError",
  "OptionError",
  "CountingError",
  "MisfitError",
  "MethodMisfitError",
  "ObjectiveMisfitError",
  "CheckpointError",
  "DataError",
  "InputError",
  "PromptError",
]);

/** Runs a command; wrong arguments end it with one clear line and exit code 2. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Error && foreseen.has(error.name))) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
