import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { Segmented } from "../../components/Segmented";
import { useLaneFinding } from "../../race-view/use-lane-finding";
import styles from "./basics.module.css";
import { type BasicsPartProps, basicVerbs } from "./basics-part";
import { ShareRows } from "./ShareRows";
import { TokenChips } from "./TokenChips";

interface Written {
  readonly id: number;
  readonly text: string;
}

/** What the model thinks comes next, as bars; the likeliest token is written, and it is asked again. */
export function GuessPart({ isOpen }: BasicsPartProps) {
  const { t } = useTranslation("lessons");
  const [input, setInput] = useState<string>(basicVerbs[0].input);
  const [isAsked, setAsked] = useState(false);
  const [written, setWritten] = useState<readonly Written[]>([]);
  const question = { kind: "write-on", input, written: written.map(({ id }) => id), strength: 1 } as const;
  const next = useLaneFinding<"write-on">(-1, isOpen && isAsked ? question : null);
  const restart = (verb: string): void => {
    setInput(verb);
    setAsked(false);
    setWritten([]);
  };
  const likeliest = next?.choices[0];
  return (
    <>
      <div className={styles.buttons}>
        <Segmented
          items={basicVerbs.map((verb) => ({ id: verb.input, label: verb.input }))}
          label={t("basics.verb")}
          value={input}
          onChange={restart}
        />
      </div>
      <TokenChips
        chips={[
          ...[...`?${input}=`].map((text) => ({ text, kind: "question" as const })),
          ...written.map(({ text }) => ({ text, kind: "answer" as const })),
        ]}
        label={t("basics.guess.text")}
      />
      <div className={styles.buttons}>
        {isAsked ? (
          <Button
            isDisabled={!likeliest || next?.ended === true}
            variant="primary"
            onPress={() => likeliest && setWritten([...written, likeliest])}
          >
            {t("basics.guess.write", { token: likeliest?.text ?? "…" })}
          </Button>
        ) : (
          <Button isDisabled={!isOpen} variant="primary" onPress={() => setAsked(true)}>
            {t("basics.guess.ask")}
          </Button>
        )}
        <Button isDisabled={!isAsked} variant="quiet" onPress={() => restart(input)}>
          {t("basics.again")}
        </Button>
      </div>
      <ShareRows
        label={t("basics.guess.bars")}
        rows={Array.from({ length: 5 }, (_, i) => {
          const choice = next?.choices[i];
          return { name: choice?.text ?? "?", share: choice?.chance ?? null };
        })}
      />
      <p aria-live="polite" className={styles.said}>
        {next?.ended && t("basics.guess.ended")}
      </p>
    </>
  );
}
