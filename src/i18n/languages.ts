/**
 * The languages of the page, each named in itself. To add one: a folder of JSON files, a line here, its files
 * in page-words.ts, the text of every lesson, and the script of index.html.
 */
export const languages = [
  { id: "en", name: "English", tag: "en" },
  { id: "zh", name: "中文", tag: "zh-CN" },
] as const;

export type Language = (typeof languages)[number]["id"];

/** The first language of the reader's list that the page speaks; English if none. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().split("-")[0] === language.id);
    if (found) return found.id;
  }
  return "en";
}

/** What <html lang> should say. */
export function languageTag(id: Language): string {
  return languages.find((language) => language.id === id)?.tag ?? "en";
}
