import type { Outline } from '../outlines/outline.ts'
import { figureProblem } from './figures.ts'
import { formatPoints, sumPoints } from './points.ts'
import { type Criterion, criteriaOf, readsFigure, type ScoringSheet } from './sheet.ts'

/** Something that keeps a sheet from being published: the key of the group or criterion, and a whole sentence. */
export interface SheetProblem {
  readonly key: string
  readonly sentence: string
}

interface Ground {
  readonly outline: Outline
  readonly fieldKeys: readonly string[]
}

/** Everything that is wrong with a sheet, in its order. Pure; fast enough for every key stroke. */
export function checkSheet(sheet: ScoringSheet, ground: Ground): SheetProblem[] {
  const problems: SheetProblem[] = []
  const say = (key: string, sentence: string) => problems.push({ key, sentence })
  if (sheet.title.trim() === '') say('', 'Phiếu chưa có tên. Đặt tên để phân biệt với phiếu năm khác.')
  if (criteriaOf(sheet).length === 0) say('', 'Phiếu chưa có tiêu chí nào. Thêm nhóm, rồi thêm tiêu chí vào nhóm.')
  const seen = new Set<string>()
  const once = (key: string, what: string) => {
    if (seen.has(key)) say(key, `${what} dùng mã “${key}” đã có ở chỗ khác. Mỗi nhóm, tiêu chí có một mã riêng.`)
    seen.add(key)
  }
  for (const group of sheet.groups) {
    once(group.key, `Nhóm “${group.title}”`)
    if (group.title.trim() === '') say(group.key, 'Có nhóm chưa đặt tên. Đặt tên hoặc xóa nhóm.')
    if (group.criteria.length === 0)
      say(group.key, `Nhóm “${group.title}” chưa có tiêu chí. Thêm tiêu chí hoặc xóa nhóm.`)
    for (const criterion of group.criteria) {
      once(criterion.key, `Tiêu chí “${criterion.label}”`)
      for (const sentence of criterionProblems(criterion, ground)) say(criterion.key, sentence)
    }
  }
  return problems
}

/** What is wrong with one criterion, as whole sentences. */
export function criterionProblems(criterion: Criterion, { outline, fieldKeys }: Ground): string[] {
  const { label, fieldKey, appliesTo, maximum, way } = criterion
  const name = `Tiêu chí “${label || criterion.key}”`
  const over = (points: number) => points > maximum
  const rules: [boolean, string][] = [
    [label.trim() === '', `Tiêu chí mã ${criterion.key} chưa có tên. Ghi tiêu chí chấm điều gì.`],
    [maximum <= 0, `${name} chưa có điểm tối đa. Ghi điểm tối đa lớn hơn 0.`],
    [appliesTo.length === 0, `${name} chưa áp dụng cho ai. Chọn sở, ban, ngành hoặc xã, phường.`],
    [
      !fieldKeys.includes(fieldKey),
      `${name} thuộc lĩnh vực “${fieldKey}” mà đợt kiểm tra không có. Chọn lĩnh vực khác.`,
    ],
  ]
  const said = rules.filter(([isBroken]) => isBroken).map(([, sentence]) => sentence)
  if (readsFigure(way)) {
    if (way.figure === '') said.push(`${name} chưa chọn số liệu. Chọn một chỉ mục của đề cương hoặc viết biểu thức.`)
    else {
      const problem = figureProblem(outline, way.figure)
      if (problem) said.push(`${name}: số liệu ${problem.problem}. Sửa “${way.figure}”.`)
    }
  }
  if (way.kind === 'bands') {
    const { bands } = way
    if (bands.length < 2) said.push(`${name} cần ít nhất hai mức. Thêm mức điểm.`)
    if (bands.length > 0 && bands[0]!.from !== null)
      said.push(`${name}: mức đầu tiên phải là mức “dưới …”, để mọi số liệu đều có điểm.`)
    if (bands.slice(1).some(({ from }, at) => from === null || (bands[at]!.from !== null && from <= bands[at]!.from!)))
      said.push(`${name}: các mốc phải tăng dần và không trùng nhau. Sắp lại các mức.`)
    if (bands.some(({ points }) => over(points))) said.push(overMaximum(name, maximum))
    else if (bands.length > 1 && !bands.some(({ points }) => points === maximum))
      said.push(`${name}: không mức nào cho đủ ${formatPoints(maximum)} điểm tối đa. Sửa một mức hoặc điểm tối đa.`)
  }
  if (way.kind === 'linear' && way.zeroAt === way.fullAt)
    said.push(`${name}: mốc 0 điểm và mốc điểm tối đa trùng nhau. Ghi hai mốc khác nhau.`)
  if (way.kind === 'choice') {
    const { choices } = way
    if (choices.length < 2) said.push(`${name} cần ít nhất hai lựa chọn. Thêm lựa chọn.`)
    if (choices.some((choice) => choice.label.trim() === ''))
      said.push(`${name} có lựa chọn chưa có tên. Ghi tên lựa chọn.`)
    if (new Set(choices.map(({ key }) => key)).size < choices.length)
      said.push(`${name} có hai lựa chọn cùng mã. Đặt mã khác nhau.`)
    if (new Set(choices.map((choice) => choice.label.trim())).size < choices.length)
      said.push(`${name} có hai lựa chọn cùng tên. Đặt tên khác nhau.`)
    if (choices.some(({ points }) => over(points))) said.push(overMaximum(name, maximum))
    else if (choices.length > 1 && !choices.some(({ points }) => points === maximum))
      said.push(
        `${name}: không lựa chọn nào cho đủ ${formatPoints(maximum)} điểm tối đa. Sửa một lựa chọn hoặc điểm tối đa.`,
      )
  }
  return said
}

const overMaximum = (name: string, maximum: number) =>
  `${name} có mức cho nhiều hơn điểm tối đa ${formatPoints(maximum)}. Giảm mức đó hoặc tăng điểm tối đa.`

/** Total of the maxima for one kind of unit, as the editor shows it. */
export function totalOf(criteria: readonly Criterion[]): number {
  return sumPoints(criteria.map(({ maximum }) => maximum))
}
