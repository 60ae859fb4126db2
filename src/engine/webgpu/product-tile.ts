// WGSL building blocks of the product programs: tiles of four rows by four columns.

/** WGSL: the element of a matrix at a row and a column. */
export type Element = (row: string, column: string) => string;

/** WGSL: adds to sum0 … sum3, four rows by four columns, the products of A and B over `k` from `from` to `to`. */
export function accumulate(
  a: Element,
  b: Element,
  range: { from: string; to: string; by?: string },
  extra = "",
): string {
  const columns = ["column", "column + 1u", "column + 2u", "column + 3u"].map((column) => b("k", column));
  return `for (var k = ${range.from}; k < ${range.to}; k += ${range.by ?? "1u"}) {
    let right = vec4f(${columns.join(", ")});
    ${[0, 1, 2, 3].map((i) => `sum${i} += ${a(`(row + ${i}u)`, "k")} * right;`).join("\n    ")}
    ${extra}
  }`;
}

const sums = [0, 1, 2, 3].map((i) => `var sum${i} = vec4f();`).join(" ");

/** Names of the sizes of a product A B: (rows, inner) · (inner, columns). */
interface Sizes {
  readonly rows: string;
  readonly inner: string;
  readonly columns: string;
}

/**
 * WGSL: a function `name` that computes the tile of A B with this index and writes it to `target`. `before` may start the
 * sums with something else than 0; `plus` is an element that is added at the end.
 */
export const productTile = (
  name: string,
  [a, b]: readonly [Element, Element],
  { rows, inner, columns }: Sizes,
  target: string,
  { before = "", plus }: { before?: string; plus?: Element | undefined } = {},
): string => `
fn ${name}Row(row: u32, column: u32, sum: vec4f) {
  if (row >= sizes.${rows}) { return; }
  for (var j = 0u; j < 4u && column + j < sizes.${columns}; j++) {
    ${target}[row * sizes.${columns} + column + j] = sum[j]${plus ? ` + ${plus("row", "column + j")}` : ""};
  }
}
fn ${name}(index: u32) {
  let across = (sizes.${columns} + 3u) / 4u;
  let row = index / across * 4u;
  let column = index % across * 4u;
  if (row >= sizes.${rows}) { return; }
  ${sums}
  ${before}
  ${accumulate(a, b, { from: "0u", to: `sizes.${inner}` })}
  ${[0, 1, 2, 3].map((i) => `${name}Row(row + ${i}u, column, sum${i});`).join(" ")}
}`;

/**
 * What `weightGradient` computes: leftᵀ right, left (sizes.rows, high), right (sizes.rows, wide), each element times
 * `factor`.
 */
interface WeightGradient {
  readonly left: string;
  readonly right: string;
  readonly high: string;
  readonly wide: string;
  /** Also the sums of the rows of `right`, written to db. */
  readonly bias?: boolean;
  readonly factor?: string;
}

/**
 * WGSL: a function `makeDw` in which a workgroup computes 16 tiles of the gradient by a weight. The sums over all rows are
 * long, so that four threads share each tile and add their parts.
 */
export function weightGradient({ left, right, high, wide, bias, factor }: WeightGradient): string {
  const parts = bias ? 5 : 4;
  return `
var<workgroup> partial: array<vec4f, ${64 * parts}>;
fn makeDw(group: u32, local: u32) {
  let across = (${wide} + 3u) / 4u;
  let tile = group * 16u + local / 4u;
  let row = tile / across * 4u;
  let column = tile % across * 4u;
  ${sums} var sum4 = vec4f();
  if (row < ${high}) {
    ${accumulate(
      (i, k) => `${left}[${k} * ${high} + ${i}]`,
      (k, j) => `${right}[${k} * ${wide} + ${j}]`,
      { from: "local % 4u", to: "sizes.rows", by: "4u" },
      bias ? "sum4 += right;" : "",
    )}
  }
  ${Array.from({ length: parts }, (_, i) => `partial[local * ${parts}u + ${i}u] = sum${i};`).join(" ")}
  workgroupBarrier();
  for (var job = local; job < ${16 * parts}u; job += 64u) {
    let part = job % ${parts}u;
    let first = job / ${parts}u * 4u;
    var total = vec4f();
    for (var slice = first; slice < first + 4u; slice++) { total += partial[slice * ${parts}u + part]; }
    let mine = group * 16u + first / 4u;
    let top = mine / across * 4u;
    let start = mine % across * 4u;
    for (var j = 0u; j < 4u && start + j < ${wide}; j++) {
      if (part < 4u && top + part < ${high}) { dw[(top + part) * ${wide} + start + j] = ${factor ? `${factor} * ` : ""}total[j]; }
      ${bias ? "if (part == 4u && top == 0u) { db[start + j] = total[j]; }" : ""}
    }
  }
}`;
}

/** The number of tiles of a matrix of this size. */
export const tiles = (rows: number, columns: number): number => Math.ceil(rows / 4) * Math.ceil(columns / 4);

/** The number of workgroups in which `makeDw` computes a gradient of this size. */
export const weightGroups = (rows: number, columns: number): number => Math.ceil(tiles(rows, columns) / 16);
