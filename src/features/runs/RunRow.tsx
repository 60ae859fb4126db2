import { Download, RotateCcw, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { focusHeading } from "../../components/focus-heading";
import { IconButton } from "../../components/IconButton";
import { Switch } from "../../components/Switch";
import { languageTag } from "../../i18n/languages";
import { useNumbers } from "../../i18n/numbers";
import { useLanguage } from "../../i18n/use-language";
import { useWords } from "../../i18n/words";
import { laneNames } from "../../race-view/lane-names";
import { ownDataOf } from "../../state/draft";
import type { KeptRun } from "../../state/kept-run";
import { useOwnData } from "../../state/own-data";
import styles from "./runs.module.css";
import type { RunActions } from "./use-runs";

export interface RunRowProps {
  readonly run: KeptRun;
  readonly isOverlaid: boolean;
  readonly actions: RunActions;
}

/** One race: when, what, how each lane ended. */
export function RunRow({ run, isOverlaid, actions }: RunRowProps) {
  const { t } = useTranslation(["runs", "playground"]);
  const words = useWords();
  const numbers = useNumbers();
  const language = useLanguage();
  const { race, lanes, keptAt } = run;
  const hash = ownDataOf(race);
  const data = useOwnData(({ sets }) => sets?.find((one) => one.hash === hash)?.name);
  const when = new Date(keptAt).toLocaleString(languageTag(language), {
    dateStyle: "short",
    timeStyle: "short",
  });
  const task = data ?? words.task(race.task).name;
  const names = laneNames(race.lanes, words, t("playground:rate.short"));
  return (
    <tr>
      <th scope="row">{when}</th>
      <td>
        {task}
        <span className="soft"> · {words.base(race.base).name}</span>
      </td>
      <td>
        <ul className={styles.lanes}>
          {lanes.map((lane, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a lane is known by its place
            <li key={i}>
              {names[i]} <b>{scoreOf(lane.evaluations.at(-1)?.score ?? null, lane.stoppedAt)}</b>
            </li>
          ))}
        </ul>
      </td>
      <td className={styles.length}>
        {t("playground:steps", { count: race.steps, value: numbers.count(race.steps) })}
        <span className="soft"> · {t("seed", { seed: race.seed })}</span>
      </td>
      <td>
        <span className={styles.actions}>
          <Switch
            isSelected={isOverlaid}
            label={t("overlay")}
            name={t("overlayOf", { task, when })}
            onChange={(on) => actions.overlay(on ? run : null)}
          />
          <IconButton label={t("setUp", { task, when })} onPress={() => actions.setUp(run)}>
            <RotateCcw aria-hidden size={16} />
          </IconButton>
          <IconButton label={t("save", { task, when })} onPress={() => actions.saveFile(run)}>
            <Download aria-hidden size={16} />
          </IconButton>
          <IconButton
            label={t("remove", { task, when })}
            onPress={({ target }) => {
              focusHeading(target);
              actions.remove(run);
            }}
          >
            <Trash2 aria-hidden size={16} />
          </IconButton>
        </span>
      </td>
    </tr>
  );

  function scoreOf(score: number | null, stoppedAt: number | null): string {
    return stoppedAt !== null || score === null ? t("playground:chart.stopped") : numbers.score(score);
  }
}
