import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { closure, code, files, type Import, imports, room, root } from "./test-imports";

/** Which rooms a room may import from, besides itself: always downwards. */
const compute = ["lib", "engine", "model", "methods", "tasks", "bases", "training"];
const page = [
  "lib",
  "i18n",
  "state",
  "charts",
  "diagrams",
  "components",
  "lessons",
  "model-view",
  "race-view",
  "prompt-view",
  "preference-view",
  "features",
  "app",
  "prerender",
];
const roomsBelow: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  engine: ["lib"],
  model: ["lib", "engine"],
  methods: ["lib", "engine", "model"],
  tasks: ["lib"],
  bases: ["lib", "tasks"],
  // Published models are counted from their shapes: plain arithmetic, for the page and the command line alike.
  counting: ["lib"],
  training: compute,
  experiments: compute,
  // What the lessons say as data: read by the page, measured by the command line.
  claims: ["lib"],
  // For other programs: scripts made from ids and options, adapters as HF PEFT keeps them; no TensorFlow.js, for the page.
  recipes: ["lib"],
  export: ["lib"],
  worker: [...compute, "experiments"],
  cli: [...compute, "experiments", "counting", "claims"],
  i18n: ["lib"],
  state: ["lib", "i18n"],
  charts: ["lib", "i18n", "state"],
  // Figures have a table twin too, and it lives with the charts.
  diagrams: ["lib", "i18n", "state", "charts"],
  components: ["lib", "i18n", "state", "charts", "diagrams"],
  lessons: ["lib", "i18n", "state", "charts", "diagrams", "components", "claims"],
  // What several features show of a published model: choosing one by its name or its config.json, sizes in bytes.
  "model-view": ["lib", "i18n", "state", "charts", "diagrams", "components", "counting"],
  // What several features show of a race, its lanes and its methods.
  "race-view": ["lib", "i18n", "state", "charts", "diagrams", "components", "recipes", "export"],
  // The same of a prompt experiment; it drives and covers its figures as those of a race.
  "prompt-view": ["lib", "i18n", "state", "charts", "diagrams", "components", "race-view"],
  // What pages and lessons show of a reader's choices, the reward learned from them, and the policies that follow it.
  "preference-view": ["lib", "i18n", "state", "charts", "diagrams", "components", "race-view"],
  features: [
    "lib",
    "i18n",
    "state",
    "charts",
    "diagrams",
    "components",
    "lessons",
    "model-view",
    "race-view",
    "prompt-view",
    "preference-view",
    "claims",
    "counting",
    "recipes",
    "export",
  ],
  app: page,
  // Draws the pages while building.
  prerender: [...page, "claims"],
  "": page,
};

const inFolder = (folder: string, ...names: readonly string[]): string[] =>
  names.map((name) => `${folder}/${name}.ts`);

/** Free of TensorFlow.js, with words both halves speak: the page may import these by value. */
const shared = new Set([
  "methods/index.ts",
  "methods/method.ts",
  "methods/picture-methods.ts",
  "tasks/index.ts",
  ...inFolder("tasks/own", "load-check", "own-task-ids", "place", "split-pairs"),
  ...inFolder("tasks/creatures", "creature", "draw", "measures", "paint", "places", "scenes", "words"),
  ...inFolder("tasks/reader", "arithmetic", "bayes", "planted", "things", "vocabulary"),
  ...inFolder("tasks/strings", "cells", "instructed-mixture", "shown-example", "wordings"),
  ...inFolder(
    "tasks/sentences",
    "features",
    "guard-pairs",
    "languages",
    "learned-reward",
    "sentence-language",
    "simulated-reader",
    "tastes",
  ),
  "bases/index.ts",
  "model/config.ts",
  "model/parameters.ts",
  "model/sites.ts",
  "training/preferences/preference-schema.ts",
  "training/preferences/preference-spec.ts",
  "training/race-spec.ts",
  "training/objectives/ids.ts",
  "training/objectives/option-specs.ts",
  "training/race-schema.ts",
  "training/default-race.ts",
  "experiments/index.ts",
  "experiments/kind-ids.ts",
  "experiments/link-options.ts",
  "experiments/link-parts.ts",
  "experiments/picture/default-pictures.ts",
  "experiments/picture/draw-request.ts",
  "experiments/picture/picture-choices.ts",
  "experiments/picture/picture-link.ts",
  "experiments/picture/picture-progress.ts",
  "experiments/picture/picture-schema.ts",
  "experiments/picture/picture-spec.ts",
  "experiments/prompt/asked-model.ts",
  "experiments/prompt/default-prompt.ts",
  "experiments/prompt/prompt-link.ts",
  "experiments/prompt/prompt-progress.ts",
  "experiments/prompt/prompt-schema.ts",
  "experiments/prompt/prompt-spec.ts",
  "experiments/prompt/vote.ts",
  "experiments/prompt/search-rounds.ts",
]);
/** What tasks and bases may know of the model: its shape and how text becomes tokens. */
const vocabulary = new Set(["model/config.ts", "model/stored-config.ts", "model/tokenizer.ts"]);
const roomsWithTensors = new Set(["engine", "model", "training", "experiments", "worker", "cli"]);

