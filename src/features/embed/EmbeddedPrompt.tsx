import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { StoreApi } from "zustand";
import { Card } from "../../components/Card";
import { usePageHead } from "../../components/page-head";
import { useWords } from "../../i18n/words";
import { OpenScores } from "../../prompt-view/OpenScores";
import { usePrompt, usePromptStore } from "../../prompt-view/use-prompt";
import { readEmbedView } from "../../race-view/embed-query";
import { useAddressQuery } from "../../state/address-query";
import { type Lab, labPlace } from "../../state/lab";
import { readLabLink } from "../../state/lab-link";
import { EmbedFrame } from "./EmbedFrame";
import styles from "./EmbedFrame.module.css";
import { promptResult } from "./embed-messages";
import { useParentPage } from "./use-parent-page";
import { useWhileSeen } from "./use-while-seen";

export interface EmbeddedPromptProps {
  readonly lab: StoreApi<Lab>;
  /** Looks at the prompt of the address, where it has one. */
  readonly children: (prompt: string) => ReactNode;
}

/** The prompt experiment of the address: its prompt token by token, and its variants with their scores. */
export function EmbeddedPrompt({ lab, children }: EmbeddedPromptProps) {
  const { t } = useTranslation(["embed", "lab"]);
  const words = useWords();
  const store = usePromptStore();
  const [query] = useAddressQuery("/embed/prompt");
  const { hide, theme, rest } = readEmbedView(query);
  const draft = usePrompt((experiment) => experiment.draft);
  const prompt = rest === "" ? null : readLabLink(rest).prompt;
  useEffect(() => {
    if (rest !== "") lab.getState().followLink(rest);
    if (store.getState().phase === "idle") void store.getState().open();
  }, [lab, store, rest]);
  useWhileSeen(store);
  useParentPage(store, promptResult);
  const title = t("embed:prompt", {
    base: words.base(draft.base).name,
    task: words.task(draft.task.id).name,
  });
  usePageHead(title, t("lab:description"));
  return (
    <EmbedFrame place={labPlace(lab.getState(), draft)} theme={theme}>
      <h1 className={hide.includes("title") ? "visually-hidden" : styles.title}>{title}</h1>
      {prompt !== null && children(prompt)}
      <Card className={styles.figure} title={t("lab:variants.scores")}>
        <OpenScores hidesTransport={hide.includes("transport")} />
      </Card>
    </EmbedFrame>
  );
}
