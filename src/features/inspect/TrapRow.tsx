import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { Switch } from "../../components/Switch";
import { useRace } from "../../race-view/use-race";
import type { RaceSpec } from "../../training/race-spec";
import styles from "./inspect.module.css";
import { TrapLosses } from "./TrapLosses";
import { findPair, hasRoom, lanesNeeded, numbersOf, onlyPair, type Trap } from "./traps";

export interface TrapRowProps {
  readonly draft: RaceSpec;
  readonly trap: Trap;
  readonly onTurn: (on: boolean) => void;
}

/** One trap: its switch, why it is one, what to look at, and how the two are doing. */
export function TrapRow({ draft, trap, onTurn }: TrapRowProps) {
  const { t } = useTranslation("inspect");
  const configure = useRace((race) => race.configure);
  const pair = findPair(draft, trap);
  const isOn = pair.trapped >= 0;
  const fits = isOn || hasRoom(draft, trap);
  return (
    <li className={styles.trap}>
      <Switch isDisabled={!fits} isSelected={isOn} label={t(`traps.${trap.id}.name`)} onChange={onTurn} />
      <p>{t(`traps.${trap.id}.why`, { ...numbersOf(draft, trap) })}</p>
      <p className="soft">{t(`traps.${trap.id}.look`)}</p>
      {isOn && <TrapLosses pair={pair} />}
      {!fits && (
        <div className={styles.trapFull}>
          <p className="soft small">{t("traps.full", { count: lanesNeeded(draft, trap) })}</p>
          <Button
            label={t("traps.onlyOf", { name: t(`traps.${trap.id}.name`) })}
            onPress={() => configure(onlyPair(draft, trap))}
          >
            {t("traps.only")}
          </Button>
        </div>
      )}
    </li>
  );
}
