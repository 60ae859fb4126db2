import { Upload } from "lucide-react";
import { type ChangeEvent, useRef } from "react";
import { Button } from "./Button";

export interface FileButtonProps {
  /** On the button. */
  readonly label: string;
  /** Endings or types of the files, as an input takes them. */
  readonly accept: string;
  readonly isDisabled?: boolean;
  readonly onChoose: (file: File) => void;
}

/** Asks for a file of the user's; the same one may be chosen twice. */
export function FileButton({ label, accept, isDisabled = false, onChoose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const chosen = event.target.files?.[0];
    event.target.value = "";
    if (chosen) onChoose(chosen);
  };
  return (
    <>
      <Button
        icon={<Upload aria-hidden size={16} />}
        isDisabled={isDisabled}
        onPress={() => input.current?.click()}
      >
        {label}
      </Button>
      <input ref={input} hidden accept={accept} aria-label={label} type="file" onChange={take} />
    </>
  );
}
