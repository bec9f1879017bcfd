import type { ProofFile } from '@cchc/domain/follow-up/contract.ts'
import { useEffect, useRef, useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { startUpload, type Upload } from './upload-proof.ts'

/** One file chosen as proof: on its way, refused, or with the server. */
export interface Proof {
  readonly key: number
  readonly name: string
  readonly size: number
  /** 0–100 while it is on its way. */
  readonly percent: number
  readonly problem: string | null
  readonly kept: ProofFile | null
}

export interface Proofs {
  readonly list: readonly Proof[]
  readonly underWay: boolean
  add(files: readonly File[]): void
  /** Sends a refused file again. */
  again(key: number): void
  /** Calls back a file on its way, or leaves one out. */
  remove(key: number): void
}

let lastKey = 0

/** The proofs of a remedy that is being written; each file goes up at once and by itself, so that one refusal spoils none of the others. */
export function useProofs(recommendationId: string, kept: readonly ProofFile[]): Proofs {
  const [list, setList] = useState<readonly Proof[]>(() => kept.map(proofOfKept))
  const sources = useRef(new Map<number, { file: File; upload: Upload }>())
  const change = (key: number, to: Partial<Proof>) =>
    setList((before) => before.map((proof) => (proof.key === key ? { ...proof, ...to } : proof)))

  useEffect(() => {
    const running = sources.current
    return () => {
      for (const { upload } of running.values()) upload.cancel()
    }
  }, [])

  const start = (key: number, file: File) => {
    const upload = startUpload(recommendationId, file, (percent) => change(key, { percent }))
    sources.current.set(key, { file, upload })
    upload.done.then(
      (proof) => change(key, { kept: proof, percent: 100 }),
      (error) => change(key, { problem: sentenceOf(error) }),
    )
  }
  return {
    list,
    underWay: list.some(({ kept, problem }) => !kept && !problem),
    add: (files) => {
      const fresh = files.map((file) => ({ ...blank(file.name, file.size), file }))
      setList((before) => [...before, ...fresh.map(({ file: _, ...proof }) => proof)])
      for (const { key, file } of fresh) start(key, file)
    },
    again: (key) => {
      const source = sources.current.get(key)
      if (!source) return
      change(key, { problem: null, percent: 0 })
      start(key, source.file)
    },
    remove: (key) => {
      sources.current.get(key)?.upload.cancel()
      sources.current.delete(key)
      setList((before) => before.filter((proof) => proof.key !== key))
    },
  }
}

function blank(name: string, size: number): Proof {
  lastKey += 1
  return { key: lastKey, name, size, percent: 0, problem: null, kept: null }
}

function proofOfKept(kept: ProofFile): Proof {
  return { ...blank(kept.name, kept.size), percent: 100, kept }
}
