import { expect, test } from 'vitest'
import { chipsOf } from './counted-days.ts'

const day = (date: string, working = true) => ({
  date,
  working,
  ordinal: working ? 1 : null,
  reason: working ? '' : 'thứ Bảy',
})

test('the due date comes first, days off are struck, the visit closes the row', () => {
  const chips = chipsOf([day('2026-09-22'), day('2026-09-19', false), day('2026-09-18')], '2026-09-18', '2026-09-23')
  expect(chips.map(({ text, kind }) => `${text} ${kind}`)).toEqual(['18/09 due', '19 off', '22 counted', '23/09 event'])
})

test('says the month again where it begins', () => {
  expect(
    chipsOf([day('2026-09-30'), day('2026-10-01'), day('2026-10-02')], '2026-09-30', null).map(({ text }) => text),
  ).toEqual(['30/09', '01/10', '02'])
})
