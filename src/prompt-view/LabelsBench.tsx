import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { BenchFrame } from "./BenchFrame";
import type { BenchProps } from "./bench";
import { ChanceBars } from "./ChanceBars";
import styles from "./LabelsBench.module.css";
import { drawLabelPrompt, flipLabel, labelings, labelPromptText, relabel } from "./label-bench";
import { pictureOf, useThingName } from "./thing-names";
import { useLook } from "./use-look";

/** Sixteen demonstrations whose labels the learner flips, and what the model makes of the question then. */
export function LabelsBench({ isReady }: BenchProps) {
  const { t } = useTranslation("prompt");
  const nameOf = useThingName();
  const [seed, setSeed] = useState(1);
  const [prompt, setPrompt] = useState(() => drawLabelPrompt(1));
  const looked = useLook(isReady ? { kind: "next", prompt: labelPromptText(prompt) } : null);
  const found = looked?.found;
  const choices = found?.ok ? (found.value.choices.at(-1) ?? []) : null;
  const chanceOf = (token: string): number | null =>
    choices && (choices.find((choice) => choice.token === token)?.chance ?? 0);
  const wrong = prompt.demonstrations.filter(({ right, shown }) => right !== shown).length;
  const question = nameOf(prompt.question);
  const next = (): number => {
    setSeed(seed + 1);
    return seed + 1;
  };
  return (
    <BenchFrame
      failure={found && !found.ok ? found.failure : null}
      hint={t("bench.labels.hint")}
      title={t("bench.labels.title")}
    >
      <ul className={styles.demonstrations}>
        {prompt.demonstrations.map(({ thing, right, shown }, i) => {
          const label = nameOf(prompt.labels[shown]!);
          const isRight = right === shown;
          return (
            <li key={thing}>
              <AriaButton
                aria-label={t(isRight ? "bench.labels.oneRight" : "bench.labels.oneWrong", {
                  thing: nameOf(thing),
                  label,
                })}
                className={`${styles.demonstration} ${isRight ? "" : styles.wrong}`}
                onPress={() => setPrompt(flipLabel(prompt, i))}
              >
                <span aria-hidden className={styles.picture}>
                  {pictureOf(thing)}
                </span>
                <span aria-hidden>
                  {label}
                  {!isRight && " ✕"}
                </span>
              </AriaButton>
            </li>
          );
        })}
      </ul>
      <div className={styles.ways}>
        {labelings.map((how) => (
          <Button key={how} onPress={() => setPrompt(relabel(prompt, how, next()))}>
            {t(`bench.labels.ways.${how}`)}
          </Button>
        ))}
        <Button variant="quiet" onPress={() => setPrompt(drawLabelPrompt(next()))}>
          {t("bench.labels.others")}
        </Button>
      </div>
      <p className={styles.question}>
        <span aria-hidden className={styles.picture}>
          {pictureOf(prompt.question)}
        </span>{" "}
        {t("bench.labels.asks", { thing: question, wrong, all: prompt.demonstrations.length })}
      </p>
      <ChanceBars
        bars={prompt.labels.map((token, place) => ({
          token,
          name: place === prompt.right ? t("bench.labels.isRight", { label: nameOf(token) }) : nameOf(token),
          chance: chanceOf(token),
        }))}
        label={t("bench.labels.chances", { thing: question })}
      />
    </BenchFrame>
  );
}
