import { useTranslation } from "react-i18next";
import { methods } from "../../methods/index";
import styles from "./about.module.css";

type Paper = (typeof methods)[number]["paper"];

/** Each once, by year: some methods share a paper. */
const papers: readonly Paper[] = [
  ...new Map(methods.map(({ paper }): [string, Paper] => [paper.url, paper])).values(),
].sort((a, b) => a.year - b.year);

/** The papers of the methods, closed until asked for. */
export function Papers() {
  const { t } = useTranslation("about");
  return (
    <details className={styles.papers}>
      <summary>{t("sources.list", { count: papers.length })}</summary>
      <ul lang="en">
        {papers.map(({ authors, title, year, url }) => (
          <li key={url}>
            {authors} {year}, <a href={url}>{title}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
