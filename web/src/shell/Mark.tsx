/** The product's mark: a flamboyant blossom (hoa phượng) of five petals. Decoration beside the name. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="-16 -16 32 32" aria-hidden="true">
      {[0, 72, 144, 216, 288].map((turn) => (
        <path
          key={turn}
          transform={`rotate(${turn})`}
          fill="var(--blossom)"
          d="M0-2.4C-4.9-4.2-7-9.6-4.4-13.1c1.5-2 3.2-2.3 4.4-1.2 1.2-1.1 2.9-.8 4.4 1.2C7-9.6 4.9-4.2 0-2.4Z"
        />
      ))}
      <circle r="3.1" fill="var(--paper)" />
      <circle r="1.6" fill="var(--blossom)" />
    </svg>
  )
}
