import { SlidersHorizontal } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../components/IconButton";
import { NumberField } from "../../components/NumberField";
import { Popover } from "../../components/Popover";
import { useRace } from "../../race-view/use-race";
import { limits } from "../../training/race-spec";
import styles from "./sentence.module.css";

/** Batch, exact steps and seed. */
export function Advanced() {
  const { t } = useTranslation("playground");
  const draft = useRace((race) => race.draft);
  const configure = useRace((race) => race.configure);
  return (
    <Popover
      placement="bottom end"
      title={t("advanced.title")}
      trigger={
        <IconButton className={styles.more} label={t("advanced.title")}>
          <SlidersHorizontal aria-hidden size={18} />
        </IconButton>
      }
    >
      {(["batch", "steps", "seed"] as const).map((name) => (
        <NumberField
          key={name}
          hint={t(`advanced.${name}Hint`, limits[name])}
          label={t(`advanced.${name}`)}
          max={limits[name].max}
          min={limits[name].min}
          value={draft[name]}
          onChange={(value) => configure({ ...draft, [name]: value })}
        />
      ))}
    </Popover>
  );
}
