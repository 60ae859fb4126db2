import type { PostProcessorModule } from "i18next";

const chinese = "\\u4e00-\\u9fff";
const latin = "A-Za-z0-9";
const borders = new RegExp(`(?<=[${chinese}])(?=[${latin}])|(?<=[${latin}%])(?=[${chinese}])`, "gu");

/** Sets a space between Chinese and Latin letters or figures, as Chinese is set, also where a word was filled in. */
export function spaceChinese(text: string): string {
  return text.replace(borders, " ");
}

/** The same for all that i18next says in Chinese. */
export const chineseSpacing: PostProcessorModule = {
  type: "postProcessor",
  name: "chinese-spacing",
  process: (text, _key, _options, translator: { readonly language: string }) =>
    translator.language === "zh" ? spaceChinese(text) : text,
};
