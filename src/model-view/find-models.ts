import { findArchitecture, nearestModels } from "../counting/architectures";
import { models } from "../counting/models/index";

export interface FoundModels {
  readonly ids: readonly string[];
  /** Whether none has what was asked for in its name, so that these are only near to it. */
  readonly isNear: boolean;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9.]/g, "");

/** The models that a search means: by any part of a name, else by a whole name with its owner and use, else the nearest. */
export function findModels(asked: string): FoundModels {
  const wanted = plain(asked.slice(asked.lastIndexOf("/") + 1));
  const found = models
    .filter(({ id, aliases = [] }) => [id, ...aliases].some((name) => plain(name).includes(wanted)))
    .map(({ id }) => id);
  if (found.length > 0) return { ids: found, isNear: false };
  const same = findArchitecture(asked);
  if (same) return { ids: [same.id], isNear: false };
  const near = nearestModels(asked).flatMap((name) => findArchitecture(name)?.id ?? []);
  return { ids: [...new Set(near)], isNear: near.length > 0 };
}
