import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Router } from "wouter";
import { languages, languageTag } from "../i18n/languages";
import { useLanguage } from "../i18n/use-language";
import { plainFile, plainPath } from "./plain-path";

export interface PlainDocumentProps {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The place of the same with scripts: "/lessons/lora". */
  readonly live: string;
  /** Where the whole stands, ending in a slash; null while that is not known: addresses in full are then left out. */
  readonly site: string | null;
  readonly children: ReactNode;
}

/** Links of the page lead into the page with scripts. */
const outside = Object.assign((): [string, () => void] => ["/", () => {}], {
  hrefs: (href: string) => `../#${href}`,
});

/** A document that needs no script: for readers who run none, for search engines, for keeping. */
export function PlainDocument({ name, title, description, live, site, children }: PlainDocumentProps) {
  const { t } = useTranslation(["lessons", "app"]);
  const language = useLanguage();
  return (
    <html lang={languageTag(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta content="width=device-width, initial-scale=1" name="viewport" />
        <title>{t("app:title", { page: title })}</title>
        <meta content={description} name="description" />
        {site && <link href={site + plainPath(name, language)} rel="canonical" />}
        {site &&
          languages.map(({ id, tag }) => (
            <link key={id} href={site + plainPath(name, id)} hrefLang={tag} rel="alternate" />
          ))}
        <link href="../icon.svg" rel="icon" type="image/svg+xml" />
        <link href="plain.css" rel="stylesheet" />
      </head>
      <body className="plain-page">
        <Router hook={outside}>
          <header className="plain-head">
            <a className="brand" href="../">
              {t("app:brand")}
            </a>
            <nav aria-label={t("app:nav.label")}>
              {name !== "lessons" && <a href={plainFile("lessons", language)}>{t("page.all")}</a>}
              {languages
                .filter(({ id }) => id !== language)
                .map(({ id, name: itself, tag }) => (
                  <a key={id} href={plainFile(name, id)} hrefLang={tag} lang={tag}>
                    {itself}
                  </a>
                ))}
            </nav>
          </header>
          <main>
            <h1>{title}</h1>
            <p className="soft">{description}</p>
            <p className="plain-live">
              <a href={`../#${live}`}>{t("plain.open")}</a>
            </p>
            {children}
          </main>
          <footer className="soft">{t("plain.about")}</footer>
        </Router>
      </body>
    </html>
  );
}
