import { expect, it } from 'vitest'
import { thirdPartyRefusal } from './third-party.ts'
import type { ThirdPartyAct } from './third-party-contract.ts'

const step = (name: ThirdPartyAct, change = {}) => ({
  step: name,
  onDay: '2026-08-10',
  letter: '12/SNV-CCHC',
  note: 'Đã nêu',
  ...change,
})

it.each<[ThirdPartyAct, ThirdPartyAct[], object, string | null]>([
  ['sent-on', [], {}, null],
  ['sent-on', [], { letter: '' }, 'số, ký hiệu'],
  ['answered', [], {}, 'chưa được chuyển đi'],
  ['closed', [], {}, null],
  ['closed', ['sent-on'], { note: '' }, 'lý do kết thúc'],
  ['answered', ['sent-on'], {}, null],
  ['answered', ['sent-on'], { onDay: '2026-08-09' }, 'trước bước gần nhất'],
  ['answered', ['sent-on'], { onDay: '2026-08-12' }, 'chưa đến'],
  ['sent-on', ['sent-on', 'answered'], {}, null],
  ['answered', ['sent-on', 'closed'], {}, 'Kết thúc theo dõi'],
])('%s after %j, %o: %s', (name, before, change, why) => {
  const refusal = thirdPartyRefusal(
    step(name, change),
    before.map((one) => step(one)),
    '2026-08-11',
  )
  expect(refusal?.message ?? null).toEqual(why === null ? null : expect.stringContaining(why))
})
