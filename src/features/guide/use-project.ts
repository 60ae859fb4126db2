import { useCallback, useMemo, useState } from "react";
import type { LinkIssue } from "../../experiments/link-parts";
import { currentQuery } from "../../state/address";
import { useAddressQuery } from "../../state/address-query";
import type { Project } from "./project";
import { projectIssues, readProject, writeProject } from "./project-query";

const page = "/which-method";

/** The project of the address, and a way to change it. */
export function useProject(): readonly [Project, (change: Partial<Project>) => void] {
  const [query, write] = useAddressQuery(page);
  const project = useMemo(() => readProject(query), [query]);
  const choose = useCallback(
    (change: Partial<Project>) => write(writeProject({ ...readProject(currentQuery()), ...change })),
    [write],
  );
  return [project, choose];
}

/** What the address says that cannot be, until it is dismissed or the address says something else. */
export function useProjectIssues(): readonly [readonly LinkIssue[], () => void] {
  const [query] = useAddressQuery(page);
  const [dismissed, dismiss] = useState<string | null>(null);
  const issues = useMemo(() => projectIssues(query), [query]);
  return [dismissed === query ? [] : issues, () => dismiss(query)];
}
