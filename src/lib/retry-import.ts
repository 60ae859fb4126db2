/** Modules that were fetched under another name, by the name that the page knows. */
const renamed = new Map<string, Promise<unknown>>();
let names = 0;

/**
 * The module that `load`, a single import(), asks for. Some browsers remember for good that a file could not be fetched,
 * even if only the connection was to blame. So we ask once more, and then under a name that is new to the browser.
 * Other files that import the lost one by its own name still fail: for those the page must be reloaded.
 * Rejects as `load` does if every attempt fails, or if the error does not say which script it was.
 */
export async function retryImport<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    // If the second attempt succeeds, the module keeps its name, and no second instance is made.
    return await load().catch(load);
  } catch (error) {
    const [url] = /https?:\/\/\S+\.js\b/.exec(String(error)) ?? [];
    if (url === undefined) throw error;
    // A browser does not send what follows the # to the server.
    const module = renamed.get(url) ?? import(/* @vite-ignore */ `${url}#${++names}`);
    renamed.set(url, module);
    module.catch(() => renamed.delete(url));
    return (await module) as Module;
  }
}
