/** A share of questions answered right, 0 to 1, with its 95 % confidence interval, at one place of the axis. */
export interface SharePoint {
  readonly x: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Of so many questions. */
  readonly of: number;
}

/** One line of a curve of shares. */
export interface ShareLine {
  readonly name: string;
  /** What was answered here so far, ascending in x. */
  readonly points: readonly SharePoint[];
  /** What was recorded, ascending in x; empty where it is not to be shown. */
  readonly recorded: readonly SharePoint[];
}

/** What the axis counts. */
export type ShareAxis = "wrong" | "length" | "votes" | "tokens" | "snapshot";

/** How a line looks: one colour, and a dash for those who cannot tell the colours apart. */
export interface ShareLook {
  readonly color: string;
  readonly dash: string;
}

const looks: readonly ShareLook[] = [
  { color: "var(--hue-blue)", dash: "none" },
  { color: "var(--hue-vermillion)", dash: "7 4" },
  { color: "var(--hue-green)", dash: "2 4" },
  { color: "var(--hue-purple)", dash: "10 3 2 3" },
  { color: "var(--hue-orange)", dash: "4 3" },
  { color: "var(--hue-sky)", dash: "12 4" },
];

/** The look of the line at this place. */
export function shareLook(place: number): ShareLook {
  return looks[place % looks.length]!;
}

/** A curve of an ideal reader, to hold the lines against. */
export type IdealCurve = readonly { readonly x: number; readonly share: number }[];

export interface ShareCurveProps {
  readonly lines: readonly ShareLine[];
  readonly axis: ShareAxis;
  readonly domain: readonly [number, number];
  /** What stands at the axis. */
  readonly label: string;
  readonly chance: number;
  readonly ideal: IdealCurve | null;
  /** Says what there is to see, for those who do not see it. */
  readonly summary: string;
}

/** Where the axis begins and ends; it keeps what was recorded or will be asked (`places`) in view from the first answer on. */
export function shareDomain(axis: ShareAxis, places: readonly number[]): readonly [number, number] {
  if (axis === "wrong") return [0, 100];
  const most = Math.max(1, ...places);
  return axis === "length" || axis === "votes" ? [1, Math.max(2, most)] : [0, most];
}

/** Where numbers are written beneath the axis. */
export function shareTicks(axis: ShareAxis, [from, to]: readonly [number, number]): readonly number[] {
  switch (axis) {
    case "wrong":
      return [0, 25, 50, 75, 100];
    case "length":
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    case "votes":
      return [1, 5, 10, 15, 20, 25, 30, 35, 40].filter((vote) => vote <= to);
    case "tokens":
    case "snapshot":
      return [0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(share * to));
    default:
      return axis satisfies never;
  }
}
