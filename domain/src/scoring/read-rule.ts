import { foldText } from '../units/fold.ts'
import { Points } from './points.ts'
import { proposeSheetKey } from './propose-key.ts'
import { type Band, type Choice, type Rounding, roundingNames, type Way, wayNames } from './sheet.ts'
import { numberOf } from './sheet-number.ts'

/** A criterion's rule as the cells of a row hold it. */
export interface RuleText {
  readonly figure: string
  readonly rule: string
  readonly rounding: string
}

type Say = (sentence: string) => void

/** Reads a rule; what cannot be read is said, and left out. */
export function readRule(kind: Way['kind'], { figure, rule, rounding }: RuleText, say: Say): Way {
  if (kind === 'manual') return { kind }
  if (kind === 'choice') return { kind, choices: choicesOf(rule, say) }
  if (kind === 'bands') return { kind, figure, bands: bandsOf(rule, say) }
  const [zeroAt, fullAt] = [/0 diem tai ([^;]+)/, /toi da tai ([^;]+)/].map((form) =>
    numberOf(form.exec(foldText(rule))?.[1] ?? ''),
  )
  if (zeroAt === null || zeroAt === undefined || fullAt === null || fullAt === undefined)
    say(`quy tắc “${rule}” không đọc được. Với “${wayNames.linear}” ghi: 0 điểm tại 50; tối đa tại 100.`)
  return { kind, figure, zeroAt: zeroAt ?? 0, fullAt: fullAt ?? 100, rounding: roundingOf(rounding, say) }
}

/** "dưới 80: 0; từ 80: 1; từ 95: 2". */
function bandsOf(rule: string, say: Say): Band[] {
  return partsOf(rule).flatMap(({ name, value, whole }): Band[] => {
    const points = pointsIn(value)
    const form = /^(duoi|tu|moi gia tri)\s*(.*)$/.exec(foldText(name))
    const from = form?.[1] === 'tu' ? numberOf(form[2]!.replace(/ den duoi .*$/, '')) : null
    if (points === null || !form || (form[1] === 'tu' && from === null)) {
      say(`mức “${whole}” không đọc được. Với “${wayNames.bands}” ghi: dưới 80: 0; từ 80: 1; từ 95: 2.`)
      return []
    }
    return [{ from, points }]
  })
}

/** "Có: 2; Không: 0"; the points stand after the last colon. */
function choicesOf(rule: string, say: Say): Choice[] {
  const taken = new Set<string>()
  return partsOf(rule).flatMap(({ name, value, whole }): Choice[] => {
    const points = pointsIn(value)
    if (points === null || name === '') {
      say(`lựa chọn “${whole}” không đọc được. Với “${wayNames.choice}” ghi: Có: 2; Không: 0.`)
      return []
    }
    const key = proposeSheetKey(taken, name)
    taken.add(key)
    return [{ key, label: name.slice(0, 500), points }]
  })
}

/** "làm tròn gần nhất; 2"; nothing stands for that. */
function roundingOf(text: string, say: Say): Rounding {
  if (text === '') return { decimals: 2, direction: 'nearest' }
  const [words = '', digits = '2'] = text.split(/[;,]/).map((part) => part.trim())
  const direction = (Object.keys(roundingNames) as Rounding['direction'][]).find((one) =>
    foldText(words).includes(foldText(roundingNames[one]).replace('lam tron ', '')),
  )
  const decimals = ([0, 1, 2] as const).find((one) => String(one) === digits)
  if (!direction || decimals === undefined)
    say(`làm tròn “${text}” không đọc được. Ghi ví dụ: ${roundingNames.nearest}; 2.`)
  return { decimals: decimals ?? 2, direction: direction ?? 'nearest' }
}

function partsOf(rule: string): { name: string; value: string; whole: string }[] {
  return rule
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((whole) => {
      const colon = whole.lastIndexOf(':')
      return {
        whole,
        name: colon < 0 ? whole : whole.slice(0, colon).trim(),
        value: colon < 0 ? '' : whole.slice(colon + 1),
      }
    })
}

function pointsIn(text: string): number | null {
  const points = numberOf(foldText(text).replace(/ diem$/, ''))
  return points !== null && Points.safeParse(points).success ? points : null
}
