/** The product's mark: a flamboyant blossom (hoa phượng) of five petals. Decoration beside the name. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="-16 -16 32 32" aria-hidden="true">
      {[0, 72, 144, 216, 288].map((turn) => (
        <path
          key={turn}
          transform={`rotate(${turn})`}
          fill="var(--blossom)"
          d="M0-2.6C-4.6-4.6-6-9.4-3.6-13.2c1.2-1.9 2.6-2 3.6-.5 1-1.5 2.4-1.4 3.6.5C6-9.4 4.6-4.6 0-2.6Z"
        />
      ))}
      <circle r="3.1" fill="var(--paper)" />
      <circle r="1.6" fill="var(--blossom)" />
    </svg>
  )
}
