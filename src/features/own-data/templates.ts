import type { OwnTaskId } from "../../tasks/own/own-task-ids";

/** Data to start from: a learner changes them, or learns from them what a file looks like. */
export interface Template {
  readonly id: "un" | "requests" | "reversed" | "seasons";
  readonly task: OwnTaskId;
  readonly text: string;
}

const adjectives =
  "able aware broken certain clean clear common cooked cut equal even fair fit friendly happy healthy just kind known likely locked loved lucky paid popular pleasant ready real ripe safe seen sold stable steady sure tidy tied true used usual wanted wise";

const texts: Readonly<Record<string, string>> = {
  question:
    "where is the station|what is your name|who is at the door|when does the train leave|how old is the house|why is the sky blue|which road is shorter|is the water warm|do you like music|can you see the river|are they at home|what is in the box|where did you find it|how far is the sea|who wrote this book",
  statement:
    "the train is late|my name is on the list|the house is old|the sky is blue|this road is long|the water is cold|we like music|they are at home|the box is empty|he found it in the garden|the sea is near|she wrote a book|the door is open|it was a good day|the river is deep",
  request:
    "close the door|give me the book|open the box|wait at the station|sing a song|take the short road|write your name|bring some water|turn off the light|put it on the table|read the letter|call your mother|clean the room|look at the river|leave the house",
};

const words =
  "明月 春风 青山 流水 白云 江南 故人 落花 夕阳 秋雨 长安 孤舟 寒山 烟波 楼台 杨柳 桃花 清泉 石上 天涯 海角 风雨 山河 草木 东西 南北 古今 远近 高低 花鸟 云雾 霜雪 琴书 诗酒 渔舟 归雁 白发 红叶 黄河 暮云";

const seasons: Readonly<Record<string, string>> = {
  春: "桃花 杨柳 新燕 芳草 春雨 落花 杏花 东风 黄莺 春水 青草 百花 柳色 花开 新绿 春山",
  秋: "黄叶 归雁 白露 秋月 菊花 西风 寒蝉 红叶 秋水 清霜 落叶 秋风 寒烟 芦花 秋山 霜叶",
};

const lines = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([question, answer]) => `${question},${answer}`).join("\n");

const labelled = (groups: Readonly<Record<string, string>>, separator: string): string =>
  lines(
    Object.entries(groups).flatMap(([label, list]) =>
      list.split(separator).map((one) => [one, label] as const),
    ),
  );

export const templates: readonly Template[] = [
  {
    id: "un",
    task: "own-letters",
    text: lines(adjectives.split(" ").map((word) => [word, `un${word}`])),
  },
  { id: "requests", task: "own-labels", text: labelled(texts, "|") },
  {
    id: "reversed",
    task: "own-characters",
    text: lines(words.split(" ").map((word) => [word, [...word].reverse().join("")])),
  },
  { id: "seasons", task: "own-characters", text: labelled(seasons, " ") },
];
