import { Settings2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { lazyComponent } from "../components/lazy-component";
import { retryImport } from "../lib/retry-import";
import { HeaderButton } from "./HeaderButton";

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
      <HeaderButton ref={button} isOpen={isOpen} label={t("settings.title")} onPress={press}>
        <Settings2 aria-hidden size={18} />
      </HeaderButton>
      {wanted && <SettingsPopover isOpen={isOpen} triggerRef={button} onOpenChange={setOpen} />}
    </>
  );
}
