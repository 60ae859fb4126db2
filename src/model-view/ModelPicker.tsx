import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { SearchField } from "react-aria-components/SearchField";
import { Select, SelectValue } from "react-aria-components/Select";
import { Text } from "react-aria-components/Text";
import { useTranslation } from "react-i18next";
import type { Architecture } from "../counting/architecture";
import styles from "./ModelPicker.module.css";
import "../components/controls.css";
import "../components/overlays.css";
import { findModels } from "./find-models";

export interface ModelPickerProps {
  readonly model: string;
  /** Shown in its place. */
  readonly own: Architecture | null;
  readonly onChoose: (model: string) => void;
}

/** A model by its name: a list that is searched by any part of a name, and forgives a slip of the finger. */
export function ModelPicker({ model, own, onChoose }: ModelPickerProps) {
  const { t } = useTranslation("realModels");
  const [asked, ask] = useState("");
  const { ids, isNear } = findModels(asked);
  return (
    <Select
      className="picker picker-field"
      value={own ? null : model}
      onChange={(key) => {
        if (key !== null) onChoose(String(key));
      }}
      onOpenChange={() => ask("")}
    >
      <Label className="field-label">{t("choices.model")}</Label>
      <Button className="picker-button">
        <SelectValue className="picker-value">{() => own?.id ?? model}</SelectValue>
        <ChevronDown aria-hidden size={16} strokeWidth={2.5} />
      </Button>
      <Popover className={`popover picker-popover ${styles.popover}`} offset={6} placement="bottom start">
        <Autocomplete inputValue={asked} onInputChange={ask}>
          <SearchField autoFocus aria-label={t("choices.search")} className={styles.search ?? ""}>
            <Input className={styles.input ?? ""} placeholder={t("choices.search")} />
          </SearchField>
          {isNear && <p className={`${styles.near} soft small`}>{t("choices.near")}</p>}
          <ListBox
            className="picker-list"
            renderEmptyState={() => <p className={`${styles.near} soft small`}>{t("choices.noSuchModel")}</p>}
          >
            {ids.map((id) => (
              <ListBoxItem key={id} id={id} className="picker-item" textValue={id}>
                <Text slot="label">{id}</Text>
              </ListBoxItem>
            ))}
          </ListBox>
        </Autocomplete>
      </Popover>
    </Select>
  );
}
