import { useTranslation } from "react-i18next";
import { PromptTransport } from "../../prompt-view/PromptTransport";
import { usePrompt } from "../../prompt-view/use-prompt";
import { Badge } from "../../race-view/Badge";
import type { PromptStep } from "./prompt-step-context";

/** Asks or halts, and says where the answers come from. */
export function PromptFigureTransport({ asked }: { readonly asked: PromptStep }) {
  const { t } = useTranslation("lessons");
  const backend = usePrompt((prompt) => prompt.backend);
  const { isWanted, isOurs, progress, questions, start, stop, reset } = asked;
  const hasFailed = usePrompt((prompt) => isOurs && prompt.phase === "failed");
  const isLive = isOurs && !hasFailed;
  const isAsked = progress.some((one) => one?.variants.some(({ of }) => of > 0));
  const isAllAsked = asked.isOver && isAsked;
  const phase = isWanted ? "running" : isAllAsked ? "done" : "paused";
  return (
    <>
      <PromptTransport
        drive={{ phase, play: start, pause: stop, reset: isAsked && !isWanted ? reset : null }}
        isOnItsWay={isAsked}
        questions={questions}
      />
      <Badge isLive={isLive && backend !== null}>
        {hasFailed
          ? t("figure.stopped")
          : isLive && backend
            ? t("figure.live", { backend: backend.name })
            : t("figure.opening")}
      </Badge>
    </>
  );
}
