import { describe, expect, test } from "vitest";
import { allBases } from "./bases/index";
import { methods } from "./methods/index";
import { pictureMethods } from "./methods/picture-methods";
import { allTasks } from "./tasks/index";
import { code, files, imports, room, source } from "./test-imports";

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
    {
      folder: "methods",
      defines: /\bdefineMethod\(/,
      ids: methods.map(({ id }) => id),
      others: pictureMethods.map(({ id }) => id),
    },
    { folder: "tasks", defines: /\bdefineTask\(/, ids: allTasks.map(({ id }) => id), others: [] },
    {
      folder: "bases",
      defines: /\): Base<.*\{$/m,
      ids: [...new Set(allBases.map(({ family }) => family))],
      others: [],
    },
  ];

  for (const { folder, defines, ids, others } of families) {
    test(`${folder}: each entry comes from the file of its name`, () => {
      const listed = imports.filter(({ from }) => from === `${folder}/index.ts`).map(({ to }) => to);
      expect(ids.filter((id) => !listed.includes(`${folder}/${id}.ts`))).toEqual([]);
    });

    test(`${folder}: no file that defines one is left out`, () => {
      const definers = code.filter((path) => room(path) === folder && defines.test(source(path)));
      const expected = [
        `${folder}/index.ts`,
        `${folder}/${folder.slice(0, -1)}.ts`,
        ...[...ids, ...others].map((id) => `${folder}/${id}.ts`),
      ];
      expect(definers.filter((path) => !expected.includes(path))).toEqual([]);
    });

    test(`${folder}: names are not used twice`, () => {
      expect(ids).toEqual([...new Set(ids)]);
    });
  }
});
