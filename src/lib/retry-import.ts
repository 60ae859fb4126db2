/** Modules that came under another name, by the name they have in the page. */
const renamed = new Map<string, Promise<unknown>>();
let names = 0;

/**
 * The module that `load`, a single import(), asks for. Some browsers keep it for good that a file could not be fetched,
 * also where the connection was to blame: so it is asked for once more, and then under a name that is new to the browser.
 * That does not help other files that name the lost one themselves: for those the page must be loaded anew.
 * Rejects as `load` does where all fails, or where the failure does not say which script it was.
 */
export async function retryImport<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    // Where the second attempt reaches the network, the module keeps its name, and there is one of it.
    return await load().catch(load);
  } catch (error) {
    const [url] = /https?:\/\/\S+\.js\b/.exec(String(error)) ?? [];
    if (url === undefined) throw error;
    // Servers are not told what follows the #.
    const module = renamed.get(url) ?? import(/* @vite-ignore */ `${url}#${++names}`);
    renamed.set(url, module);
    module.catch(() => renamed.delete(url));
    return (await module) as Module;
  }
}
