/** What builds a prompt from its parts. The text is the only truth: whoever types it sees the parts follow. */
export interface ComposerProps {
  readonly prompt: string;
  readonly onPrompt: (prompt: string) => void;
}
