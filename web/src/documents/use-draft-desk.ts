import { useEffect, useMemo, useRef } from 'react'
import { type Draft, DraftDesk, type DraftDeskOptions } from './draft-desk.ts'

/** The desk of one draft, kept in step with what the server says. `identity` changes when another draft is opened. */
export function useDraftDesk(
  identity: string,
  draft: Draft,
  writable: boolean,
  options: () => DraftDeskOptions,
): DraftDesk {
  const make = useRef(options)
  // The first draft fills the desk; the later ones are absorbed below.
  const desk = useMemo(() => new DraftDesk(draft, writable, make.current()), [identity])
  useEffect(() => desk.absorb(draft, writable), [desk, draft, writable])
  return desk
}
