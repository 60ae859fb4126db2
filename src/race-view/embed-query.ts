/** Parts of a figure that a page around it can leave out. */
export const hideableParts = {
  race: ["title", "transport"],
  lesson: ["words", "transport"],
  prompt: ["title", "transport"],
} as const;

export type EmbedKind = keyof typeof hideableParts;
export type HideablePart = (typeof hideableParts)[EmbedKind][number];

/** How a page shows a figure of ours: "/embed/race?v=1&…&hide=title,transport&theme=dark". */
export interface EmbedView {
  readonly hide: readonly HideablePart[];
  /** Null: as the reader's system has it. */
  readonly theme: "light" | "dark" | null;
  /** The rest of the query: what the figure shows. */
  readonly rest: string;
}

const known = new Set<string>(Object.values(hideableParts).flat());
const isPart = (name: string): name is HideablePart => known.has(name);

/** Reads the query of an embedded figure; what is not known of it counts as left out. */
export function readEmbedView(query: string): EmbedView {
  const parts = query.split("&").filter((part) => part !== "");
  const settingOf = (key: string): string =>
    parts
      .filter((part) => part.startsWith(`${key}=`))
      .at(0)
      ?.slice(key.length + 1) ?? "";
  const theme = settingOf("theme");
  return {
    hide: settingOf("hide").replaceAll(/%2c/gi, ",").split(",").filter(isPart),
    theme: theme === "light" || theme === "dark" ? theme : null,
    rest: parts.filter((part) => !/^(hide|theme)=/.test(part)).join("&"),
  };
}
