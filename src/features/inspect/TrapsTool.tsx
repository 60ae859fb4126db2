import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { useRace } from "../../race-view/use-race";
import { limits } from "../../training/race-spec";
import styles from "./inspect.module.css";
import { TrapRow } from "./TrapRow";
import { findPair, lanesNeeded, type Trap, traps, withoutTrap, withTrap } from "./traps";

export interface TrapsToolProps {
  /** Traps that brought their sound twin along: it leaves with them. */
  readonly twins: ReadonlySet<string>;
  readonly onTwins: (twins: ReadonlySet<string>) => void;
}

/** Known traps, each beside its sound twin in the race above. */
export function TrapsTool({ twins, onTwins }: TrapsToolProps) {
  const { t } = useTranslation("inspect");
  const draft = useRace((race) => race.draft);
  const configure = useRace((race) => race.configure);
  const canPlay = useRace((race) => race.phase === "paused");
  const play = useRace((race) => race.play);
  const turn = (trap: Trap, on: boolean): void => {
    const others = [...twins].filter((id) => id !== trap.id);
    if (on) {
      onTwins(new Set(lanesNeeded(draft, trap) > 1 ? [...others, trap.id] : others));
      configure(withTrap(draft, trap));
    } else {
      onTwins(new Set(others));
      configure(withoutTrap(draft, trap, twins.has(trap.id)));
    }
  };
  const isAnyOn = traps.some((trap) => findPair(draft, trap).trapped >= 0);
  return (
    <>
      <p className={styles.about}>{t("traps.about")}</p>
      <ul className={styles.traps}>
        {traps.map((trap) => (
          <TrapRow key={trap.id} draft={draft} trap={trap} onTurn={(on) => turn(trap, on)} />
        ))}
      </ul>
      <div className={styles.trapsFoot}>
        <Button isDisabled={!isAnyOn || !canPlay} onPress={play}>
          {t("traps.play")}
        </Button>
        <p className="soft small">{t("traps.room", { count: draft.lanes.length, most: limits.lanes.max })}</p>
      </div>
    </>
  );
}
