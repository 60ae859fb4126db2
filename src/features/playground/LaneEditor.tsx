import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { OptionsForm } from "../../components/OptionsForm";
import { Picker } from "../../components/Picker";
import { useWords } from "../../i18n/words";
import { findMethod, methods } from "../../methods/index";
import { TakeToRealModel } from "../../race-view/TakeToRealModel";
import { useRace } from "../../race-view/use-race";
import { removeLane, replaceLane } from "../../state/draft";
import { defaultLane, usualRate } from "../../training/default-race";
import { limits } from "../../training/race-spec";
import { AdapterFile } from "./AdapterFile";
import { ExportMenu } from "./ExportMenu";
import { RateControl } from "./RateControl";

/** Everything about one lane: method, options, rate, its adapter's file. */
export function LaneEditor({ lane }: { readonly lane: number }) {
  const { t } = useTranslation("playground");
  const words = useWords();
  const draft = useRace((race) => race.draft);
  const configure = useRace((race) => race.configure);
  const spec = draft.lanes[lane];
  const method = spec && findMethod(spec.method);
  if (!spec || !method) return null;
  return (
    <>
      <Picker
        items={methods.map(({ id }) => ({
          id,
          label: words.method(id).name,
          hint: words.method(id).sentence,
        }))}
        label={t("lane.method")}
        value={spec.method}
        variant="field"
        onChange={(id) => configure(replaceLane(draft, lane, defaultLane(id, draft.base)))}
      />
      <OptionsForm
        method={method.id}
        specs={method.options}
        values={spec.options}
        onChange={(options) => configure(replaceLane(draft, lane, { ...spec, options }))}
      />
      <RateControl lane={lane} spec={spec} usual={usualRate(method.id, draft.base)} />
      <AdapterFile lane={lane} />
      <ExportMenu lane={lane}>
        <TakeToRealModel method={method.id} options={spec.options} />
      </ExportMenu>
      {draft.lanes.length > limits.lanes.min && (
        <Button icon={<Trash2 aria-hidden size={16} />} onPress={() => configure(removeLane(draft, lane))}>
          {t("lane.remove")}
        </Button>
      )}
    </>
  );
}
