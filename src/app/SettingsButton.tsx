import { Settings2 } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { lazyComponent } from "../components/lazy-component";
import { usePopoverOnDemand } from "../components/use-popover-on-demand";
import { retryImport } from "../lib/retry-import";
import { HeaderButton } from "./HeaderButton";

/** The lists and popovers of the settings are a quarter of the shell: they are fetched when they are asked for. */
const SettingsPopover = lazyComponent(() =>
  retryImport(() => import("./SettingsPopover")).then((settings) => settings.SettingsPopover),
);

export function SettingsButton() {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const { isOpen, isWanted, setOpen } = usePopoverOnDemand();
  return (
    <>
      <HeaderButton ref={button} isOpen={isOpen} label={t("settings.title")} onPress={() => setOpen(true)}>
        <Settings2 aria-hidden size={18} />
      </HeaderButton>
      {isWanted && <SettingsPopover isOpen={isOpen} triggerRef={button} onOpenChange={setOpen} />}
    </>
  );
}
