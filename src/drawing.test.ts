import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { files, type Import, imports, room, root } from "./test-imports";

// The drawing in docs/architecture.md is made from the imports. After a change: npx vitest run src/drawing.test.ts -u

const halves = {
  page: [
    "prerender",
    "app",
    "features",
    "preference-view",
    "prompt-view",
    "race-view",
    "model-view",
    "lessons",
    "components",
    "diagrams",
    "charts",
    "state",
    "i18n",
  ],
  compute: ["cli", "worker", "experiments", "training", "bases", "tasks", "methods", "model", "engine"],
  both: ["claims", "counting", "recipes", "export", "lib"],
} as const;
const titles = {
  page: "the page",
  compute: "what computes, in a worker or on the command line",
  both: "plain data and arithmetic, for both",
} as const;

/** Room by room, the rooms it imports from. */
type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const rooms = [...new Set(files.map(room))].filter((name) => name !== "");

function graphOf(of: readonly Import[]): Graph {
  const toRoom = ({ to }: Import): string => (to.includes("/") ? room(to) : "");
  const from = (name: string): string[] => of.filter((each) => room(each.from) === name).map(toRoom);
  const others = (name: string): string[] => from(name).filter((to) => to !== name && rooms.includes(to));
  return new Map(rooms.map((name) => [name, new Set(others(name))]));
}

/** The rooms that an import reaches in the end. */
function reachedFrom(graph: Graph, start: string): Set<string> {
  const reached = new Set<string>();
  const queue = [...(graph.get(start) ?? [])];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (!reached.has(name)) queue.push(...(graph.get(name) ?? []));
    reached.add(name);
  }
  return reached;
}

/** The arrows that are needed: what another arrow leads to as well is left out. */
function arrowsOf(graph: Graph): (readonly [from: string, to: string])[] {
  return [...graph].flatMap(([from, direct]) =>
    [...direct]
      .filter((to) => ![...direct].some((other) => reachedFrom(graph, other).has(to)))
      .map((to) => [from, to] as const),
  );
}

function drawing(): string {
  const values = graphOf(imports.filter(({ isType }) => !isType));
  const isNew = ([from, to]: readonly [string, string]): boolean => !reachedFrom(values, from).has(to);
  const boxes = (["page", "compute", "both"] as const).flatMap((half) => [
    `  subgraph ${half}["${titles[half]}"]`,
    `    ${halves[half].join("; ")}`,
    "  end",
  ]);
  const solid = arrowsOf(values).map(([from, to]) => `  ${from} --> ${to}`);
  const dotted = arrowsOf(graphOf(imports))
    .filter(isNew)
    .map(([from, to]) => `  ${from} -.-> ${to}`);
  return ["flowchart TD", ...boxes, ...solid.sort(), ...dotted.sort()].join("\n");
}

test("every room is in the drawing", () => {
  expect(Object.values(halves).flat().sort()).toEqual([...rooms].sort());
});

test("the drawing in docs/architecture.md shows the imports as they are", async () => {
  const path = join(root, "../docs/architecture.md");
  const text = readFileSync(path, "utf8");
  const drawn = text.replace(/(```mermaid\n)[^`]*(```)/, (_, start, end) => `${start}${drawing()}\n${end}`);
  expect(text).toContain("```mermaid\n");
  await expect(drawn).toMatchFileSnapshot(path);
});
