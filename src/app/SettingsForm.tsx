import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { Picker } from "../components/Picker";
import { Segmented } from "../components/Segmented";
import { backendDetail } from "../i18n/backend-words";
import { languages } from "../i18n/languages";
import { useRace } from "../race-view/use-race";
import { useSettings } from "../state/settings";
import { OfflineKeep } from "./OfflineKeep";

const themes = ["system", "light", "dark"] as const;
const backends = ["auto", "webgpu", "wasm", "cpu"] as const;
const workerCounts = [1, 2, 4, 8] as const;

/** Language, theme, and where to compute. */
export function SettingsForm() {
  const { t } = useTranslation();
  const { language, theme, backend, workers, change } = useSettings();
  const running = useRace((race) => race.backend);
  const asked = useRace((race) => race.askedBackend);
  const open = useRace((race) => race.open);
  const isElsewhere = backend === null ? asked !== null : backend !== running?.name;
  const choice = backend ?? "auto";
  return (
    <>
      <div>
        <span className="field-label">{t("language.label")}</span>
        <Segmented
          items={languages.map(({ id, name }) => ({ id, label: name }))}
          label={t("language.label")}
          value={language}
          onChange={(id) => change({ language: id })}
        />
      </div>
      <div>
        <span className="field-label">{t("theme.label")}</span>
        <Segmented
          items={themes.map((id) => ({ id, label: t(`theme.${id}`) }))}
          label={t("theme.label")}
          value={theme}
          onChange={(id) => change({ theme: id })}
        />
      </div>
      <div>
        <Picker
          items={backends.map((id) => ({
            id,
            label: id === "auto" ? t("settings.automatic") : t(`backend.names.${id}`),
            hint: t(`backend.hints.${id}`),
          }))}
          label={t("settings.backend")}
          value={choice}
          variant="field"
          onChange={(id) => change({ backend: id === "auto" ? null : id })}
        />
        <p className="field-hint">{t("settings.backendHint")}</p>
      </div>
      <div>
        <Picker
          items={[
            { id: "auto", label: t("settings.automatic"), hint: t("settings.workersAutomatic") },
            ...workerCounts.map((count) => ({
              id: String(count),
              label: t("settings.workerCount", { count }),
            })),
          ]}
          label={t("settings.workers")}
          value={String(workers ?? "auto")}
          variant="field"
          onChange={(id) => change({ workers: id === "auto" ? null : Number(id) })}
        />
        <p className="field-hint">{t("settings.workersHint")}</p>
      </div>
      {running && (
        <p className="small">
          {t("settings.running", {
            backend: t(`backend.names.${running.name}`),
            detail: backendDetail(running, t),
            reason: t(`backend.reasons.${running.reason}`),
          })}
        </p>
      )}
      <OfflineKeep />
      {running && isElsewhere && <Button onPress={() => void open()}>{t("settings.reopen")}</Button>}
    </>
  );
}
