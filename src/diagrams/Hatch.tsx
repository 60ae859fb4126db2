/** The pattern for what is trained and then thrown away; stands in `defs`. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern height={6} id={id} patternTransform="rotate(45)" patternUnits="userSpaceOnUse" width={6}>
      <rect fill="var(--lane)" height={6} width={2.4} />
    </pattern>
  );
}
