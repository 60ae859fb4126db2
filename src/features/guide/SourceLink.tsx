import { findPaper } from "../../lib/find-paper";
import type { Citation } from "./citations";

/** "Hu et al. 2021, Table 2", leading to the paper. */
export function SourceLink({ paper, where }: Citation) {
  const { authors, year, url } = findPaper(paper);
  return (
    <a className="small" href={url} lang="en" rel="noreferrer">
      {authors} {year}
      {where !== undefined && `, ${where}`}
    </a>
  );
}
