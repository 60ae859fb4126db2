import type { LessonLane } from "./use-lesson-lanes";

/** The lanes as heads of columns, each in its colour. */
export function LaneHeads({ lanes }: { readonly lanes: readonly LessonLane[] }) {
  return lanes.map(({ look }) => (
    <th key={look.key} scope="col" style={{ color: look.color }}>
      {look.name}
    </th>
  ));
}
