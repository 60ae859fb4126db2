import { type LinkIssue, linkVersion, readParts } from "../link-parts";
import { pictureSchema } from "./picture-schema";
import type { PictureSpec } from "./picture-spec";

const known: ReadonlySet<string> = new Set(["v", "kind", "spec"]);

/** The experiment as a query: "v=1&kind=picture&spec=…". */
export function writePictureLink(spec: PictureSpec): string {
  return `v=${linkVersion}&kind=picture&spec=${encodeURIComponent(JSON.stringify(spec))}`;
}

/** Reads such a query, which may come from anyone; where it holds no sound experiment, the usual one and what was wrong. */
export function readPictureLink(
  query: string,
  usual: PictureSpec,
): { readonly spec: PictureSpec; readonly issues: readonly LinkIssue[] } {
  const { fields, report, issues } = readParts(query, known);
  const text = fields.get("spec")?.[0];
  if (text === undefined) return { spec: usual, issues };
  const read = pictureSchema.safeParse(parsed(text));
  if (!read.success) report(`spec=${text}`, "malformed");
  return { spec: read.success ? read.data : usual, issues };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
