import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Switch } from "../../components/Switch";
import { useRace, useRaceStore } from "../../race-view/use-race";
import styles from "./AttachSwitch.module.css";

/** Takes a lane's adapter off, so that the base answers for it, and puts it back on. */
export const AttachSwitch = memo(function AttachSwitch({
  lane,
  name,
}: {
  readonly lane: number;
  readonly name: string;
}) {
  const store = useRaceStore();
  const { t } = useTranslation("playground");
  const off = useRace((race) => race.adaptersOff.includes(lane));
  const change = (on: boolean): void => {
    const { takeAdaptersOff, adaptersOff } = store.getState();
    takeAdaptersOff(on ? adaptersOff.filter((other) => other !== lane) : [...adaptersOff, lane]);
  };
  return (
    <div className={styles.room} title={t(off ? "answers.putOn" : "answers.takeOff", { name })}>
      <Switch
        isSelected={!off}
        label={t(off ? "answers.off" : "answers.on")}
        name={t("answers.tunedPart", { name })}
        onChange={change}
      />
    </div>
  );
});
