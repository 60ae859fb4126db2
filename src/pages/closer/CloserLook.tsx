import { part } from "../../components/part";
import { imported } from "../../lib/imported";
import "./closer.css";

const Tools = part(() => imported(() => import("./CloserTools")).then((tools) => tools.CloserTools));

/** The tools that take a lane apart, fetched beside the page; their room is kept. */
export function CloserLook() {
  return (
    <div className="closer-room">
      <Tools />
    </div>
  );
}
