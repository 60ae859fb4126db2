import { lazy, Suspense } from "react";
import "./closer.css";

const Tools = lazy(() => import("./CloserTools").then((tools) => ({ default: tools.CloserTools })));

/** The tools that take a lane apart, fetched beside the page; their room is kept. */
export function CloserLook() {
  return (
    <div className="closer-room">
      <Suspense>
        <Tools />
      </Suspense>
    </div>
  );
}
