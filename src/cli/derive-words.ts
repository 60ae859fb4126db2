import { createRandom } from "../lib/random";
import type { Sources } from "./data-sources";
import { isOffensive } from "./offensive";

type Row = readonly [string, string];

const wordnet = "usr/share/wordnet";

/** Regular verbs with their past tense: spelt by rule, kept where the dictionary of spoken English has the form. */
export async function deriveVerbs(sources: Sources): Promise<Row[]> {
  const { lemmas: verbs, exceptions, pronunciation } = await readWordnet(sources, "verb");
  const rows: Row[] = [];
  for (const verb of verbs) {
    const regular = spellPast(verb);
    const doubled = `${verb}${verb.at(-1)}`;
    // WordNet lists every form that is not "+ed", "+ing", "+s": a doubled consonant and y -> ied are still regular.
    const listed = exceptions.get(verb) ?? [];
    const lawful = new Set(
      [regular, `${verb}ing`, `${verb.slice(0, -2)}ying`, `${verb.slice(0, -1)}ies`].concat(
        ["ed", "ing", "es"].map((ending) => doubled + ending),
      ),
    );
    if (listed.some((form) => !lawful.has(form)) || irregular.has(verb)) continue;
    const past = listed.includes(`${doubled}ed`) ? `${doubled}ed` : regular;
    // No rule of spelling tells "cancelled" from "limited": doubled only after a stressed vowel, as in "admitted".
    if (past !== regular && !/[12][^0-9]*$/.test(pronunciation(verb) ?? "")) continue;
    if (pronunciation(past) !== undefined) rows.push([verb, past]);
  }
  return clean(rows);
}

/** Verbs whose forms WordNet does not list, or lists as another verb's. */
const irregular = new Set(["can", "cost", "may", "must", "put", "will", "wee"]);

/** Nouns with their plural: by rule or from WordNet's list, kept where the dictionary of spoken English has the form. */
export async function deriveNouns(sources: Sources): Promise<Row[]> {
  const { lemmas: nouns, exceptions, pronunciation } = await readWordnet(sources, "noun");
  const rows = nouns
    .map((noun): Row => [noun, exceptions.get(noun)?.[0] ?? spellPlural(noun)])
    .filter(
      ([noun, plural]) => plural !== noun && !plural.endsWith("ing") && pronunciation(plural) !== undefined,
    );
  return clean(rows);
}

/** Surnames found in one of nine languages only, at most 700 a language. */
export async function deriveSurnames(sources: Sources): Promise<Row[]> {
  const { allLocales } = (await sources.load("faker", "dist/index.js")) as { allLocales: Locales };
  const languagesOf = new Map<string, Set<string>>();
  for (const [language, locales] of Object.entries(surnameLocales)) {
    for (const locale of locales) {
      for (const name of Object.values(allLocales[locale]?.person?.last_name ?? {}).flat()) {
        languagesOf.set(name, (languagesOf.get(name) ?? new Set()).add(language));
      }
    }
  }
  const rows = [...languagesOf]
    .filter(([name, languages]) => languages.size === 1 && /^\p{Lu}\p{Ll}{1,12}$/u.test(name))
    .map(([name, languages]): Row => [name, [...languages][0]!]);
  const kept = Object.keys(surnameLocales).flatMap((language) =>
    createRandom(language)
      .shuffle(rows.filter((row) => row[1] === language))
      .slice(0, 700),
  );
  const uses = new Map<string, number>();
  for (const letter of kept.flatMap(([name]) => [...name])) uses.set(letter, (uses.get(letter) ?? 0) + 1);
  return clean(kept.filter(([name]) => [...name].every((letter) => uses.get(letter)! >= 2)));
}

/** Where Faker keeps the surnames of a language. */
const surnameLocales = {
  Croatian: ["hr"],
  Czech: ["cs_CZ"],
  English: ["en", "en_AU"],
  German: ["de"],
  Italian: ["it"],
  Polish: ["pl"],
  Romanian: ["ro"],
  Spanish: ["es", "es_MX"],
  Turkish: ["tr"],
} as const;

type Locales = Readonly<
  Record<string, { person?: { last_name?: Readonly<Record<string, readonly string[]>> } }>
>;

/** Lemmas short enough for the context, the forms WordNet lists, and the dictionary of spoken English. */
async function readWordnet(sources: Sources, part: "noun" | "verb") {
  const [index, list, dictionary] = await Promise.all([
    sources.readText("wordnet", `${wordnet}/index.${part}`),
    sources.readText("wordnet", `${wordnet}/${part}.exc`),
    sources.load("cmudict", "index.js"),
  ]);
  const spoken = dictionary.dictionary as Readonly<Record<string, string>>;
  const exceptions = new Map<string, string[]>();
  for (const line of list.split("\n").filter(Boolean)) {
    const [form, ...lemmas] = line.split(" ");
    for (const lemma of lemmas) exceptions.set(lemma, [...(exceptions.get(lemma) ?? []), form!]);
  }
  return {
    lemmas: index.split("\n").flatMap((line) => /^[a-z]{3,11}(?= )/.exec(line) ?? []),
    exceptions,
    pronunciation: (word: string): string | undefined => spoken[word],
  };
}

/** "y" after a consonant. */
const turningY = /[^aeiou]y$/;

function spellPast(verb: string): string {
  if (verb.endsWith("e")) return `${verb}d`;
  return turningY.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}

function spellPlural(noun: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return turningY.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** Sorted, each row once, none offensive. */
function clean(rows: readonly Row[]): Row[] {
  const kept = new Map(rows.filter((row) => !isOffensive(row.join(" "))));
  return [...kept].sort(([a], [b]) => (a < b ? -1 : 1));
}
