import type { Claim, LessonClaims, Term } from "./claim";
import { type Figure, figureOf, type LessonFigures } from "./figures";
import { judge, unknownTerms } from "./judge";
import type { Measure } from "./run";

const signs = { "at-least": ">=", "at-most": "<=", equals: "=" } as const satisfies Record<
  Claim["is"],
  string
>;

/** "score(lora) >= 0.95 × score(full)" */
export function relationOf({ left, is, within, right }: Claim): string {
  const apart = within === undefined ? "" : ` ± ${within}`;
  return `${left.map(writeTerm).join(", ")} ${signs[is]} ${writeTerm(right)}${apart}`;
}

/** One line: whether the claim holds, whether the words say so, the relation and its figures. */
export function verdictLine(claim: Claim, figures: LessonFigures): string {
  const found = judge(claim, figures);
  const mark = found === claim.verdict ? "ok   " : "WRONG";
  return `${mark} ${claim.id}: ${relationOf(claim)} ${found} [${figuresIn(claim, figures)}]`;
}

/** The terms of claims that have no figure: "ft-hot-worse: score(hot)". */
export function unmeasuredLine(claim: Claim, figures: LessonFigures): string {
  return `${claim.id}: ${unknownTerms(claim, figures).map(writeTerm).join(", ")}`;
}

/** Every claim as a row in Markdown. */
export function tableOf(
  lessons: readonly { readonly claims: LessonClaims; readonly figures: LessonFigures }[],
): string {
  const rows = lessons.flatMap(({ claims, figures }) =>
    claims.claims.map((claim) => {
      const found = judge(claim, figures);
      const cells = [
        claims.lesson,
        claim.id,
        relationOf(claim),
        figuresIn(claim, figures),
        found,
        claim.verdict,
      ];
      return `| ${cells.join(" | ")} |`;
    }),
  );
  return [
    "| lesson | claim | relation | figures | measured | the words say |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function writeTerm(term: Term): string {
  if ("value" in term) return String(term.value);
  const scaled = `${term.times === undefined ? "" : `${term.times} × `}${term.of}(${term.run})`;
  if (!term.plus) return scaled;
  return `${scaled} ${term.plus < 0 ? "−" : "+"} ${Math.abs(term.plus)}`;
}

function figuresIn({ left, right }: Claim, figures: LessonFigures): string {
  const named = new Map<string, string>();
  for (const term of [...left, right]) {
    if ("value" in term) continue;
    const figure = figureOf(figures, term.run, term.of);
    if (figure) named.set(`${term.of}(${term.run})`, writeFigure(figure, term.of));
  }
  return [...named].map(([name, text]) => `${name} = ${text}`).join("; ");
}

function writeFigure({ mean, sd }: Figure, of: Measure): string {
  if (of === "trained" || of === "kept") return mean.toLocaleString("en");
  return `${mean.toPrecision(3)} ± ${sd.toPrecision(2)}`;
}
