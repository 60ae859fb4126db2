import { useCallback, useMemo } from "react";
import { currentQuery } from "../../state/address";
import { useAddressQuery } from "../../state/address-query";
import type { Project } from "./project";
import { readProject, writeProject } from "./project-query";

/** The project of the address, and a way to change it. */
export function useProject(): readonly [Project, (change: Partial<Project>) => void] {
  const [query, write] = useAddressQuery("/which-method");
  const project = useMemo(() => readProject(query), [query]);
  const choose = useCallback(
    (change: Partial<Project>) => write(writeProject({ ...readProject(currentQuery()), ...change })),
    [write],
  );
  return [project, choose];
}
