import { Children, isValidElement, type ReactNode, useMemo } from "react";
import { useLanguage } from "../../i18n/use-language";
import type { Lesson } from "../../lessons/lesson";
import { wordComponents } from "./word-components";

/** The titles of the steps in the current language, by step: they stand in the text alone. */
export function useStepTitles(lesson: Lesson): Readonly<Record<string, string>> {
  const language = useLanguage();
  return useMemo(() => titlesOf(lesson, language), [lesson, language]);
}

/** A marker that draws nothing: the text of a lesson is called with it to see which steps there are. */
function Marker(_: { readonly id: string; readonly title: string; readonly children?: ReactNode }) {
  return null;
}

/** Reads the titles out of the text: MDX content is a function that gives elements. */
export function titlesOf(lesson: Lesson, language: keyof Lesson["words"]): Readonly<Record<string, string>> {
  const titles: Record<string, string> = {};
  const visit = (node: ReactNode): void =>
    Children.forEach(node, (child) => {
      if (!isValidElement<{ id?: string; title?: string; children?: ReactNode }>(child)) return;
      const { id, title, children } = child.props;
      if (child.type === Marker && id && title) titles[id] = title;
      else visit(children);
    });
  visit(lesson.words[language]({ components: { ...wordComponents, Step: Marker } }));
  return titles;
}
