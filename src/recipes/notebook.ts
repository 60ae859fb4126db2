import type { Script } from "./script";

/** The script as a Jupyter notebook (nbformat 4.5): the same code, a section a cell. */
export function notebookText({ about, sections }: Script): string {
  const cells = [
    markdown("about", about.join("\n")),
    ...sections.flatMap(({ title, code: text }) => {
      const id = title.toLowerCase();
      return [markdown(`${id}-title`, `## ${title}`), code(id, text)];
    }),
    markdown("run-title", "## Run"),
    code(
      "run",
      `main([])  # settings go in here: main(["--epochs", "1"])\n# On several GPUs: from accelerate import notebook_launcher; notebook_launcher(main, args=([],), num_processes=2)`,
    ),
  ];
  const metadata = {
    kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
    language_info: { name: "python" },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

function markdown(id: string, text: string): object {
  return { cell_type: "markdown", id, metadata: {}, source: lines(text) };
}

function code(id: string, text: string): object {
  return { cell_type: "code", id, metadata: {}, execution_count: null, outputs: [], source: lines(text) };
}

/** nbformat keeps text in lines, each with its break but the last. */
function lines(text: string): string[] {
  return text.split("\n").map((line, index, all) => (index < all.length - 1 ? `${line}\n` : line));
}
