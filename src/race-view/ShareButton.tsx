import { Share2 } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { lazyComponent } from "../components/lazy-component";
import { usePopoverOnDemand } from "../components/use-popover-on-demand";
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
  /** The page to share: "/lessons/lora/zero". */
  readonly place: string;
  /** Its figure alone: "/embed/lesson?id=lora&step=zero". */
  readonly figure: string;
}

/** Opens the panel from which a teacher takes a link, a QR code, or the figure for a page of their own. */
export function ShareButton({ kind, place, figure }: ShareButtonProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLSpanElement>(null);
  const { isOpen, isWanted, setOpen } = usePopoverOnDemand();
  return (
    <span ref={frame}>
      <Button icon={<Share2 aria-hidden size={15} />} variant="quiet" onPress={() => setOpen(true)}>
        {t("share")}
      </Button>
      {isWanted && (
        <SharePopover
          figure={figure}
          isOpen={isOpen}
          kind={kind}
          place={place}
          triggerRef={frame}
          onOpenChange={setOpen}
        />
      )}
    </span>
  );
}
