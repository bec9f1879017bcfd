import type { KeyboardEvent } from 'react'

const focusable = 'a[href], button:not(:disabled)'

/** Up and down arrows in a table body: from a link or button to the first one of the next row that has any. */
export function moveBetweenRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const from = event.target as HTMLElement
  if (!from.matches(focusable)) return
  const step = event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling'
  for (let row = from.closest('tr')?.[step]; row; row = row[step]) {
    const target = row.querySelector<HTMLElement>(focusable)
    if (target) {
      event.preventDefault()
      target.focus()
      return
    }
  }
}
