import { Children, isValidElement, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Lesson } from "../../lessons/lesson";

/** The titles of the steps in the current language, by step: they stand in the text alone. */
export function useStepTitles(lesson: Lesson): Readonly<Record<string, string>> {
  const { i18n } = useTranslation();
  return titlesOf(lesson, i18n.language === "zh" ? "zh" : "en");
}

/** A marker that draws nothing: the text of a lesson is called with it to see which steps there are. */
function Marker(_: { readonly id: string; readonly title: string; readonly children?: ReactNode }) {
  return null;
}
const nothing = (): null => null;
const others = {
  Break: nothing,
  Claim: nothing,
  Code: nothing,
  Finish: nothing,
  Go: nothing,
  Measured: nothing,
  Option: nothing,
  Predict: nothing,
  Source: nothing,
  Try: nothing,
  Why: nothing,
};

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
  visit(lesson.words[language]({ components: { ...others, Step: Marker } }));
  return titles;
}
