import { Settings2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../components/IconButton";
import { lazyComponent } from "../components/lazy-component";
import { retryImport } from "../lib/retry-import";

/** The lists and popovers of the settings are a quarter of the shell: they are fetched when they are asked for. */
const SettingsPopover = lazyComponent(() =>
  retryImport(() => import("./SettingsPopover")).then((settings) => settings.SettingsPopover),
);

export function SettingsButton() {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [wanted, setWanted] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const press = (): void => {
    setWanted(true);
    setOpen(true);
  };
  return (
    <>
      <IconButton ref={button} isOpen={isOpen} label={t("settings.title")} onPress={press}>
        <Settings2 aria-hidden size={18} />
      </IconButton>
      {wanted && <SettingsPopover isOpen={isOpen} triggerRef={button} onOpenChange={setOpen} />}
    </>
  );
}
