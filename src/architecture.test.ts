import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { bases } from "./bases/index";
import { methods } from "./methods/index";
import { tasks } from "./tasks/index";

/** Which rooms a room may import from, besides itself: always downwards. */
const compute = ["lib", "engine", "model", "methods", "tasks", "bases", "training"];
const page = ["lib", "i18n", "state", "charts", "diagrams", "components", "lessons", "pages", "app"];
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
  pages: [
    "lib",
    "i18n",
    "state",
    "charts",
    "diagrams",
    "components",
    "lessons",
    "claims",
    "counting",
    "recipes",
    "export",
  ],
  app: page,
  "": page,
};

/** Free of TensorFlow.js, with words both halves speak: the page may import these by value. */
const shared = new Set([
  "methods/index.ts",
  "methods/method.ts",
  "tasks/index.ts",
  "bases/index.ts",
  "model/config.ts",
  "model/parameters.ts",
  "model/sites.ts",
  "training/race-spec.ts",
  "training/objectives/ids.ts",
  "training/race-schema.ts",
  "training/default-race.ts",
  "experiments/index.ts",
  "experiments/prompt/default-prompt.ts",
  "experiments/prompt/prompt-link.ts",
  "experiments/prompt/prompt-schema.ts",
  "experiments/prompt/prompt-spec.ts",
]);
/** What tasks and bases may know of the model: its shape and how text becomes tokens. */
const vocabulary = new Set(["model/config.ts", "model/stored-config.ts", "model/tokenizer.ts"]);
const roomsWithTensors = new Set(["engine", "model", "training", "experiments", "worker", "cli"]);

interface Import {
  readonly from: string;
  /** Path below src, or the name of a package. */
  readonly to: string;
  readonly isType: boolean;
}

const root = dirname(fileURLToPath(import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));
/** Tests, and what several tests share ("test-trainer.ts"). */
const isTest = (path: string): boolean => /\.test\.tsx?$|\/test-[\w-]+\.ts$/.test(path);
const room = (path: string): string => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "");
const source = (path: string): string => readFileSync(join(root, path), "utf8");
const code = files.filter((path) => !isTest(path) && !path.endsWith(".as.ts"));
const imports = code.flatMap(importsOf);

/** Imports of code; files taken as an address or as text (`?url`, `?raw`) are none. */
function importsOf(from: string): Import[] {
  const text = source(from);
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?["']([^"']+)["']/gm,
  );
  const calls = text.matchAll(/\bimport\(\s*(type\s+)?["']([^"']+)["']\s*\)/g);
  return [...statements, ...calls]
    .filter(([, , target]) => !target!.includes("?"))
    .map(([, type, target]) => ({ from, to: resolve(from, target!), isType: type !== undefined }));
}

function resolve(from: string, target: string): string {
  if (!target.startsWith(".")) return target;
  const path = normalize(join(dirname(from), target)).replaceAll("\\", "/");
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  return candidates.find((candidate) => files.includes(candidate)) ?? path;
}

function isAllowed({ from, to, isType }: Import): boolean {
  const [fromRoom, toRoom] = [room(from), room(to)];
  if (fromRoom === toRoom || roomsBelow[fromRoom]?.includes(toRoom)) return true;
  const isPage = page.includes(fromRoom) && fromRoom !== "lib";
  if (isPage || fromRoom === "")
    return shared.has(to) || (isType && [...compute, "experiments", "worker"].includes(toRoom));
  if (fromRoom === "recipes" || fromRoom === "export" || fromRoom === "claims") return shared.has(to);
  if (fromRoom === "tasks" || fromRoom === "bases") return vocabulary.has(to);
  return false;
}

const inSource = ({ to }: Import): boolean => to.includes("/") && Object.hasOwn(roomsBelow, room(to));
const show = ({ from, to }: Import): string => `${from} -> ${to}`;

/** Everything that comes along when a file is loaded. */
function closure(start: string): Set<string> {
  const reached = new Set<string>();
  const queue = [start];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const { from, to, isType } of imports) if (from === path && !isType) queue.push(to);
  }
  return reached;
}

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

  test("follow the table of README.md: a folder imports only from those named before it", () => {
    const readme = readFileSync(join(root, "../README.md"), "utf8");
    const rows = [...readme.matchAll(/^\| (`[\w/`, ]+`) \| .* \|$/gm)].map(([, folders]) => folders!);
    const order = rows.flatMap((folders) => [...folders.matchAll(/(\w+)\//g)].map(([, name]) => name!));
    expect([...order, ""].sort()).toEqual(Object.keys(roomsBelow).sort());
    const upwards = imports
      .filter(inSource)
      .filter(({ from }) => room(from) !== "")
      .filter(({ from, to }) => order.indexOf(room(from)) < order.indexOf(room(to)));
    expect(upwards.map(show)).toEqual([]);
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

describe("files", () => {
  test("have at most 250 lines", () => {
    expect(files.filter((path) => source(path).trimEnd().split("\n").length > 250)).toEqual([]);
  });

  test("have named exports only", () => {
    const byDefault = /^export default\b|^export \{[^}]*\bas default\b/m;
    expect(files.filter((path) => byDefault.test(source(path)))).toEqual([]);
  });

  test("are two folders deep at most", () => {
    expect(files.filter((path) => path.split("/").length > 3)).toEqual([]);
  });

  test("are named in kebab-case, or PascalCase where they hold a component", () => {
    const wellNamed = /(?:^|\/)(?:[a-z0-9.-]+\.tsx?|[A-Z][A-Za-z0-9]*(?:\.test)?\.tsx)$/;
    expect(files.filter((path) => !wellNamed.test(path))).toEqual([]);
  });
});

describe("lists", () => {
  const families = [
    { folder: "methods", defines: /\bdefineMethod\(/, ids: methods.map(({ id }) => id) },
    { folder: "tasks", defines: /\bdefineTask\(/, ids: tasks.map(({ id }) => id) },
    {
      folder: "bases",
      defines: /\): Base<.*\{$/m,
      ids: [...new Set(bases.map(({ family }) => family))],
    },
  ];

  for (const { folder, defines, ids } of families) {
    test(`${folder}: each entry comes from the file of its name`, () => {
      const listed = imports.filter(({ from }) => from === `${folder}/index.ts`).map(({ to }) => to);
      expect(ids.filter((id) => !listed.includes(`${folder}/${id}.ts`))).toEqual([]);
    });

    test(`${folder}: no file that defines one is left out`, () => {
      const definers = code.filter((path) => room(path) === folder && defines.test(source(path)));
      const expected = [
        `${folder}/index.ts`,
        `${folder}/${folder.slice(0, -1)}.ts`,
        ...ids.map((id) => `${folder}/${id}.ts`),
      ];
      expect(definers.filter((path) => !expected.includes(path))).toEqual([]);
    });

    test(`${folder}: names are not used twice`, () => {
      expect(ids).toEqual([...new Set(ids)]);
    });
  }
});
