import { useState } from "react";

export interface PopoverOnDemand {
  readonly isOpen: boolean;
  /** It has been opened: from then on it is drawn, so that it can close as it opened. */
  readonly isWanted: boolean;
  setOpen(isOpen: boolean): void;
}

/** The state of a popover that is fetched when it is first opened. */
export function usePopoverOnDemand(): PopoverOnDemand {
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  return {
    isOpen,
    isWanted,
    setOpen(next) {
      if (next) setWanted(true);
      setOpen(next);
    },
  };
}
