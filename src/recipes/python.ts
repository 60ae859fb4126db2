/** Python code that stands for itself: a name, an expression. */
export interface Raw {
  readonly code: string;
}
export type Value = number | boolean | string | null | Raw | readonly Value[];

/** Code to be put into a call as it is. */
export function raw(code: string): Raw {
  return { code };
}

/** A value as Python writes it: true -> True, "a" -> "a", [1, 2] -> [1, 2]. */
export function literal(value: Value): string {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if ("code" in value) return value.code;
  return `[${value.map(literal).join(", ")}]`;
}

/** A call with keyword arguments, one a line, with a comment behind some of them. */
export function call(
  name: string,
  keywords: Readonly<Record<string, Value>>,
  comments: Readonly<Record<string, string>> = {},
): string {
  const lines = Object.entries(keywords).map(([keyword, value]) => {
    const comment = comments[keyword];
    return `    ${keyword}=${literal(value)},${comment ? `  # ${comment}` : ""}`;
  });
  return [`${name}(`, ...lines, ")"].join("\n");
}

/**
 * Python in a template: the indentation of the TypeScript around it is taken away, and code of several lines that is
 * put in keeps the column of its place. Lines whose only content was empty code disappear.
 */
export function python(parts: TemplateStringsArray, ...insertions: readonly string[]): string {
  const template = parts.raw.join("\0").split("\n");
  const indents = template.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const margin = Math.min(...indents);
  let next = 0;
  const lines = template.flatMap((line) => {
    const own = line.slice(margin);
    const column = " ".repeat(Math.max(0, own.search(/\S/)));
    const filled = own.replaceAll("\0", () => (insertions[next++] ?? "").replaceAll("\n", `\n${column}`));
    return filled.trim() === "" && own.includes("\0") ? [] : [filled.replace(/[ \t]+$/gm, "")];
  });
  return lines.join("\n").replace(/^\n+|\n+$/g, "");
}

/** A comment of whole sentences, broken at 100 characters. */
export function comment(text: string, width = 98): string {
  return wrap(text, width)
    .map((line) => `# ${line}`)
    .join("\n");
}

/** Text in lines of at most so many characters, broken between words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
