import { MethodPage } from "./MethodPage";
import { MethodsMap } from "./MethodsMap";

/** The map of all methods, or one method with its source file. */
export function Methods({ id }: { readonly id?: string | undefined }) {
  return id === undefined ? <MethodsMap /> : <MethodPage id={id} />;
}
