import type { ReactNode, Ref } from "react";

export interface HeaderButtonProps {
  /** Says what it does: accessible name and tooltip. */
  readonly label: string;
  /** The icon, 18 px (lucide-react). */
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
  /** Where it opens a dialog: whether that is open. */
  readonly isOpen?: boolean;
}

/** As IconButton, but the browser's own: every page waits for the header, and the overlays of a tooltip weigh 20 kB. */
export function HeaderButton({ label, children, onPress, ref, isOpen }: HeaderButtonProps) {
  return (
    <button
      ref={ref}
      {...(isOpen === undefined ? {} : { "aria-haspopup": "dialog" as const, "aria-expanded": isOpen })}
      aria-label={label}
      className="button button-icon"
      title={label}
      type="button"
      onClick={onPress}
    >
      {children}
    </button>
  );
}
