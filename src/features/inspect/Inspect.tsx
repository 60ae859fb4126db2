import { part } from "../../components/part";
import { imported } from "../../lib/imported";
import "./inspect.css";

const Tools = part(() => imported(() => import("./InspectTools")).then((tools) => tools.InspectTools));

/** The tools that take a lane apart, fetched beside the page; their room is kept. */
export function Inspect() {
  return (
    <div className="inspect-room">
      <Tools />
    </div>
  );
}
