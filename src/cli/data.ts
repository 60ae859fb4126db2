import { createHash } from "node:crypto";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CorpusId, packageLabel } from "../lib/corpora";
import { readArguments, runCommand } from "./arguments";
import { openSources } from "./data-sources";
import { derivePhrases } from "./derive-phrases";
import { deriveTang } from "./derive-tang";
import { deriveNouns, deriveSurnames, deriveVerbs } from "./derive-words";

const usage = `npm run data [folder]
Makes public/data again from its source packages (npm, and apt-get of Debian 12), and the manifest with it.
The packages are fetched into the folder and used again from there; without one, into a temporary folder.`;

type Row = string | readonly string[];

await runCommand(async () => {
  const [given] = readArguments(usage, {}).positionals;
  const folder = given ?? (await mkdtemp(join(tmpdir(), "tuning-data-")));
  await mkdir(folder, { recursive: true });
  const sources = openSources(folder);

  const tang = await deriveTang(sources);
  const phrases = await derivePhrases(sources);
  const manifest = [
    await write("verbs.tsv", await deriveVerbs(sources), ["wordnet", "cmudict"]),
    await write("nouns.tsv", await deriveNouns(sources), ["wordnet", "cmudict"]),
    await write("surnames.tsv", await deriveSurnames(sources), ["faker"]),
    await write("tang-characters.txt", [tang.characters.join("")], ["poetry", "opencc"]),
    await write(
      "tang-character-tones.txt",
      [tang.level.join(""), tang.oblique.join("")],
      ["poetry", "opencc"],
    ),
    await write("tang-5.txt", tang.poems[5], ["poetry", "opencc"]),
    await write("tang-7.txt", tang.poems[7], ["poetry", "opencc"]),
    await write("tang-tones.tsv", tang.tones, ["poetry", "opencc"]),
    await write("phrases-words.txt", phrases.words, ["wordnet"]),
    await write("phrases.txt", phrases.phrases, ["wordnet"]),
    await write("sentiment.tsv", phrases.sentiment, ["wordnet", "vader"]),
    await write("definitions.tsv", phrases.definitions, ["wordnet"]),
  ];
  await writeFile(pathOf("manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
});

/** Writes a data file, one row a line; returns its entry in the manifest. */
async function write(file: string, rows: readonly Row[], from: readonly CorpusId[]) {
  const text = rows.map((row) => `${typeof row === "string" ? row : row.join("\t")}\n`).join("");
  const content = Buffer.from(text);
  await writeFile(pathOf(file), content);
  console.log(`${file}: ${rows.length} rows, ${Math.round(content.length / 1000)} kB`);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { file, rows: rows.length, bytes: content.length, sha256, sources: from.map(packageLabel) };
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(`../../public/data/${file}`, import.meta.url));
}
