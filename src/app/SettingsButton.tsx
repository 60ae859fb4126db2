import { Settings2 } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../components/IconButton";

/** The lists and popovers of the settings are a quarter of the shell: they are fetched when they are asked for. */
const SettingsPopover = lazy(() =>
  import("./SettingsPopover").then((settings) => ({ default: settings.SettingsPopover })),
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
      {wanted && (
        <Suspense>
          <SettingsPopover isOpen={isOpen} triggerRef={button} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  );
}
