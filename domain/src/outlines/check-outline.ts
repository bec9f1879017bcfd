import { compileOutline, type OutlineProblem } from './compile.ts'
import { isFigure, type Outline, type OutlineItem, outlineItems } from './outline.ts'

/** Keys in braces that a check's message is filled with. */
export const placeholder = /\{([a-z0-9.-]+)\}/g

/**
 * Everything that keeps an outline from being used, each a Vietnamese sentence; empty for a sound outline.
 * `knownFields`: the campaign's field keys, when they are known.
 */
export function checkOutline(outline: Outline, knownFields: readonly string[] | null = null): OutlineProblem[] {
  const items = outlineItems(outline).map(({ item }) => item)
  const keys = new Set(items.map((item) => item.key))
  const expressions = compileOutline(outline).problems
  const broken = new Set(expressions.map(({ key }) => key))
  const sections = outline.parts.flatMap((part) => part.sections)
  return [
    ...twice('Mã chỉ mục', items),
    ...twice('Mã phần', outline.parts),
    ...twice('Mã mục', sections),
    ...twice('Mã phép kiểm tra', outline.checks),
    ...outline.parts
      .filter((part) => part.sections.length === 0)
      .map(({ key, title }) => ({ key, sentence: `Phần “${title}” chưa có mục nào. Thêm mục hoặc bỏ phần này.` })),
    ...sections
      .filter((section) => section.items.length === 0)
      .map(({ key, title }) => ({ key, sentence: `Mục “${title}” chưa hỏi gì. Thêm chỉ mục hoặc bỏ mục này.` })),
    ...items.flatMap((item) => itemProblems(item).map((sentence) => ({ key: item.key, sentence }))),
    ...expressions,
    ...outline.checks.flatMap((check) => {
      // One sentence a check is enough: mending its expression mends what it is tied to.
      if (broken.has(check.key)) return []
      const named = [...check.itemKeys, ...[...check.message.matchAll(placeholder)].map((match) => match[1]!)]
      return [...new Set(named)]
        .filter((key) => !keys.has(key))
        .map((key) => ({
          key: check.key,
          sentence: `Phép kiểm tra “${check.key}” gắn với chỉ mục “${key}”, nhưng đề cương không có chỉ mục này. Sửa mã hoặc thêm chỉ mục.`,
        }))
    }),
    ...[...sections, ...items]
      .filter(({ fieldKey }) => knownFields !== null && !knownFields.includes(fieldKey))
      .map(({ key, fieldKey }) => ({
        key,
        sentence: `“${key}” thuộc lĩnh vực “${fieldKey}”, không có trong đợt kiểm tra. Chọn một lĩnh vực đã có.`,
      })),
  ]
}

function itemProblems(item: OutlineItem): string[] {
  const rules: [boolean, string][] = [
    [
      item.kind === 'choice' && item.choices === null,
      'là lựa chọn nhưng chưa có phương án nào. Thêm ít nhất hai phương án',
    ],
    [item.kind === 'table' && item.columns === null, 'là bảng nhưng chưa có cột nào. Thêm cột'],
    [item.formula !== null && !isFigure(item), 'có công thức nhưng không phải con số. Bỏ công thức hoặc đổi loại'],
    [
      item.threshold !== null && !isFigure(item),
      'có mức tối thiểu nhưng không phải con số. Bỏ mức tối thiểu hoặc đổi loại',
    ],
    [item.kind === 'heading' && item.required, 'là dòng tiêu đề nên không thể bắt buộc trả lời. Bỏ đánh dấu bắt buộc'],
  ]
  return rules.filter(([broken]) => broken).map(([, what]) => `Chỉ mục “${item.label}” (${item.key}) ${what}.`)
}

function twice(what: string, things: readonly { key: string }[]): OutlineProblem[] {
  const seen = new Set<string>()
  const again = new Set<string>()
  for (const { key } of things) (seen.has(key) ? again : seen).add(key)
  return [...again].map((key) => ({
    key,
    sentence: `${what} “${key}” dùng hai lần. Mỗi mã chỉ dùng cho một dòng; đặt mã khác cho dòng sau.`,
  }))
}
