let names = 0;

/**
 * The module that `load`, a single import(), asks for. Some browsers keep it for good that a file could not be fetched,
 * also where the connection was to blame: so it is asked for once more, under a name that is new to the browser.
 * Rejects as `load` does where that fails too, or where the failure does not say which file it was.
 */
export async function imported<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const [url] = /https?:\/\/\S+/.exec(String(error)) ?? [];
    if (url === undefined) throw error;
    // Servers are not told what follows the #.
    return (await import(/* @vite-ignore */ `${url}#${++names}`)) as Module;
  }
}
