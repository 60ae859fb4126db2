import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { attributes, labelWords, things } from "../tasks/reader/things";

const pictures: ReadonlyMap<string, string> = new Map(things.map(({ name, picture }) => [name, picture]));
const named: ReadonlySet<string> = new Set([
  ...pictures.keys(),
  ...attributes.flatMap((attribute) => [...labelWords[attribute]]),
]);

/** The picture of a thing; null for a token that names none. */
export function pictureOf(token: string): string | null {
  return pictures.get(token) ?? null;
}

/** What a thing or one of the four label words is called in the language of the page. Any other token is called as it is. */
export function useThingName(): (token: string) => string {
  const { t } = useTranslation("things");
  return useCallback((token) => (named.has(token) ? t(token as "ant") : token), [t]);
}
