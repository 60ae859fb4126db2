import { useState } from "react";
import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { usePrompt } from "../../prompt-view/use-prompt";
import { labTaskOf } from "../../state/lab-tasks";
import type { ModelRef } from "../../training/race-spec";
import { AttentionControls } from "./AttentionControls";
import { ChoiceBars } from "./ChoiceBars";
import styles from "./lab-token-by-token.module.css";
import { problemOf } from "./read-prompt";
import { TokenStrip } from "./TokenStrip";
import { type Head, useAttention } from "./use-attention";
import { useWriting } from "./use-writing";

/** Longer than any answer; of a thing it is one label. */
const mostWritten = { "thing-label": 1, chain: 30, sum: 30 } as const;

/** The prompt token by token: what comes next after each, writing on, and where a head looks. */
export function TokenByToken({
  prompt,
  model,
}: {
  readonly prompt: string;
  readonly model: ModelRef | null;
}) {
  const { t } = useTranslation("lab");
  const base = usePrompt(({ draft }) => model?.base ?? draft.base);
  const task = usePrompt(({ draft }) => labTaskOf(draft.task.id));
  const writing = useWriting(prompt, mostWritten[task], model);
  const [head, setHead] = useState<Head | null>(null);
  const { tokens, given, at, choices, isAtEnd } = writing;
  const weights = useAttention(tokens, at, head, model);
  const likeliest = choices?.[0]?.token;
  const isLast = at === tokens.length - 1;
  const isInPrompt = at < given - 1;
  const canWrite = likeliest !== undefined && isLast && !isAtEnd;
  const written = tokens.length - given;
  const isRead = problemOf(prompt) === null;
  const hasChoices = isRead && !(isAtEnd && isLast);
  const config = findBase(base)?.config;
  return (
    <Card title={t("tokens.title")}>
      <div className={styles.body}>
        <p className="soft small">{t("tokens.hint")}</p>
        <TokenStrip at={at} given={given} tokens={tokens} weights={weights} onChoose={writing.lookAfter} />
        <div className={styles.buttons}>
          <Button
            isDisabled={!canWrite}
            variant="primary"
            onPress={() => likeliest !== undefined && writing.choose(likeliest)}
          >
            {t("tokens.next")}
          </Button>
          {task !== "thing-label" && (
            <Button isDisabled={!canWrite} onPress={() => void writing.toEnd()}>
              {t("tokens.toEnd")}
            </Button>
          )}
          <Button isDisabled={written === 0} variant="quiet" onPress={writing.undo}>
            {t("tokens.undo")}
          </Button>
          <Button isDisabled={written === 0} variant="quiet" onPress={writing.clear}>
            {t("tokens.clear")}
          </Button>
        </div>
        <h3>{t(isRead ? "choices.title" : "choices.unread", { place: Math.max(0, at) + 1 })}</h3>
        <ChoiceBars
          choices={hasChoices ? choices : []}
          followedBy={tokens[at + 1]}
          onChoose={isInPrompt || (isAtEnd && isLast) ? null : writing.choose}
        />
        <p className="soft small" role="status">
          {isInPrompt ? t("tokens.inPrompt") : isAtEnd ? t("tokens.ended") : ""}
        </p>
        {config && config.kind !== "encoder-decoder" && (
          <AttentionControls
            at={at}
            head={head}
            heads={config.heads}
            layers={config.layers}
            tokens={tokens}
            weights={weights}
            onHead={setHead}
          />
        )}
      </div>
    </Card>
  );
}
