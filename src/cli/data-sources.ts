import { execFile } from "node:child_process";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { UsageError } from "./arguments";

const run = promisify(execFile);

/** The packages all data comes from, pinned. */
const packages = {
  cmudict: { registry: "npm", name: "cmu-pronouncing-dictionary", version: "3.0.0" },
  faker: { registry: "npm", name: "@faker-js/faker", version: "10.6.0" },
  opencc: { registry: "npm", name: "opencc-js", version: "1.4.2" },
  poetry: { registry: "npm", name: "chinese-poetry", version: "2.0.1" },
  vader: { registry: "npm", name: "vader-sentiment", version: "1.1.3" },
  wordnet: { registry: "debian", name: "wordnet-base", version: "1:3.0-37" },
} as const;

export type SourceName = keyof typeof packages;

/** "npm faker 10.6.0" */
export function sourceLabel(source: SourceName): string {
  const { registry, name, version } = packages[source];
  return `${registry} ${name} ${version}`;
}

/** Source packages, unpacked on first use into a folder and kept there. */
export interface Sources {
  readText(source: SourceName, path: string): Promise<string>;
  /** Names of the files in a folder of the package, sorted. */
  list(source: SourceName, path: string): Promise<string[]>;
  /** The exports of a module of the package. */
  load(source: SourceName, path: string): Promise<Record<string, unknown>>;
}

export function openSources(folder: string): Sources {
  const unpacked = new Map<SourceName, Promise<string>>();
  const locate = async (source: SourceName, path: string): Promise<string> => {
    if (!unpacked.has(source)) unpacked.set(source, unpack(source, folder));
    return join(await unpacked.get(source)!, path);
  };
  return {
    readText: async (source, path) => readFile(await locate(source, path), "utf8"),
    list: async (source, path) => (await readdir(await locate(source, path))).sort(),
    load: async (source, path) => import(pathToFileURL(await locate(source, path)).href),
  };
}

async function unpack(source: SourceName, folder: string): Promise<string> {
  const { registry, name, version } = packages[source];
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
      `${sourceLabel(source)} could not be fetched: is there a network, npm, and apt-get of Debian 12?`,
    );
  }
  const [archive] = await readdir(fetched);
  if (archive === undefined)
    throw new UsageError(`${sourceLabel(source)} could not be fetched: nothing came`);
  await mkdir(home, { recursive: true });
  if (registry === "npm") await run("tar", ["xzf", join(fetched, archive), "-C", home]);
  else await run("dpkg-deb", ["-x", join(fetched, archive), home]);
  return registry === "npm" ? join(home, "package") : home;
}
