import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { allBases } from "../bases/index";
import { methods } from "../methods/index";
import { allTasks } from "../tasks/index";
import { speak } from "./i18n";
import type { Language } from "./languages";
import { allWords, startAllWords } from "./test-words";
import { wordsOf } from "./words";

beforeAll(() => startAllWords("en"));

type OptionWords = Readonly<Record<string, { readonly label: string; readonly choices?: object }>>;

describe.each(Object.keys(allWords) as Language[])("words in %s", (language) => {
  const { methods: methodWords, tasks: taskWords, bases: baseWords } = allWords[language];

  it.each(methods.map((method) => [method.id, method] as const))(
    "name %s with exactly its options and choices",
    (id, method) => {
      expect(Object.keys(methodWords)).toContain(id);
      const entry: { readonly name: string; readonly options?: OptionWords } =
        methodWords[id as keyof typeof methodWords];
      const options = entry.options ?? {};
      expect(Object.keys(options).sort()).toEqual(Object.keys(method.options).sort());
      for (const [name, spec] of Object.entries(method.options)) {
        const choices = "choices" in spec ? [...spec.choices] : [];
        expect([name, Object.keys(options[name]?.choices ?? {}).sort()]).toEqual([name, choices.sort()]);
      }
    },
  );

  it("name every task and every base", () => {
    expect(Object.keys(taskWords).sort()).toEqual(allTasks.map(({ id }) => id).sort());
    const families = allBases.map(({ family }) => family);
    expect(Object.keys(baseWords).sort()).toEqual(
      [...new Set([...allBases.map(({ id }) => id), ...families])].sort(),
    );
  });
});

describe("wordsOf", () => {
  it("speaks the current language", async () => {
    await speak("zh");
    expect(wordsOf(i18next).choice("lora", "targets", "attention.query")).toBe("查询");
    expect(wordsOf(i18next).answer("part-of-speech", "noun")).toBe("名词");
    expect(wordsOf(i18next).answer("past-tense", "noun")).toBe("noun");
    await speak("en");
    expect(wordsOf(i18next).choice("lora", "targets", "attention.query")).toBe("query");
  });

  it("shows the id of what has no words", () => {
    const words = wordsOf(i18next);
    expect(words.method("telepathy").name).toBe("telepathy");
    expect(words.option("lora", "dropout").label).toBe("dropout");
    expect(words.task("constructor").phrase).toBe("constructor");
  });
});
