import type { Random } from "../../lib/random";
import type { SentenceLanguage } from "./sentence-language";

const determiners = ["这", "那"] as const;
/** Each noun with its measure word. */
const things = [
  ["碗", "汤"],
  ["部", "电影"],
  ["个", "朋友"],
  ["家", "酒店"],
  ["首", "歌"],
  ["只", "狗"],
  ["位", "老师"],
  ["场", "雨"],
  ["局", "游戏"],
  ["块", "面包"],
] as const;
const adverbs = ["很", "真", "挺", "非常"] as const;
const adjectives = {
  positive: ["好", "美", "甜", "温暖", "明亮", "亲切", "可爱", "开心"],
  negative: ["糟", "吵", "冷", "苦", "无聊", "难过", "粗鲁", "可怕"],
  neutral: ["旧", "新", "长", "短", "红", "圆", "安静", "普通"],
} as const;
const conjunctions = ["但是", "而且", "因为", "所以"] as const;
const settings = ["今天", "昨天", "刚才", "城里", "家里"] as const;

/** A sentence stops growing here. */
const mostWords = 12;

/** 「今天这只狗很开心，但是那首歌真吵」: sentences of the same kind as the English ones. */
export const chinese: SentenceLanguage = {
  id: "zh",
  tag: "说",
  end: "。",
  joiner: "",
  kinds: {
    setting: settings,
    determiner: determiners,
    measure: [...new Set(things.map(([measure]) => measure))],
    noun: things.map(([, noun]) => noun),
    adverb: adverbs,
    both: ["又"],
    adjective: Object.values(adjectives).flat(),
    comma: ["，"],
    conjunction: conjunctions,
  },
  follows: {
    start: ["setting", "determiner"],
    setting: ["determiner"],
    determiner: ["measure"],
    measure: ["noun"],
    noun: ["adverb", "both"],
    adverb: ["adjective"],
    both: ["adjective"],
    adjective: ["both", "comma", "end"],
    comma: ["conjunction"],
    conjunction: ["determiner"],
  },
  groups: {
    positive: adjectives.positive,
    negative: adjectives.negative,
    places: settings,
    dog: ["狗"],
    food: ["汤", "面包"],
  },
  draw(random) {
    const words = [...(random.next() < 0.4 ? [random.pick(settings)] : []), ...clause(random)];
    while (words.length < mostWords && random.next() < 0.35)
      words.push("，", random.pick(conjunctions), ...clause(random));
    return words;
  },
};

function clause(random: Random): string[] {
  const subject = [random.pick(determiners), ...random.pick(things)];
  // 又甜又暖: two adjectives.
  if (random.next() < 0.3) return [...subject, "又", adjective(random), "又", adjective(random)];
  return [...subject, random.pick(adverbs), adjective(random)];
}

function adjective(random: Random): string {
  return random.pick(random.pick(Object.values(adjectives)));
}
