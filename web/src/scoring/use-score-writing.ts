import type { ScoreView, UnitScoring } from '@cchc/domain/scoring/scores-contract.ts'
import type { ScoreSide } from '@cchc/domain/scoring/states.ts'
import { useEffect, useRef, useState } from 'react'
import { Refusal, sentenceOf } from '../platform/refusal.ts'
import { type Given, giveScore } from './data.ts'

/** One side of one criterion as it is being written. */
export interface ScoreWriting {
  readonly draft: Given
  readonly phase: 'still' | 'waiting' | 'saving' | 'saved' | 'failed' | 'clash'
  readonly problem: string
  /** What stands instead, while two have written. */
  readonly theirs: ScoreView | null
  /** Types on without saving. */
  write(given: Given): void
  /** Takes a value and saves it, or waits where it is not whole yet. */
  give(given: Given, whole: boolean): void
  /** Saves the same once more, such as on figures that have changed. */
  again(): void
  keepMine(): void
  keepTheirs(): void
}

const blank: Given = { points: null, choiceKey: null, text: '' }
const givenIn = (score: ScoreView | null): Given =>
  score ? { points: score.points, choiceKey: score.choiceKey, text: score.text } : blank
const same = (a: Given, b: Given) => a.points === b.points && a.choiceKey === b.choiceKey && a.text === b.text

/** The side's own score in the unit's view. */
const scoreIn = (view: UnitScoring, criterionKey: string, side: ScoreSide) =>
  view.groups.flatMap(({ criteria }) => criteria).find(({ criterion }) => criterion.key === criterionKey)?.[side] ??
  null

/**
 * Writing one side of one criterion. What is typed stays as it is while it is saved; what somebody else saved is taken over
 * where nothing has been typed, and clashes where something has.
 */
export function useScoreWriting(
  inspectionId: string,
  criterionKey: string,
  side: ScoreSide,
  saved: ScoreView | null,
): ScoreWriting {
  const [draft, setDraft] = useState(() => givenIn(saved))
  const [known, setKnown] = useState(saved)
  const [phase, setPhase] = useState<ScoreWriting['phase']>(saved ? 'saved' : 'still')
  const [problem, setProblem] = useState('')
  const [theirs, setTheirs] = useState<ScoreView | null>(null)
  /** The revision that the next save starts from. */
  const revision = useRef(saved?.revision ?? 0)

  useEffect(() => {
    if (saved === null || saved.revision <= (known?.revision ?? 0) || !same(draft, givenIn(known))) return
    setDraft(givenIn(saved))
    setKnown(saved)
    revision.current = saved.revision
  }, [saved, known, draft])

  const send = async (given: Given) => {
    setPhase('saving')
    try {
      const view = await giveScore(inspectionId, criterionKey, side, given, () => revision.current)
      const mine = scoreIn(view, criterionKey, side)
      revision.current = mine?.revision ?? 0
      setKnown(mine)
      setTheirs(null)
      setPhase('saved')
    } catch (error) {
      const other = error instanceof Refusal ? (error.details as { theirs?: ScoreView | null } | null) : null
      if (error instanceof Refusal && error.code === 'changed-meanwhile' && other?.theirs) {
        setTheirs(other.theirs)
        setPhase('clash')
      } else {
        setProblem(sentenceOf(error))
        setPhase('failed')
      }
    }
  }
  const settle = (given: Given) => {
    revision.current = theirs?.revision ?? 0
    setDraft(given)
    void send(given)
  }

  return {
    draft,
    phase,
    problem,
    theirs,
    write: setDraft,
    give(given, whole) {
      setDraft(given)
      if (phase === 'clash' || (same(given, givenIn(known)) && phase !== 'failed')) return
      if (whole) void send(given)
      else setPhase('waiting')
    },
    again: () => void send(draft),
    keepMine: () => settle(draft),
    keepTheirs: () => settle(givenIn(theirs)),
  }
}
