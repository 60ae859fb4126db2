import type { i18n } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** Words for things that are known by their id at run time. A thing without words shows its id. */
export interface Words {
  /** sentence: what it does. trained: what is trained. notMergeable: why it cannot be merged into the base; empty where it can. */
  method(id: string): {
    readonly name: string;
    readonly short: string;
    readonly sentence: string;
    readonly trained: string;
    readonly notMergeable: string;
  };
  /** Label and hint of an option of a method. */
  option(method: string, option: string): { readonly label: string; readonly hint: string };
  /** A switch that is off: "Train through an MLP: off". */
  off(label: string): string;
  /** A choice of an option: "attention.query" -> "query". */
  choice(method: string, option: string, choice: string): string;
  /** phrase: how the control sentence says it ("teach it …"). sentence: what it is. reach: where it stands to what the base knows. */
  task(id: string): {
    readonly name: string;
    readonly phrase: string;
    readonly sentence: string;
    readonly reach: string;
  };
  /** The value of an option of a task: "8 tasks", "no instruction"; a list is counted. */
  taskOption(task: string, option: string, value: string): string;
  /** An answer as the reader says it: the name of a class; any other answer as it is. */
  answer(task: string, answer: string): string;
  base(id: string): { readonly name: string; readonly description: string };
  /** A skill the base had before. */
  probe(family: string, id: string): string;
}

/** The words of the current language. */
export function useWords(): Words {
  const { i18n } = useTranslation();
  const { language } = i18n;
  // Kept until the language changes: what is computed from words need not be computed again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of another language are other words
  return useMemo(() => wordsOf(i18n), [i18n, language]);
}

/** The same outside of components. */
export function wordsOf(i18n: i18n): Words {
  const look = (namespace: string, path: readonly string[], otherwise: string): string => {
    for (const language of [i18n.language, "en"]) {
      const found: unknown = i18n.getResource(language, namespace, [...path] as unknown as string);
      if (typeof found === "string" && found !== "") return found;
    }
    return otherwise;
  };
  return {
    method: (id) => ({
      name: look("methods", [id, "name"], id),
      short: look("methods", [id, "short"], id),
      sentence: look("methods", [id, "sentence"], ""),
      trained: look("methods", [id, "trained"], ""),
      notMergeable: look("methods", [id, "notMergeable"], ""),
    }),
    option: (method, option) => ({
      label: look("methods", [method, "options", option, "label"], option),
      hint: look("methods", [method, "options", option, "hint"], ""),
    }),
    off: (label) => look("app", ["off"], "{{label}}").replace("{{label}}", label),
    choice: (method, option, choice) =>
      look("methods", [method, "options", option, "choices", choice], choice),
    task: (id) => ({
      name: look("tasks", [id, "name"], id),
      phrase: look("tasks", [id, "phrase"], id),
      sentence: look("tasks", [id, "sentence"], ""),
      reach: look("tasks", [id, "reach"], ""),
    }),
    taskOption: (task, option, value) => {
      const own = look("tasks", [task, "options", option, value], "");
      if (own !== "") return own;
      const shown = value.includes("+") ? String(value.split("+").length) : value;
      return look("tasks", [task, "options", option], "{{value}}").replace("{{value}}", shown);
    },
    answer: (task, answer) => look("tasks", [task, "classes", answer], answer),
    base: (id) => ({
      name: look("bases", [id, "name"], id),
      description: look("bases", [id, "description"], ""),
    }),
    probe: (family, id) => look("bases", [family, "probes", id], id),
  };
}
