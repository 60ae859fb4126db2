import type { SharePoint } from "../../charts/share-curve";
import { promptFigures } from "../../claims/figures";
import type { VariantScore } from "../../experiments/prompt/prompt-progress";
import type { ScoreView } from "../../lessons/lesson";
import { wilsonBand } from "../../lib/wilson";
import { bayesPoints } from "../../prompt-view/bayes-points";
import { ScoreCurve } from "../../prompt-view/ScoreCurve";
import { shareOf } from "../../prompt-view/scored-variant";
import { usePrompt } from "../../prompt-view/use-prompt";
import { useVariantNames } from "../../prompt-view/use-variant-names";
import { PromptNote } from "./PromptNote";
import type { PromptStep } from "./prompt-step-context";
import { recordedShare } from "./recorded-share";
import { linesOf, mostSampled, type NamedRun, placeOn } from "./score-lines";
import { useStep } from "./step-context";

type CurveView = Extract<ScoreView, { kind: "curve" }>;

export interface PromptCurveProps {
  readonly view: CurveView;
  readonly asked: PromptStep;
}

/** The share right over a setting, a line for the runs that agree in all else, growing as answers come. */
export function PromptCurve({ view, asked }: PromptCurveProps) {
  const { figures, isAnswered } = useStep();
  const namesOf = useVariantNames();
  const isRunning = usePrompt((prompt) => asked.isOurs && prompt.phase === "running");
  const lines = linesOf(asked.runs, view.over);
  const names = namesOf(lines.map(({ spec }) => spec));
  const info = asked.progress.find((one) => one !== undefined)?.info;
  const recorded = asked.runs.map(({ name }) => promptFigures(figures, name));
  const chance = info?.chance ?? recorded.find((one) => one)?.measures.chance.mean ?? 0;
  return (
    <>
      <ScoreCurve
        chance={chance}
        ideal={view.bayes ? bayesPoints : null}
        isRunning={isRunning}
        lines={lines.map(({ runs }, i) => ({
          name: names[i] ?? "",
          points: livePoints(runs, view, asked),
          // What was recorded is the answer: it is not drawn before the guess.
          recorded: isAnswered ? runs.flatMap((run) => recordedPoint(run)) : [],
        }))}
        over={view.over}
        places={placesOf(asked.runs, view)}
      />
      <PromptNote recorded={recorded} />
    </>
  );

  function recordedPoint({ name, spec }: NamedRun): readonly SharePoint[] {
    const run = promptFigures(figures, name);
    const share = recordedShare(run);
    return run && share
      ? [{ x: placeOn(view.over, spec, run.measures.tokens.mean), of: run.questions, ...share }]
      : [];
  }
}

/** Where points will be; how many tokens will be written is not known before. */
function placesOf(runs: readonly NamedRun[], { over }: CurveView): readonly number[] {
  return over === "tokens" ? [] : runs.map(({ spec }) => placeOn(over, spec, 0));
}

function livePoints(
  runs: readonly NamedRun[],
  { over }: CurveView,
  { scoreOf }: PromptStep,
): readonly SharePoint[] {
  const most = mostSampled(runs);
  const voted = over === "votes" ? scoreOf(most.name) : null;
  if (voted && voted.rightByVotes.length > 1) return pointsByVotes(voted);
  const points = runs.flatMap(({ name, spec }): readonly SharePoint[] => {
    const score = scoreOf(name);
    const share = shareOf(score);
    return score && share
      ? [{ x: placeOn(over, spec, score.tokens / score.of), of: score.of, ...share }]
      : [];
  });
  return points.sort((a, b) => a.x - b.x);
}

function pointsByVotes({ rightByVotes, of }: VariantScore): readonly SharePoint[] {
  return rightByVotes.map((right, i) => ({ x: i + 1, share: right / of, of, ...wilsonBand(right, of) }));
}
