/** Where the built page is served. */
export const port = Number(process.env.E2E_PORT ?? 4273);

/** Where the page that shows the engine is served; unless said otherwise, beside it. */
export const enginePort = Number(process.env.E2E_ENGINE_PORT ?? port + 1);
