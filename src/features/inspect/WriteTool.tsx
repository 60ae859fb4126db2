import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { useWords } from "../../i18n/words";
import { failureText } from "../../race-view/failure-text";
import { useLaneStyles } from "../../race-view/use-lane-styles";
import { useRace } from "../../race-view/use-race";
import { findTask } from "../../tasks/index";
import styles from "./inspect.module.css";
import { NextChances } from "./NextChances";
import { StoppedNote } from "./StoppedNote";
import { StrengthControl } from "./StrengthControl";
import type { ToolProps } from "./tool-props";
import { useInspections } from "./use-inspections";
import { useIsOpen, useStops } from "./use-stops";
import { useWriterLane } from "./use-writer-lane";
import { continuation, useWriting, type Writer } from "./use-writing";
import { WriteInput } from "./WriteInput";
import { WriterPicker } from "./WriterPicker";
import { WrittenText } from "./WrittenText";

/** Longer than any text here. */
const toTheEnd = 100;

/** Writes an answer token by token, with whichever lane one likes, as strongly as one likes. */
export function WriteTool({ watched }: ToolProps) {
  const { t } = useTranslation("inspect");
  const { t: failureWords } = useTranslation(["playground", "app"]);
  const words = useWords();
  const laneStyles = useLaneStyles();
  const task = useRace((race) => race.draft.task);
  const isOfClasses = useRace((race) => (race.info?.classes.length ?? 0) > 0);
  const isOpen = useIsOpen();
  const stops = useStops();
  const [input, setInput] = useState(findTask(task)?.samples[1].input ?? "");
  const { lane, strength, choose, setStrength } = useWriterLane(laneStyles);
  const laneStyle = laneStyles[lane];
  const writer: Writer = laneStyle
    ? { lane, name: laneStyle.name, color: laneStyle.color, strength }
    : { lane: -1, name: t("write.base"), color: "var(--soft)", strength };
  const writing = useWriting(input, writer);
  const { written, isWriting } = writing;
  const stoppedAt = stops[lane] ?? null;
  const found = useInspections(
    [lane],
    { kind: "write-on", ...continuation(input, written, strength) },
    watched,
  );
  const answer = found?.of.get(lane);
  const next = answer?.ok ? answer.value : null;
  const failure = writing.failure ?? (answer?.ok === false ? answer.failure : null);
  const isAtEnd = next?.ended === true && found?.question.written.length === written.length;
  const canWrite = isOpen && !isAtEnd && failure === null && stoppedAt === null;
  return (
    <>
      <p className={styles.about}>{t(isOfClasses ? "write.aboutClasses" : "write.about")}</p>
      <div className={styles.write}>
        <div className={styles.writeControls}>
          <WriteInput input={input} onInput={setInput} />
          <WriterPicker chosen={lane} onChoose={choose} />
          <StrengthControl
            method={laneStyle?.spec.method ?? null}
            scalable={next?.scalable ?? true}
            strength={strength}
            onStrength={setStrength}
          />
        </div>
        <div className={styles.writePage}>
          {!isOfClasses && (
            <>
              <WrittenText input={input} isEnded={isAtEnd} written={written} />
              <div className={styles.writeButtons}>
                <Button isDisabled={!canWrite || isWriting} onPress={() => writing.write(1)}>
                  {t("write.next")}
                </Button>
                <Button
                  isDisabled={!canWrite && !isWriting}
                  onPress={isWriting ? writing.stop : () => writing.write(toTheEnd)}
                >
                  {t(isWriting ? "write.stop" : "write.toEnd")}
                </Button>
                <Button isDisabled={written.length === 0} variant="quiet" onPress={writing.undo}>
                  {t("write.undo")}
                </Button>
                <Button
                  isDisabled={written.length === 0 && writing.failure === null}
                  variant="quiet"
                  onPress={writing.clear}
                >
                  {t("write.clear")}
                </Button>
              </div>
            </>
          )}
          {stoppedAt !== null ? (
            <StoppedNote name={writer.name} step={stoppedAt} />
          ) : failure ? (
            <p className="wrong-answer" role="status">
              {failureText(failure, failureWords, words)}
            </p>
          ) : (
            <NextChances next={next} writer={writer} />
          )}
        </div>
      </div>
    </>
  );
}
