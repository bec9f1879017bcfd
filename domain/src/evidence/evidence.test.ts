import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keptName } from './file-name.ts'
import { type FileKind, fileKinds } from './kinds.ts'
import { sizeInWords } from './limits.ts'
import { pageReferenceInWords, readPageReference } from './page-reference.ts'

describe('a kept name', () => {
  test.each([
    ['bao-cao.pdf', 'pdf', 'bao-cao.pdf'],
    ['Bảng số liệu.XLSX', 'xlsx', 'Bảng số liệu.xlsx'],
    ['../../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['..\\..\\boot.ini', 'text', 'boot.ini.txt'],
    ['..', 'pdf', 'Tài liệu.pdf'],
    ['...pdf', 'pdf', 'pdf.pdf'],
    ['con.pdf', 'pdf', 'Tài liệu con.pdf'],
    ['NUL', 'text', 'Tài liệu NUL.txt'],
    ['hoa\u202Efdp.exe', 'jpeg', 'hoafdp.exe.jpg'],
    ['a\u0000b\nc.pdf', 'pdf', 'ab c.pdf'],
    ['Cha\u0302n.pdf', 'pdf', 'Chân.pdf'],
    ['a<b>"c|d?.pdf', 'pdf', 'a b c d.pdf'],
    ['.htaccess', 'text', 'htaccess.txt'],
    ['anh.jpeg', 'jpeg', 'anh.jpeg'],
  ] as const)('%j as %s is %j', (name, kind, kept) => {
    expect(keptName(name, kind)).toBe(kept)
  })

  test('of any text leads nowhere, breaks no line and ends as its content says', () => {
    const kinds = fc.constantFrom(...(Object.keys(fileKinds) as FileKind[]))
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom('.', '/', '\\', ' ', 'a', '\u202e', '\n', ':') }),
    )
    fc.assert(
      fc.property(names, kinds, (name, kind) => {
        const kept = keptName(name, kind)
        expect(kept).not.toMatch(/[/\\\p{Cc}\p{Cf}<>:"|?*]|^[. ]|[. ]$/u)
        expect(kept.length).toBeLessThan(260)
        expect(fileKinds[kind].endings.some((ending) => kept.endsWith(`.${ending}`))).toBe(true)
        expect(keptName(kept, kind)).toBe(kept)
      }),
    )
  })
})

describe('a page reference', () => {
  test.each([
    ['', 5, null],
    ['3', 5, { from: 3, to: 3 }],
    ['tr. 3', 5, { from: 3, to: 3 }],
    ['Trang 3-5', 5, { from: 3, to: 5 }],
    ['tr.2 – tr.4', null, { from: 2, to: 4 }],
    ['p. 12', null, { from: 12, to: 12 }],
  ])('%j of %s pages', (text, pages, expected) => {
    expect(readPageReference(text, pages)).toEqual(expected)
  })

  test.each([
    ['6', 5, 'no-such-page'],
    ['4-6', 5, 'no-such-page'],
    ['0', 5, 'page-unreadable'],
    ['5-3', 9, 'page-unreadable'],
    ['bìa', 9, 'page-unreadable'],
    ['3,5', 9, 'page-unreadable'],
  ])('%j of %s pages is refused', (text, pages, code) => {
    expect(() => readPageReference(text, pages)).toThrow(expect.objectContaining({ code }))
  })

  test('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 50 }), (from, more) => {
        const reference = { from, to: from + more }
        expect(readPageReference(pageReferenceInWords(reference), null)).toEqual(reference)
      }),
    )
    expect(pageReferenceInWords({ from: null, to: null })).toBe('')
  })
})

test.each([
  [1, '1 KB'],
  [820 * 1024, '820 KB'],
  [1024 * 1024, '1 MB'],
  [1.55 * 1024 * 1024, '1,6 MB'],
  [49.96 * 1024 * 1024, '50 MB'],
])('%s bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})
