import { lazyComponent } from "../../components/lazy-component";
import { retryImport } from "../../lib/retry-import";
import styles from "./inspect.module.css";

const Tools = lazyComponent(() =>
  retryImport(() => import("./InspectTools")).then((tools) => tools.InspectTools),
);

/** The tools that take a lane apart, fetched beside the page; their room is kept. */
export function Inspect() {
  return (
    <div className={styles.room}>
      <Tools />
    </div>
  );
}
