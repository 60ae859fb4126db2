import { createRandom } from "../lib/random";
import type { Sources } from "./data-sources";

/** What is kept of 全唐诗 for the Tang base and its tasks. */
export interface TangData {
  /** The 2,000 commonest characters (and 仄), commonest first. */
  readonly characters: readonly string[];
  /** Poems of four or eight lines, all of them inside the characters. */
  readonly poems: Readonly<Record<5 | 7, readonly string[]>>;
  /** Lines with their tone pattern. */
  readonly tones: readonly (readonly [string, string])[];
  /** Characters by the tone they are read with most often. */
  readonly level: readonly string[];
  readonly oblique: readonly string[];
}

interface Poem {
  readonly text: string;
  readonly feet: 5 | 7;
  /** Same length as the text: 平, 仄, or another sign where the reading is not sure. */
  readonly tones: string;
}

/** Reads all poems, writes them in simplified characters, and keeps those in common characters. */
export async function deriveTang(sources: Sources): Promise<TangData> {
  const found = await readPoems(sources);
  const common = countCharacters(found.map((poem) => poem.text))
    // Rare characters outside the basic plane would count as two in JavaScript strings.
    .filter((character) => !"，。仄".includes(character) && character.length === 1)
    .slice(0, 1999);
  const characters = [...common, "仄"];
  const known = new Set([...characters, "，", "。"]);
  const poems = found.filter((poem) => [...poem.text].every((character) => known.has(character)));
  const textsOf = (feet: 5 | 7): string[] =>
    poems
      .filter((poem) => poem.feet === feet)
      .map((poem) => poem.text)
      .sort();
  const lines = new Map(poems.flatMap(pairLines).filter(([, tones]) => /^[平仄]+$/.test(tones)));
  const { level, oblique } = readTones(found, known);
  return {
    characters,
    poems: { 5: textsOf(5), 7: textsOf(7) },
    tones: createRandom("tones")
      .shuffle([...lines].sort(byFirst))
      .slice(0, 16_000)
      .sort(byFirst),
    level,
    oblique,
  };
}

async function readPoems(sources: Sources): Promise<Poem[]> {
  const { Converter } = (await sources.load("opencc", "dist/esm/t2cn.js")) as { Converter: MakeConverter };
  const simplify = Converter({ from: "t", to: "cn" });
  const files = (await sources.list("poetry", "dist/quantangshi")).filter((name) =>
    /^poet\.tang\.\d+\.json$/.test(name),
  );
  const poems = new Map<string, Poem>();
  for (const file of files) {
    const strains = JSON.parse(await sources.readText("poetry", `dist/strains/json/${file}`)) as StrainsRow[];
    const tonesOf = new Map(strains.map((row) => [row.id, row.strains.join("")]));
    for (const row of JSON.parse(await sources.readText("poetry", `dist/quantangshi/${file}`)) as PoemRow[]) {
      const original = row.paragraphs.join("");
      const feet = regular.find(({ shape }) => shape.test(original))?.feet;
      if (feet === undefined) continue;
      const text = [...simplify(original)].map((character) => variants.get(character) ?? character).join("");
      const tones = tonesOf.get(row.id) ?? "";
      // A poem that opens as another one does is a second version of it.
      const opening = text.slice(0, feet);
      if (!poems.has(opening))
        poems.set(opening, { text, feet, tones: tones.length === text.length ? tones : "" });
    }
  }
  return [...poems.values()];
}

/** Four or eight lines of five or seven characters. */
const regular = ([5, 7] as const).map((feet) => {
  const couplet = `\\p{Script=Han}{${feet}}，\\p{Script=Han}{${feet}}。`;
  return { feet, shape: new RegExp(`^(?:(?:${couplet}){2}|(?:${couplet}){4})$`, "u") };
});

/** Old forms that the conversion leaves, each before the form in use today. */
const variants = new Map(
  (
    "疎疏 鴈雁 劒剑 猨猿 慙惭 簷檐 徧遍 鬬斗 堦阶 櫂棹 嬾懒 斾旆 蘂蕊 媿愧 褭袅 秪只 秖只 髪发 廻回 珮佩 煖暖 桮杯 臯皋 暎映 遰递 " +
    "隣邻 歛敛 妬妒 飜翻 呌叫 鏁锁 罇樽 逈迥 覩睹 竝并 牋笺 缾瓶 巵卮 鼇鳌 棃梨 檝楫 顦憔 顇悴 趂趁 鵶鸦 毬球 隄堤 碁棋 僊仙 羇羁 " +
    "荅答 嚬颦 粧妆 燄焰 醆盏 栢柏 麤粗 牓榜 蹔暂 筯箸 壻婿 𬬻炉 牕窗 懃勤 帬裙 鸎莺 慇殷"
  )
    .split(" ")
    .map((pair) => [...pair] as [string, string]),
);

function pairLines({ text, tones }: Poem): (readonly [string, string])[] {
  const ends = /[，。]/;
  const patterns = tones.split(ends);
  return text
    .split(ends)
    .flatMap((line, index) => (line === "" || tones === "" ? [] : [[line, patterns[index]!] as const]));
}

/** The commoner reading of each character over all poems. */
function readTones(poems: readonly Poem[], known: ReadonlySet<string>): Pick<TangData, "level" | "oblique"> {
  const balance = new Map<string, number>();
  for (const { text, tones } of poems) {
    for (let i = 0; i < tones.length; i++) {
      const vote = tones[i] === "平" ? 1 : tones[i] === "仄" ? -1 : 0;
      if (vote !== 0 && known.has(text[i]!)) balance.set(text[i]!, (balance.get(text[i]!) ?? 0) + vote);
    }
  }
  const where = (test: (votes: number) => boolean): string[] =>
    [...balance]
      .filter(([, votes]) => test(votes))
      .map(([character]) => character)
      .sort();
  return { level: where((votes) => votes > 0), oblique: where((votes) => votes < 0) };
}

/** All characters, commonest first. */
function countCharacters(texts: readonly string[]): string[] {
  const uses = new Map<string, number>();
  for (const character of texts.flatMap((text) => [...text]))
    uses.set(character, (uses.get(character) ?? 0) + 1);
  return [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([character]) => character);
}

const byFirst = (a: readonly [string, string], b: readonly [string, string]): number =>
  a[0] < b[0] ? -1 : 1;

type MakeConverter = (options: { from: string; to: string }) => (text: string) => string;
interface StrainsRow {
  readonly id: string;
  readonly strains: readonly string[];
}
interface PoemRow {
  readonly id: string;
  readonly paragraphs: readonly string[];
}
