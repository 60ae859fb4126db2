import { CountingError } from "./counting-error";
import { nearest } from "./nearest";
import type { Part, Role } from "./part";
import { isPattern, readPattern } from "./pattern";

/** Names of roles: those of papers and of this project. Names of modules of other families are not among them. */
const roles: Readonly<Record<Role, readonly string[]>> = {
  query: ["query", "q", "wq", "attention.query"],
  key: ["key", "k", "wk", "attention.key"],
  value: ["value", "v", "wv", "attention.value"],
  output: ["output", "o", "wo", "attention.output"],
  qkv: ["qkv"],
  gate: ["gate", "mlp.gate"],
  up: ["up", "mlp.up"],
  down: ["down", "mlp.down"],
};

/** Names of the same matrix in other families, to tell what was perhaps meant. */
const relatives: Readonly<Record<string, Role>> = {
  q_proj: "query",
  q_lin: "query",
  query_proj: "query",
  k_proj: "key",
  k_lin: "key",
  key_proj: "key",
  v_proj: "value",
  v_lin: "value",
  value_proj: "value",
  o_proj: "output",
  out_proj: "output",
  out_lin: "output",
  c_attn: "qkv",
  query_key_value: "qkv",
  qkv_proj: "qkv",
  gate_proj: "gate",
  up_proj: "up",
  fc1: "up",
  lin1: "up",
  intermediate: "up",
  down_proj: "down",
  fc2: "down",
  lin2: "down",
};

/** Whether a module is meant by a name: the whole path, its end after a dot, or a pattern for all of it. */
export function isNamed(part: Pick<Part, "path" | "formerPath">, name: string): boolean {
  const paths = part.formerPath === undefined ? [part.path] : [part.path, part.formerPath];
  if (isPattern(name)) return paths.some((path) => readPattern(name).test(path));
  return paths.some((path) => path === name || path.endsWith(`.${name}`));
}

const isMatrix = ({ kind }: Part): boolean => kind === "linear" || kind === "table" || kind === "convolution";

/** What was found for a list of names. */
export interface FoundTargets {
  readonly matrices: readonly Part[];
  /** Names that no module has; HF PEFT passes over them while others match. */
  readonly missing: readonly string[];
  /** Names that are no module's but say what a matrix does. */
  readonly byRole: readonly string[];
}

/**
 * The matrices that the names mean. As in HF PEFT a name is the end of a module's path, and "all-linear" is every
 * linear layer but the output; beyond it a role will do ("query", "mlp.up"), which in a fused matrix means its share.
 * Throws CountingError where nothing at all is found.
 */
export function findTargets(
  parts: readonly Part[],
  names: readonly string[],
  layers: readonly number[] | null = null,
): FoundTargets {
  // A whole path is found whatever its layer, as in HF PEFT.
  const inLayers = parts.filter(
    ({ layer, path }) =>
      layers === null || (layer !== undefined && layers.includes(layer)) || names.includes(path),
  );
  if (names.length === 1 && names[0]!.toLowerCase() === "all-linear") {
    const matrices = inLayers.filter(({ kind, isOutput }) => kind === "linear" && !isOutput);
    return { matrices, missing: [], byRole: [] };
  }
  const isChosen = (part: Part): boolean => isMatrix(part) && names.some((name) => isNamed(part, name));
  const byName = inLayers.filter(isChosen);
  const unnamed = names.filter((name) => !inLayers.some((part) => isMatrix(part) && isNamed(part, name)));
  const shares = unnamed.map((name) => ({ name, found: shareOf(inLayers, name) }));
  const byRole = shares.filter(({ found }) => found.length > 0);
  const missing = shares.filter(({ found }) => found.length === 0).map(({ name }) => name);
  const fresh = new Map(
    byRole.flatMap(({ found }) => found).map((part) => [`${part.path} ${part.role}`, part]),
  );
  const matrices = [
    ...byName,
    ...[...fresh.values()].filter(({ path }) => !byName.some((part) => part.path === path)),
  ];
  if (matrices.length === 0) throw unknownTarget(inLayers, names[0]!);
  return { matrices, missing, byRole: byRole.map(({ name }) => name) };
}

function unknownTarget(parts: readonly Part[], name: string): CountingError {
  const known = namesOf(parts);
  return new CountingError("target", name, known, meantBy(parts, name, known));
}

/** The modules of this model that a name of another family, or a misspelt one, was perhaps meant for. */
export function meantBy(parts: readonly Part[], name: string, known = namesOf(parts)): readonly string[] {
  const role = relatives[name];
  const related = role ? namesOf(parts.filter((part) => part.role === role || part.split?.[role])) : [];
  return [...new Set([...related, ...nearest(name, known)])].slice(0, 3);
}

/** The parts that have the role, or the columns of fused matrices that have it. */
function shareOf(parts: readonly Part[], name: string): readonly Part[] {
  const role = (Object.keys(roles) as Role[]).find((each) => roles[each].includes(name.toLowerCase()));
  if (!role) return [];
  return parts.flatMap((part) => {
    if (part.role === role) return [part];
    const width = part.split?.[role];
    return width === undefined ? [] : [{ ...part, outputs: width, role }];
  });
}

/** Ends of the names of matrices inside the blocks, each once. */
function namesOf(parts: readonly Part[]): string[] {
  const inBlocks = parts.filter((part) => part.layer !== undefined && isMatrix(part));
  return [...new Set(inBlocks.map(({ path }) => path.slice(path.lastIndexOf(".") + 1)))];
}
