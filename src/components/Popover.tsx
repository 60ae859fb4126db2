import type { ReactNode } from "react";
import { Dialog, DialogTrigger, Heading } from "react-aria-components/Dialog";
import { Popover as AriaPopover } from "react-aria-components/Popover";
import "./overlays.css";

export interface PopoverProps {
  /** A Button or IconButton; pressing it opens the popover. */
  readonly trigger: ReactNode;
  /** Title, shown and read out. */
  readonly title: string;
  readonly children: ReactNode;
  readonly placement?: "bottom" | "bottom start" | "bottom end" | "top" | "left top" | "right top";
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

/** A small dialog beside its trigger: settings, the options of a lane. Escape and a press outside close it. */
export function Popover({ trigger, title, children, placement = "bottom start", ...state }: PopoverProps) {
  return (
    <DialogTrigger {...state}>
      {trigger}
      <AriaPopover className="popover" placement={placement} offset={8}>
        <Dialog className="popover-dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
