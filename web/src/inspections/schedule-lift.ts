import type { InspectionRow, SlotView } from '@cchc/domain/inspections/contract.ts'
import { type Slot, slotInWords } from '@cchc/domain/inspections/slot.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Board, type Lift, type LiftedBy, noVerdicts, type Verdicts } from './schedule-board.ts'
import { slotsQuery } from './schedule-data.ts'
import type { Asked, Season } from './schedule-month.ts'
import { moveSlot, slotKey } from './schedule-moves.ts'
import { changesAt, verdictLook } from './schedule-verdicts.ts'

/** What is to be asked before a lifted visit is put down. */
export type Question =
  | { readonly kind: 'schedule'; readonly asked: Asked }
  | { readonly kind: 'move'; readonly row: InspectionRow; readonly to: SlotView; readonly teamGroup: number }
  | { readonly kind: 'swap'; readonly row: InspectionRow; readonly other: InspectionRow }

interface Ways {
  season: Season
  rows: readonly InspectionRow[]
  /** The days on screen, first and last. */
  stretch: { from: string; to: string }
  /** Brings a day into sight. */
  show: (date: string) => void
  question: (question: Question) => void
  /** Moves without a question; the visit goes down where it comes to stand. */
  move: (row: InspectionRow, to: SlotView, teamGroup: number) => void
}

/** Lifting a visit, pointing at half-days, dropping it: one way for mouse, keys and finger. */
export function useLifting({ season, rows, stretch, show, question, move }: Ways) {
  const [lift, setLift] = useState<Lift | null>(null)
  const [said, setSaid] = useState('')
  const verdicts = useVerdicts(lift, stretch)

  const start = (row: InspectionRow, by: LiftedBy) => {
    const first = [season.today, season.from, stretch.from].reduce((a, b) => (a > b ? a : b))
    const at: Slot = row.visitOn
      ? { visitOn: row.visitOn, halfDay: row.halfDay! }
      : { visitOn: first > season.to ? season.to : first, halfDay: 'morning' }
    setLift({ row, by, at, teamGroup: row.teamGroup })
    if (at.visitOn < stretch.from || at.visitOn > stretch.to) show(at.visitOn)
    setSaid(`Đã nhấc ${row.unitName}. Dùng phím mũi tên để chọn buổi, Enter để đặt, Escape để giữ chỗ cũ.`)
  }
  const putBack = useCallback(() => {
    setLift((current) => {
      if (current) {
        setSaid(`${current.row.unitName} giữ lịch cũ.`)
        focusChip(current.row.inspectionId)
      }
      return null
    })
  }, [])
  const point = (at: Slot) =>
    setLift((current) => current && (slotKey(current.at) === slotKey(at) ? current : { ...current, at }))
  const setGroup = (teamGroup: number) => setLift((current) => current && { ...current, teamGroup })

  const drop = (slot: Slot) => {
    if (!lift) return
    const view = verdicts.slots.get(slotKey(slot))
    point(slot)
    if (!view) return setSaid('Đang xem buổi này có vướng gì không; thử lại sau giây lát.')
    if (view.verdict === 'stands') return putBack()
    const other = rows.find(({ inspectionId }) => inspectionId === view.swapWith)
    if (other) return question({ kind: 'swap', row: lift.row, other })
    if (view.verdict === 'blocked') {
      // The panel shows why; whoever does not see it is told.
      return setSaid(`Không đặt được vào ${slotInWords(slot)}. ${view.problems[0]?.sentence ?? ''}`)
    }
    if (lift.row.visitOn === null)
      return question({ kind: 'schedule', asked: { inspectionId: lift.row.inspectionId, ...slot } })
    const changes = verdicts.changes && changesAt(verdicts.changes, lift.row, view)
    const mustAsk = changes?.needsReason || (lift.by === 'touch' && view.verdict === 'warned')
    if (mustAsk) return question({ kind: 'move', row: lift.row, to: view, teamGroup: lift.teamGroup })
    setLift(null)
    move(lift.row, view, lift.teamGroup)
  }

  useKeys(lift, { season, stretch, show, point, putBack })
  useShownPlace(lift)
  useSpokenVerdict(lift, verdicts, setSaid)

  const lifting: NonNullable<Board['lifting']> = {
    lift,
    verdicts,
    start,
    point,
    drop,
    putBack,
    setGroup,
    ask: (asked) => question({ kind: 'schedule', asked }),
  }
  return { lifting, said, say: setSaid, letGo: () => setLift(null) }
}

function useVerdicts(lift: Lift | null, { from, to }: Ways['stretch']): Verdicts {
  const { data } = useQuery({
    ...slotsQuery(lift?.row.inspectionId ?? '', from, to, lift?.teamGroup ?? 1),
    enabled: lift !== null,
    placeholderData: keepPreviousData,
  })
  return useMemo(
    () => (lift && data ? { ...data, slots: new Map(data.slots.map((slot) => [slotKey(slot), slot])) } : noVerdicts),
    [lift, data],
  )
}

/** Arrows and page keys lead the lifted visit over the board, Escape puts it back; dialogs keep their own keys. */
function useKeys(
  lift: Lift | null,
  ways: Pick<Ways, 'season' | 'stretch' | 'show'> & { point: (slot: Slot) => void; putBack: () => void },
) {
  const latest = useRef(ways)
  latest.current = ways
  useEffect(() => {
    if (!lift) return
    const onKeyDown = (event: KeyboardEvent) => {
      const { season, stretch, show, point, putBack } = latest.current
      if (document.querySelector('dialog[open]')) return
      if (event.target instanceof Element && event.target.closest('input, select, textarea')) return
      if (event.key === 'Escape') {
        event.preventDefault()
        return putBack()
      }
      const next = moveSlot(lift.at, event.key, season)
      if (!next || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      point(next)
      if (next.visitOn < stretch.from || next.visitOn > stretch.to) show(next.visitOn)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [lift])
  const at = lift && slotKey(lift.at)
  const follows = lift?.by === 'keys'
  // Also when the days on screen have changed under the lifted visit.
  const first = ways.stretch.from
  useEffect(() => {
    if (follows && at && first) document.querySelector<HTMLElement>(`[data-slot="${at}"]`)?.focus()
  }, [follows, at, first])
}

/** A finger has lifted a visit out of a list that is now another: brings where it stood back into sight. */
function useShownPlace(lift: Lift | null) {
  const id = lift?.by === 'touch' ? lift.row.inspectionId : null
  const key = lift && slotKey(lift.at)
  const start = useRef(key)
  start.current = key
  useEffect(() => {
    if (id) document.querySelector(`[data-slot="${start.current}"]`)?.scrollIntoView({ block: 'center' })
  }, [id])
}

/** Says the verdict on the half-day that the keys have come to: its button alone does not say why. */
function useSpokenVerdict(lift: Lift | null, verdicts: Verdicts, say: (words: string) => void) {
  const view = lift && verdicts.slots.get(slotKey(lift.at))
  const speak = lift?.by === 'keys'
  useEffect(() => {
    if (!speak || !view || view.verdict === 'stands') return
    const sentences = view.problems.map(({ sentence }) => sentence).join(' ')
    say(`${slotInWords(view)}: ${verdictLook(view).words}. ${sentences}`)
  }, [speak, view, say])
}

/** Gives the focus to a visit's chip, once it is drawn again. */
export function focusChip(inspectionId: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-chip="${inspectionId}"]`)?.focus()),
  )
}