function isAllowed({ from, to, isType }: Import): boolean {
  const [fromRoom, toRoom] = [room(from), room(to)];
  if (fromRoom === toRoom || roomsBelow[fromRoom]?.includes(toRoom)) return true;
  const isPage = page.includes(fromRoom) && fromRoom !== "lib";
  if (isPage || fromRoom === "")
    return shared.has(to) || (isType && [...compute, "experiments", "worker"].includes(toRoom));
  if (fromRoom === "recipes" || fromRoom === "export" || fromRoom === "claims") return shared.has(to);
  // Which methods there are, so that the compiler asks how a new one is counted.
  if (fromRoom === "counting") return isType && to === "methods/index.ts";
  if (fromRoom === "tasks" || fromRoom === "bases") return vocabulary.has(to);
  return false;
}

/** "features/lesson/Lesson.tsx" -> "lesson"; "" outside of the features. */
const feature = (path: string): string => (room(path) === "features" ? path.split("/")[1]! : "");
/** Two features know nothing of each other: what both need lies below them, a page of two is put together in app/. */
const crosses = ({ from, to }: Import): boolean =>
  feature(from) !== "" && feature(to) !== "" && feature(from) !== feature(to);

const inSource = ({ to }: Import): boolean => to.includes("/") && Object.hasOwn(roomsBelow, room(to));
const show = ({ from, to }: Import): string => `${from} -> ${to}`;

describe("imports", () => {
  test("are found at all", () => {
    expect(
      imports.some(
        ({ from, to, isType }) => from === "methods/method.ts" && to === "lib/options.ts" && isType,
      ),
    ).toBe(true);
  });

  test("every room has its rules", () => {
    expect([...new Set(files.map(room))].filter((name) => !Object.hasOwn(roomsBelow, name))).toEqual([]);
  });

  test("are checked: every room belongs to a project of tsconfig.json", () => {
    const json = (path: string) => JSON.parse(readFileSync(join(root, "..", path), "utf8"));
    const projects: { path: string }[] = json("tsconfig.json").references;
    const included: string[] = projects.flatMap(({ path }) => json(path).include);
    const isIncluded = (name: string): boolean => included.includes(`src/${name}`);
    expect(Object.keys(roomsBelow).filter((name) => name !== "" && !isIncluded(name))).toEqual([]);
    expect(files.filter((path) => room(path) === "" && !isIncluded(path))).toEqual([]);
  });

  test("go downwards only, and from page to compute only as types or shared lists", () => {
    expect(
      imports
        .filter(inSource)
        .filter((each) => !isAllowed(each))
        .map(show),
    ).toEqual([]);
  });

  test("lead from no feature into another", () => {
    const [lesson, home] = ["features/lesson/Lesson.tsx", "features/home/Home.tsx"];
    const cases = [
      [lesson, home],
      [lesson, "features/lesson/fetch-lesson.ts"],
      [lesson, "race-view/lane-names.ts"],
      ["app/Routes.tsx", home],
    ].map(([from, to]) => crosses({ from: from!, to: to!, isType: true }));
    expect(cases).toEqual([true, false, false, false]);
    expect(imports.filter(crosses).map(show)).toEqual([]);
  });

  test("follow the table of README.md: a folder imports only from those named before it", () => {
    const readme = readFileSync(join(root, "../README.md"), "utf8");
    const rows = [...readme.matchAll(/^\| (`[\w/`, -]+`) \| .* \|$/gm)].map(([, folders]) => folders!);
    const order = rows.flatMap((folders) => [...folders.matchAll(/([\w-]+)\//g)].map(([, name]) => name!));
    expect([...order, ""].sort()).toEqual(Object.keys(roomsBelow).sort());
    const upwards = imports
      .filter(inSource)
      .filter(({ from }) => room(from) !== "")
      .filter(({ from, to }) => order.indexOf(room(from)) < order.indexOf(room(to)));
    expect(upwards.map(show)).toEqual([]);
  });

  test("go in no circle, not even those of types", () => {
    const left = new Set(code);
    const isInside = ({ from, to }: Import): boolean => left.has(from) && left.has(to);
    for (let before = Number.POSITIVE_INFINITY; left.size < before; ) {
      before = left.size;
      const inside = imports.filter(isInside);
      const [importing, imported] = [
        new Set(inside.map(({ from }) => from)),
        new Set(inside.map(({ to }) => to)),
      ];
      for (const path of left) if (!importing.has(path) || !imported.has(path)) left.delete(path);
    }
    expect(imports.filter(isInside).map(show)).toEqual([]);
  });

  test("of TensorFlow.js by value stay in the rooms that compute", () => {
    const strays = imports.filter(({ from, to, isType }) => {
      return !isType && to.startsWith("@tensorflow/") && !roomsWithTensors.has(room(from));
    });
    expect(strays.map(show)).toEqual([]);
  });

  test("of the page never bring the whole of zod along, which is ten times zod/mini", () => {
    expect([...closure("main.tsx")].filter((path) => path === "zod")).toEqual([]);
  });

  test("of the page never bring TensorFlow.js along", () => {
    const brought = [...closure("main.tsx"), ...[...shared].flatMap((path) => [...closure(path)])];
    expect(brought.filter((path) => path.startsWith("@tensorflow/"))).toEqual([]);
  });
});
