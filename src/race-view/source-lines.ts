/** A stretch of a line that is comment or code throughout. */
export interface Stretch {
  readonly text: string;
  readonly comment: boolean;
}

/** Cuts a source file into lines, and each line into code and comment. Knows strings well enough not to take "https://" for a comment. */
export function sourceLines(source: string): readonly (readonly Stretch[])[] {
  const lines: Stretch[][] = [[]];
  const token =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\n|[^/"'`\n]+|./g;
  for (const [text] of source.trimEnd().matchAll(token)) {
    const comment = text.startsWith("//") || text.startsWith("/*");
    for (const [i, piece] of text.split("\n").entries()) {
      if (i > 0) lines.push([]);
      if (piece !== "") append(lines.at(-1)!, piece, comment);
    }
  }
  return lines;
}

function append(line: Stretch[], text: string, comment: boolean): void {
  const last = line.at(-1);
  if (last?.comment === comment) line[line.length - 1] = { text: last.text + text, comment };
  else line.push({ text, comment });
}
