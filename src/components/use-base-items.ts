import { bases } from "../bases/index";
import { useWords } from "../i18n/words";

/** Every base as an item of a picker, in the reader's language. */
export function useBaseItems() {
  const words = useWords();
  return bases.map(({ id }) => ({ id, label: words.base(id).name, hint: words.base(id).description }));
}
