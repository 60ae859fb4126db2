import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { DialogPopover } from "../components/Popover";
import { SettingsForm } from "./SettingsForm";

export interface SettingsPopoverProps {
  readonly triggerRef: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

export function SettingsPopover(props: SettingsPopoverProps) {
  const { t } = useTranslation();
  return (
    <DialogPopover {...props} placement="bottom end" title={t("settings.title")}>
      <SettingsForm />
    </DialogPopover>
  );
}
