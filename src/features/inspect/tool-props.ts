export interface ToolProps {
  /** Whether it can be seen: nothing is asked of the lanes for nobody. */
  readonly watched: boolean;
}
