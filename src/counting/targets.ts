import { CountingError } from "./counting-error";
import type { Part, Role } from "./part";
import { isPattern, readPattern } from "./pattern";

/** Names for the same matrix in other model families, in papers and in this project. */
const roles: Readonly<Record<Role, readonly string[]>> = {
  query: ["query", "q", "wq", "q_proj", "attention.query"],
  key: ["key", "k", "wk", "k_proj", "attention.key"],
  value: ["value", "v", "wv", "v_proj", "attention.value"],
  output: ["output", "o", "wo", "o_proj", "out_proj", "attention.output"],
  qkv: ["qkv", "c_attn", "query_key_value"],
  gate: ["gate", "gate_proj", "mlp.gate"],
  up: ["up", "up_proj", "fc1", "intermediate", "mlp.up"],
  down: ["down", "down_proj", "fc2", "mlp.down"],
};

/** Whether a module is meant by a name: the whole path, its end after a dot, or a pattern for all of it. */
export function isNamed(path: string, name: string): boolean {
  if (isPattern(name)) return readPattern(name).test(path);
  return path === name || path.endsWith(`.${name}`);
}

const isMatrix = ({ kind }: Part): boolean => kind !== "norm" && kind !== "vector";

/**
 * The matrices that the names mean. As in HF PEFT a name is the end of a module's path, and "all-linear" is every
 * matrix but the output; beyond it a role will do ("query", "mlp.up"), which in a fused matrix means its share.
 */
export function findTargets(
  parts: readonly Part[],
  names: readonly string[],
  layers: readonly number[] | null = null,
): Part[] {
  const inLayers = parts.filter(
    ({ layer }) => layers === null || (layer !== undefined && layers.includes(layer)),
  );
  if (names.length === 1 && names[0] === "all-linear") {
    return inLayers.filter(({ kind, isOutput }) => kind === "linear" && !isOutput);
  }
  const byRole = new Set<string>();
  const byName = new Set<Part>();
  const shares: Part[] = [];
  for (const name of names) {
    const exact = inLayers.filter((part) => isMatrix(part) && isNamed(part.path, name));
    for (const part of exact) byName.add(part);
    if (exact.length > 0) continue;
    const role = roleOf(name);
    const found = role ? inLayers.flatMap((part) => shareOf(part, role)) : [];
    if (found.length === 0) throw new CountingError("target", name, namesOf(inLayers));
    if (!byRole.has(name)) shares.push(...found);
    byRole.add(name);
  }
  return [...inLayers.filter((part) => byName.has(part)), ...shares.filter((part) => !byName.has(part))];
}

function roleOf(name: string): Role | undefined {
  const found = Object.entries(roles).find(([, names]) => names.includes(name.toLowerCase()));
  return found && (found[0] as Role);
}

/** The part itself if it has the role, or the columns of a fused matrix that have it. */
function shareOf(part: Part, role: Role): Part[] {
  if (part.role === role) return [part];
  const width = part.split?.[role];
  return width === undefined ? [] : [{ ...part, outputs: width, role }];
}

/** Ends of the names of matrices inside the blocks, each once. */
function namesOf(parts: readonly Part[]): string[] {
  const inBlocks = parts.filter((part) => part.layer !== undefined && isMatrix(part));
  return [...new Set(inBlocks.map(({ path }) => path.slice(path.lastIndexOf(".") + 1)))];
}
