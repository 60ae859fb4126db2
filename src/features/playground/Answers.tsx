import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { Card } from "../../components/Card";
import { AnswerRows } from "../../race-view/AnswerRows";
import { AnswersTable } from "../../race-view/AnswersTable";
import { DetailStep, selectDetailed } from "../../race-view/DetailStep";
import { OwnAnswers } from "../../race-view/OwnAnswers";
import { useCalmRace } from "../../race-view/use-calm-race";
import { useLaneStyles } from "../../race-view/use-lane-styles";
import { useRace } from "../../race-view/use-race";
import { Ask } from "./Ask";
import { AttachSwitch } from "./AttachSwitch";

const redrawMs = 400;
const questions = 8;

/** Questions nobody trained on, and the learner's own, with the answers of the base and of every lane now. */
export function Answers() {
  const { t } = useTranslation("playground");
  const hasNewHead = useRace((race) => (race.info?.classes.length ?? 0) > 0);
  const isOfSentences = useRace((race) => findBase(race.draft.base)?.config.kind === "encoder");
  const laneStyles = useLaneStyles();
  const switches = useMemo(
    () => (
      <tr>
        <td colSpan={3}>{t("answers.attachedHint")}</td>
        {laneStyles.map(({ key, name }, lane) => (
          <td key={key}>
            <AttachSwitch lane={lane} name={name} />
          </td>
        ))}
      </tr>
    ),
    [t, laneStyles],
  );
  return (
    <Card aside={<DetailStep />} title={t("answers.title")}>
      <Ask />
      <AnswersTable
        label={t("answers.table")}
        lanes={laneStyles}
        layout={isOfSentences ? "sentences" : "wide"}
        switches={switches}
      >
        <OwnAnswers />
        <HeldOutAnswers />
      </AnswersTable>
      {hasNewHead && <p className="soft small">{t("answers.newHead")}</p>}
    </Card>
  );
}

function HeldOutAnswers() {
  const laneStyles = useLaneStyles();
  const task = useRace((race) => race.draft.task);
  const adaptersOff = useRace((race) => race.adaptersOff);
  const [start, ...latest] = useCalmRace(selectDetailed, redrawMs);
  const base = start?.examples;
  const lanes = laneStyles.map((_, lane) => (adaptersOff.includes(lane) ? base : latest[lane]?.examples));
  return <AnswerRows base={base} lanes={lanes} most={questions} task={task} />;
}
