import type { ReactNode, RefObject } from "react";
import { Dialog, DialogTrigger, Heading } from "react-aria-components/Dialog";
import { Popover as AriaPopover } from "react-aria-components/Popover";
import "./overlays.css";

export interface PopoverProps extends DialogPopoverProps {
  /** A Button or IconButton; pressing it opens the popover. */
  readonly trigger: ReactNode;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

interface DialogPopoverProps {
  /** Title, shown and read out. */
  readonly title: string;
  readonly children: ReactNode;
  readonly placement?: "bottom" | "bottom start" | "bottom end" | "top" | "left top" | "right top";
}

/** A small dialog beside its trigger: settings, the options of a lane. Escape and a press outside close it. */
export function Popover({ trigger, isOpen, onOpenChange, ...dialog }: PopoverProps) {
  return (
    <DialogTrigger {...(isOpen !== undefined ? { isOpen } : {})} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger}
      <DialogPopover {...dialog} />
    </DialogTrigger>
  );
}

/** The same beside a trigger that stands elsewhere, and that opens it by itself: it can be fetched when it is asked for. */
export function DialogPopover({
  title,
  children,
  placement = "bottom start",
  ...state
}: DialogPopoverProps & {
  readonly triggerRef?: RefObject<HTMLElement | null>;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}) {
  return (
    <AriaPopover {...state} className="popover" placement={placement} offset={8}>
      <Dialog className="popover-dialog">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
