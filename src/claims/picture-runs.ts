import { pictureLanes } from "../experiments/picture/default-pictures";
import { defineClaims, type LessonClaims } from "./claim";

const { newWord, everything, control, style } = pictureLanes;
const rank = (r: number) => ({ ...style, options: { ...style.options, rank: r, alpha: r } });
const attention = ["attention.query", "attention.key", "attention.value", "attention.output"] as const;

/** Textual Inversion: a new word from a few photos. */
const newWordClaims = defineClaims({
  lesson: "new-word",
  runs: {
    unknown: { kind: "picture", teach: "word" },
    word: { kind: "picture", teach: "word", lane: newWord },
    full: { kind: "picture", teach: "word", lane: everything },
    onePhoto: { kind: "picture", teach: "word", lane: newWord, photos: 1 },
    atRandom: {
      kind: "picture",
      teach: "word",
      lane: { ...newWord, options: { init: "random", initStd: 0.5 } },
    },
    untrained: { kind: "picture", teach: "word", lane: newWord, from: "untrained" },
  },
  claims: [],
});

/** ControlNet: the base learns to follow an outline. */
const controlNetClaims = defineClaims({
  lesson: "control-net",
  runs: {
    base: { kind: "picture", teach: "outlines" },
    zero: { kind: "picture", teach: "outlines", lane: control },
    normal: { kind: "picture", teach: "outlines", lane: { ...control, options: { init: "normal" } } },
    scratch: { kind: "picture", teach: "outlines", lane: { ...control, options: { copies: "scratch" } } },
  },
  claims: [],
});

/** LoRA: a style that words cannot ask for. */
const styleClaims = defineClaims({
  lesson: "style",
  runs: {
    base: { kind: "picture", teach: "style" },
    lora: { kind: "picture", teach: "style", lane: style },
    word: { kind: "picture", teach: "style", withWord: true, lane: newWord },
    full: { kind: "picture", teach: "style", lane: everything },
    half: { kind: "picture", teach: "style", lane: style, strength: 0.5 },
    beyond: { kind: "picture", teach: "style", lane: style, strength: 1.5 },
    rank1: { kind: "picture", teach: "style", lane: rank(1) },
    attention: {
      kind: "picture",
      teach: "style",
      lane: { ...style, options: { ...style.options, targets: attention } },
    },
    mixed: { kind: "picture", teach: "style", lane: style, mixedWith: ["ink"] },
  },
  claims: [],
});

/** What the lessons on pictures rest on. */
export const pictureClaims: readonly LessonClaims[] = [newWordClaims, controlNetClaims, styleClaims];
