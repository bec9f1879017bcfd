import type { CheckEdit, Edited } from './edit-outline.ts'
import type { Outline } from './outline.ts'
import { givenKeys } from './outline-keys.ts'

/** Checks are removed for good, but their keys are not given away again: explanations are kept under them. */
export function editCheck(outline: Outline, edit: CheckEdit): Edited {
  const { checks, retired } = outline
  if (edit.act === 'add-check') {
    if (givenKeys(outline).checks.has(edit.check.key))
      return { problem: `Mã phép kiểm tra “${edit.check.key}” đã dùng rồi. Đặt mã khác.` }
    return { outline: { ...outline, checks: [...checks, edit.check] } }
  }
  if (!checks.some(({ key }) => key === edit.key))
    return { problem: `Không có phép kiểm tra “${edit.key}” trong bản này.` }
  if (edit.act === 'change-check') {
    const changed = checks.map((check) => (check.key === edit.key ? { ...check, ...edit.changes } : check))
    return { outline: { ...outline, checks: changed } }
  }
  return {
    outline: {
      ...outline,
      checks: checks.filter(({ key }) => key !== edit.key),
      retired: { ...retired, checkKeys: [...retired.checkKeys, edit.key] },
    },
  }
}
