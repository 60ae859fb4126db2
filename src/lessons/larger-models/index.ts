import { largerModelsClaims } from "../../claims/larger-models";
import { chanceOfRightLabel } from "../../tasks/reader/bayes";
import type { Lesson, Measured } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

const wrongShares = [0, 12, 25, 38, 50, 62, 75, 88, 100] as const;
const slider = wrongShares.map((percent) => `wrong${percent}`);

/** Percent of wrong labels from which on most answers are wrong; 101 where that never happens. */
function switchOf(of: Measured): number {
  return wrongShares.find((percent) => of(`wrong${percent}`, "accuracy") < 0.5) ?? 101;
}

export const lesson: Lesson = {
  id: "larger-models",
  minutes: 14,
  section: "§2.2",
  claims: largerModelsClaims,
  words: { en, zh },
  steps: [
    {
      id: "slider",
      figure: { kind: "prompt", runs: slider, view: { kind: "curve", over: "wrong" } },
      predict: {
        kind: "choice",
        options: ["before", "after", "late", "never"],
        answer: (of) => {
          const percent = switchOf(of);
          return percent <= 50 ? "before" : percent <= 75 ? "after" : percent <= 100 ? "late" : "never";
        },
      },
    },
    {
      id: "ideal-reader",
      figure: { kind: "prompt", runs: slider, view: { kind: "curve", over: "wrong", bayes: true } },
      predict: {
        kind: "choice",
        options: ["earlier", "alike", "later"],
        // Alike: within two of the sixteen labels.
        answer: (of) => {
          const shown = 16;
          const ideal = Array.from({ length: shown + 1 }, (_, wrong) => chanceOfRightLabel(wrong)).findIndex(
            (chance) => chance < 0.5,
          );
          const apart = (100 * ideal) / shown - switchOf(of);
          return Math.abs(apart) <= 12.5 ? "alike" : apart < 0 ? "earlier" : "later";
        },
      },
    },
    {
      id: "follows",
      figure: {
        kind: "prompt",
        runs: [
          ...["flippedTinyEarly", "flippedTinySoon", "flippedTinyMiddle", "flippedTiny"],
          ...["flippedNanoEarly", "flippedNanoSoon", "flippedNanoMiddle", "flippedNano"],
          ...["flippedEarly", "flippedSoon", "flippedMiddle", "flipped"],
        ],
        view: { kind: "curve", over: "snapshot" },
      },
      predict: {
        kind: "choice",
        options: ["all", "two", "largest", "none"],
        answer: (of) => {
          const runs = ["flippedTinyMiddle", "flippedNanoMiddle", "flippedMiddle"];
          const following = runs.filter((run) => of(run, "accuracy") > 0.5);
          return ["none", "largest", "two", "all"][following.length]!;
        },
      },
    },
    {
      id: "letters",
      figure: {
        kind: "prompt",
        runs: [
          ...["lettersTinyEarly", "lettersTinyMiddle", "lettersTiny"],
          ...["lettersNanoEarly", "lettersNanoMiddle", "lettersNano"],
          ...["lettersEarly", "lettersMiddle", "letters"],
        ],
        view: { kind: "curve", over: "snapshot" },
      },
      predict: {
        kind: "choice",
        options: ["all", "two", "largest", "none"],
        answer: (of) => {
          const able = ["lettersTiny", "lettersNano", "letters"].filter((run) => of(run, "accuracy") >= 0.75);
          return ["none", "largest", "two", "all"][able.length]!;
        },
      },
    },
    {
      id: "end",
      figure: { kind: "prompt", runs: ["goldTiny", "goldNano", "lettersTiny", "lettersNano", "letters"] },
    },
  ],
};
