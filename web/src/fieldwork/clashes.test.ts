import { describe, expect, it } from 'vitest'
import { mergeParts } from './clashes.ts'

const labels = { chair: 'Chủ trì', exchange: 'Trao đổi' }
const base = { chair: 'Ông A', exchange: '' }
const words = (version: typeof base, key: keyof typeof base) => version[key]
const merge = (mine: typeof base, theirs: typeof base, from: typeof base | null = base) =>
  mergeParts(labels, from, mine, theirs, words)

describe('mergeParts', () => {
  it('asks nothing where the two changed different parts, and keeps both changes', () => {
    const { rows, merged } = merge({ chair: 'Ông A', exchange: 'Đã làm rõ' }, { chair: 'Bà B', exchange: '' })
    expect(rows).toEqual([])
    expect(merged(new Set())).toEqual({ chair: 'Bà B', exchange: 'Đã làm rõ' })
  })

  it('asks about a part that both changed', () => {
    const { rows, merged } = merge({ chair: 'Ông C', exchange: 'Đã làm rõ' }, { chair: 'Bà B', exchange: '' })
    expect(rows).toEqual([{ key: 'chair', label: 'Chủ trì', mine: 'Ông C', theirs: 'Bà B' }])
    expect(merged(new Set())).toEqual({ chair: 'Ông C', exchange: 'Đã làm rõ' })
    expect(merged(new Set(['chair']))).toEqual({ chair: 'Bà B', exchange: 'Đã làm rõ' })
  })

  it('asks about every difference while it is not known what both began from', () => {
    const { rows, merged } = merge({ chair: 'Ông A', exchange: 'Đã làm rõ' }, { chair: 'Bà B', exchange: '' }, null)
    expect(rows.map((row) => row.key)).toEqual(['chair', 'exchange'])
    expect(merged(new Set(['chair']))).toEqual({ chair: 'Bà B', exchange: 'Đã làm rõ' })
  })

  it('takes both as agreed where they wrote the same', () => {
    const { rows, merged } = merge({ chair: 'Bà B', exchange: 'x' }, { chair: 'Bà B ', exchange: '' })
    expect(rows).toEqual([])
    expect(merged(new Set()).exchange).toBe('x')
  })
})
