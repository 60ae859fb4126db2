import { Share2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { lazyComponent } from "../components/lazy-component";
import { loadWords } from "../i18n/i18n";
import { retryImport } from "../lib/retry-import";
import type { EmbedKind } from "./embed-query";

/** Fetched when it is asked for, with its words. */
const SharePopover = lazyComponent(async () => {
  const [panel] = await Promise.all([retryImport(() => import("./SharePopover")), loadWords(["embed"])]);
  return panel.SharePopover;
});

export interface ShareButtonProps {
  readonly kind: EmbedKind;
  /** The page to share, asked for when the panel opens: "/lessons/lora/zero". */
  readonly place: () => string;
  /** Its figure alone: "/embed/lesson?id=lora&step=zero". */
  readonly figure: () => string;
}

/** Opens the panel from which a teacher takes a link, a QR code, or the figure for a page of their own. */
export function ShareButton({ kind, place, figure }: ShareButtonProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLSpanElement>(null);
  const [wanted, setWanted] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const press = (): void => {
    setWanted(true);
    setOpen(true);
  };
  return (
    <span ref={frame}>
      <Button icon={<Share2 aria-hidden size={15} />} variant="quiet" onPress={press}>
        {t("share")}
      </Button>
      {wanted && (
        <SharePopover
          figure={figure()}
          isOpen={isOpen}
          kind={kind}
          place={place()}
          triggerRef={frame}
          onOpenChange={setOpen}
        />
      )}
    </span>
  );
}
