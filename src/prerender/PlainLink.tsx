import { useLanguage } from "../i18n/use-language";
import { plainFile } from "./plain-path";

/** From one plain page to a lesson's, in the same language. */
export function PlainLink({ id, children }: { readonly id: string; readonly children: string }) {
  const language = useLanguage();
  return <a href={plainFile(id, language)}>{children}</a>;
}
