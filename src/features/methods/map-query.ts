import { questions, type Wanted } from "./questions";
import { readSoftPrompt, type SoftPrompt, writeSoftPrompt } from "./soft-prompts";

/** What the map of methods shows; all of it is in its address. */
export interface MapView {
  /** Base whose numbers are counted. */
  readonly base: string;
  readonly wanted: Wanted;
  /** Ids of the methods compared. */
  readonly compare: readonly string[];
  readonly soft: SoftPrompt;
}

export const mostCompared = 6;

/** What there is to choose from. */
export interface MapLists {
  readonly bases: readonly string[];
  readonly methods: readonly string[];
}

/** The map as it opens without a query. */
export function defaultView({ bases, methods }: MapLists): MapView {
  return {
    base: bases[0] ?? "",
    wanted: {},
    compare: ["adapter", "prefix-tuning", "lora", "bitfit"].filter((id) => methods.includes(id)),
    soft: { depth: "layers", encoder: "none", base: "frozen" },
  };
}

/** Reads the query of a link from anyone; what it does not know is left at the default. */
export function readMapQuery(query: string, lists: MapLists): MapView {
  const usual = defaultView(lists);
  const fields = new URLSearchParams(query.slice(0, 2000));
  const base = fields.get("base") ?? "";
  const compare = fields.get("compare");
  const wanted = questions.flatMap((question) => {
    const asked = fields.get(question);
    return asked === "yes" || asked === "no" ? [[question, asked === "yes"] as const] : [];
  });
  return {
    base: lists.bases.includes(base) ? base : usual.base,
    wanted: Object.fromEntries(wanted),
    compare:
      compare === null
        ? usual.compare
        : [...new Set(compare.split(","))].filter((id) => lists.methods.includes(id)).slice(0, mostCompared),
    soft: readSoftPrompt(fields.get("soft") ?? "") ?? usual.soft,
  };
}

/** The query of a view: "compare=lora,dora&mergeable=yes"; empty where all is as usual. */
export function writeMapQuery(view: MapView, lists: MapLists): string {
  const usual = defaultView(lists);
  const fields: string[] = [];
  if (view.base !== usual.base) fields.push(`base=${view.base}`);
  for (const question of questions) {
    const asked = view.wanted[question];
    if (asked !== undefined) fields.push(`${question}=${asked ? "yes" : "no"}`);
  }
  if (view.compare.join() !== usual.compare.join()) fields.push(`compare=${view.compare.join(",")}`);
  if (writeSoftPrompt(view.soft) !== writeSoftPrompt(usual.soft))
    fields.push(`soft=${writeSoftPrompt(view.soft)}`);
  return fields.join("&");
}
