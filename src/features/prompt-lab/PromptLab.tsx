import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { StoreApi } from "zustand";
import { LazySection } from "../../components/LazySection";
import { usePageHead } from "../../components/page-head";
import { usePrompt, usePromptStore } from "../../prompt-view/use-prompt";
import { LinkIssues } from "../../race-view/LinkIssues";
import { followLabAddress, type Lab } from "../../state/lab";
import { labTaskOf } from "../../state/lab-tasks";
import type { ModelRef } from "../../training/race-spec";
import { ComposeCard } from "./ComposeCard";
import { LabSetup } from "./LabSetup";
import { LabStatus } from "./LabStatus";
import styles from "./lab-page.module.css";
import { readerAmong } from "./reader-among";
import { TokenByToken } from "./TokenByToken";
import { LabContext, useLab, useLabStore } from "./use-lab";
import { Variants } from "./Variants";
import { VotesCard } from "./VotesCard";

/** Compose a prompt and look at it token by token; compare ways to ask on the same questions. */
export function PromptLab({ lab }: { readonly lab: StoreApi<Lab> }) {
  return (
    <LabContext value={lab}>
      <LabPage />
    </LabContext>
  );
}

function LabPage() {
  const { t } = useTranslation("lab");
  const lab = useLabStore();
  const experiment = usePromptStore();
  const task = usePrompt(({ draft }) => labTaskOf(draft.task.id));
  const prompt = useLab(({ prompts }) => prompts[task]);
  const issues = useLab(({ linkIssues }) => linkIssues);
  const [chosen, setChosen] = useState<ModelRef | null>(null);
  const model = usePrompt(({ draft }) => readerAmong(draft, chosen));
  const compose = useRef<HTMLDivElement>(null);
  usePageHead(t("title"), t("description"));
  useEffect(() => {
    lab.getState().restore();
    const leave = followLabAddress(lab, experiment);
    if (experiment.getState().phase === "idle") void experiment.getState().open();
    return leave;
  }, [lab, experiment]);
  useEffect(() => experiment.getState().attend(), [experiment]);
  const write = (text: string): void => lab.getState().compose(task, text);
  const look = (text: string, asked: ModelRef | null): void => {
    write(text);
    setChosen(asked);
    compose.current?.scrollIntoView({ block: "start" });
    compose.current?.querySelector("textarea")?.focus({ preventScroll: true });
  };
  return (
    <>
      <div className="page-head">
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
      </div>
      <LinkIssues issues={issues} onDismiss={lab.getState().dismissLinkIssues} />
      <LabSetup />
      <LabStatus />
      <div ref={compose} className={styles.columns}>
        <ComposeCard model={model} prompt={prompt} task={task} onModel={setChosen} onPrompt={write} />
        <div className={styles.tokens}>
          <TokenByToken model={model} prompt={prompt} />
        </div>
        <VotesCard model={model} prompt={prompt} />
      </div>
      <LazySection className={styles.variantsRoom}>
        <Variants onLook={look} />
      </LazySection>
    </>
  );
}
