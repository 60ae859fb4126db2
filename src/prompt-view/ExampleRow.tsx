import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { PromptExample } from "../experiments/prompt/prompt-progress";
import { AnswerCell } from "../race-view/AnswerCell";
import type { TaskId } from "../tasks/index";
import styles from "./ExamplesTable.module.css";
import { TokenLine } from "./TokenLine";
import { useThingName } from "./thing-names";
import { tokensOf } from "./tokens-of";

export interface ExampleRowProps {
  readonly example: PromptExample;
  readonly task: TaskId;
}

/** A question. Where it was answered in several texts, each later one is shown with what it was asked. */
export function ExampleRow({ example, task }: ExampleRowProps) {
  const { t } = useTranslation("prompt");
  const nameOf = useThingName();
  const { texts, samples, answer, expected, score } = example;
  return (
    <tr>
      <th scope="row">
        <TokenLine tokens={tokensOf(task, texts[0]?.prompt ?? "")} />
      </th>
      <td>
        {texts.map(({ prompt, written }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two texts may be alike
          <Fragment key={i}>
            {i > 0 && (
              <span className={styles.stage}>
                {t("examples.again")} <TokenLine tokens={tokensOf(task, prompt)} />
              </span>
            )}
            <TokenLine kind="written" tokens={tokensOf(task, written)} />
          </Fragment>
        ))}
        {samples.length > 1 && <small>{t("examples.ofSamples", { count: samples.length })}</small>}
      </td>
      <AnswerCell answer={nameOf(answer)} score={score} />
      <td>{nameOf(expected)}</td>
    </tr>
  );
}
