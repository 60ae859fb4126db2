import { createHash } from "node:crypto";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openSources, type SourceName, sourceLabel } from "./data-sources";
import { derivePhrases } from "./derive-phrases";
import { deriveTang } from "./derive-tang";
import { deriveNouns, deriveSurnames, deriveVerbs } from "./derive-words";

/**
 * npm run data [folder]: makes public/data again from its pinned source packages, and the manifest with it.
 * The packages are fetched into the folder and used again from there; without one, into a temporary folder.
 */
const [given] = process.argv.slice(2);
const folder = given ?? (await mkdtemp(join(tmpdir(), "tuning-data-")));
await mkdir(folder, { recursive: true });
const target = fileURLToPath(new URL("../../public/data/", import.meta.url));
const sources = openSources(folder);

/** One row of the manifest. */
interface Entry {
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly sources: readonly string[];
}

const manifest: Entry[] = [];
async function write(
  file: string,
  rows: readonly (string | readonly string[])[],
  from: readonly SourceName[],
) {
  const text = rows.map((row) => `${typeof row === "string" ? row : row.join("\t")}\n`).join("");
  await writeFile(join(target, file), text);
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  manifest.push({ file, rows: rows.length, bytes: bytes.length, sha256, sources: from.map(sourceLabel) });
  console.log(`${file}: ${rows.length} rows, ${Math.round(bytes.length / 1000)} kB`);
}

await write("verbs.tsv", await deriveVerbs(sources), ["wordnet", "cmudict"]);
await write("nouns.tsv", await deriveNouns(sources), ["wordnet", "cmudict"]);
await write("surnames.tsv", await deriveSurnames(sources), ["faker"]);

const tang = await deriveTang(sources);
await write("tang-characters.txt", [tang.characters.join("")], ["poetry", "opencc"]);
await write("tang-character-tones.txt", [tang.level.join(""), tang.oblique.join("")], ["poetry", "opencc"]);
await write("tang-5.txt", tang.poems[5], ["poetry", "opencc"]);
await write("tang-7.txt", tang.poems[7], ["poetry", "opencc"]);
await write("tang-tones.tsv", tang.tones, ["poetry", "opencc"]);

const phrases = await derivePhrases(sources);
await write("phrases-words.txt", phrases.words, ["wordnet"]);
await write("phrases.txt", phrases.phrases, ["wordnet"]);
await write("sentiment.tsv", phrases.sentiment, ["wordnet", "vader"]);
await write("definitions.tsv", phrases.definitions, ["wordnet"]);

await writeFile(join(target, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
