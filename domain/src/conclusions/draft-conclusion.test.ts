import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findsFault } from './board-rules.ts'
import { type DraftPoint, draftPieces, proposedRemedies, type VisitRecord } from './draft-conclusion.ts'
import { type Notice, partsOfText, takePiece, untied } from './notice-structure.ts'
import { patternsWith } from './sentence-patterns.ts'

const point = (
  place: DraftPoint['place'],
  fieldKey: string,
  text: string,
  more: Partial<DraftPoint> = {},
): DraftPoint => ({
  pointId: `${fieldKey} ${text}`,
  findingId: `finding ${text}`,
  place,
  fieldKey,
  text,
  cause: '',
  responsible: '',
  ...more,
})

const record: VisitRecord = {
  unitName: 'Ủy ban nhân dân phường Lê Chân',
  officeName: 'Sở Nội vụ',
  decision: {
    typeName: 'Quyết định',
    code: '2251/QĐ-UBND',
    issuedOn: '2026-06-16',
    issuer: 'Chủ tịch Ủy ban nhân dân thành phố Hải Phòng',
    title: 'ban hành Kế hoạch',
  },
  visitOn: '2026-09-03',
  halfDay: 'morning',
  place: 'Phòng họp tầng 2, trụ sở Ủy ban nhân dân phường',
  attendance: [],
  figures: [],
  points: [],
  fields: [
    { fieldKey: 'institutions', name: 'Cải cách thể chế' },
    { fieldKey: 'admin-procedures', name: 'Cải cách thủ tục hành chính' },
    { fieldKey: 'public-finance', name: 'Cải cách tài chính công' },
  ],
}

const supplied = patternsWith({})

/** The whole draft as a notice says it, with what is asked for by 12/10/2026. */
function draftConclusion(visit: VisitRecord, patterns = supplied) {
  const remedies = proposedRemedies(visit, patterns)
  const pieces = draftPieces(
    visit,
    patterns,
    remedies.map(() => ({ dueOn: '2026-10-12' })),
  )
  const blank = { text: { overview: '', results: [], shortcomings: [], causes: '', execution: '' }, structure: untied }
  const notice = pieces.reduce<Notice>((words, { key }) => takePiece(words, pieces, key, visit.fields), blank)
  return { ...notice, pieces, remedies }
}

describe('a draft conclusion', () => {
  it('of a visit with nothing recorded says when and where, and nothing else', () => {
    expect(draftConclusion(record)).toMatchObject({
      remedies: [],
      text: {
        overview:
          'Buổi kiểm tra theo Quyết định số 2251/QĐ-UBND ngày 16/06/2026 diễn ra sáng ngày 03/09/2026 tại Phòng họp tầng 2, trụ sở Ủy ban nhân dân phường.',
        results: [],
        shortcomings: [],
        causes: '',
        execution: '',
      },
    })
  })

  it('puts points under their fields, in the order of the campaign, with causes and who answers for them', () => {
    const { text, remedies } = draftConclusion({
      ...record,
      points: [
        point('shortcoming', 'admin-procedures', 'Còn 115 hồ sơ đất đai quá hạn;\n- chưa có thư xin lỗi.', {
          cause: 'Công chức mới nhận nhiệm vụ.',
          responsible: 'Trung tâm Phục vụ hành chính công',
        }),
        point('violation', 'institutions', 'Ban hành văn bản trái thẩm quyền', {
          cause: 'công chức mới nhận nhiệm vụ',
          responsible: 'Công chức Tư pháp - Hộ tịch',
        }),
        point('strength', 'institutions', 'Rà soát đủ 18 văn bản'),
        point('good-practice', 'admin-procedures', 'mô hình “Ngày thứ Bảy vì dân”.'),
        point('strength', 'admin-procedures', 'Công khai đầy đủ thủ tục'),
      ],
    })
    expect(text.results).toEqual([
      { fieldKey: 'institutions', text: '- Rà soát đủ 18 văn bản.' },
      {
        fieldKey: 'admin-procedures',
        text: 'Đoàn kiểm tra ghi nhận 02 kết quả về cải cách thủ tục hành chính:\n- Cách làm hay: mô hình “Ngày thứ Bảy vì dân”.\n- Công khai đầy đủ thủ tục.',
      },
    ])
    expect(text.shortcomings).toEqual([
      {
        fieldKey: 'institutions',
        text: '- Vi phạm: Ban hành văn bản trái thẩm quyền.\n+ Nguyên nhân: công chức mới nhận nhiệm vụ.',
      },
      {
        fieldKey: 'admin-procedures',
        text: '- Còn 115 hồ sơ đất đai quá hạn.\n+ chưa có thư xin lỗi.\n+ Nguyên nhân: Công chức mới nhận nhiệm vụ.',
      },
    ])
    expect(text.causes).toBe(
      'Các tồn tại, hạn chế nêu trên do những nguyên nhân sau:\n- Công chức mới nhận nhiệm vụ (cải cách thủ tục hành chính; cải cách thể chế).\nTrách nhiệm: Trung tâm Phục vụ hành chính công; Công chức Tư pháp - Hộ tịch.',
    )
    expect(text.execution).toContain('báo cáo tổng hợp kết quả về Sở Nội vụ chậm nhất ngày 12/10/2026')
    expect(remedies).toEqual([
      {
        pointId: 'institutions Ban hành văn bản trái thẩm quyền',
        findingId: 'finding Ban hành văn bản trái thẩm quyền',
        fieldKey: 'institutions',
        text: 'Chấm dứt, khắc phục vi phạm “Ban hành văn bản trái thẩm quyền”; làm rõ trách nhiệm của tập thể, cá nhân có liên quan.',
        proofExpected: 'Báo cáo kết quả khắc phục kèm tài liệu chứng minh',
      },
      expect.objectContaining({
        text: 'Khắc phục tồn tại, hạn chế “Còn 115 hồ sơ đất đai quá hạn; chưa có thư xin lỗi”.',
      }),
    ])
  })

  it('counts who came and sets reported beside verified figures', () => {
    const figure = {
      itemKey: 'a.b',
      label: 'Số hồ sơ đúng hạn',
      sectionTitle: '',
      fieldKey: 'admin-procedures',
      kind: 'number' as const,
      unit: 'hồ sơ',
      reported: 12_480,
      verified: 12_365,
      difference: -115,
      reason: 'Sổ theo dõi ghi khác.',
      verifiedBy: null,
      revision: 1,
    }
    const person = (side: 'team' | 'unit', present: boolean) => ({ side, fullName: 'A', post: '', present })
    const { overview } = draftConclusion({
      ...record,
      place: ' ',
      attendance: [person('team', true), person('team', true), person('team', false), person('unit', true)],
      figures: [
        figure,
        { ...figure, verified: 12_480, difference: 0, reason: '' },
        {
          ...figure,
          label: 'Tỷ lệ',
          kind: 'percent',
          unit: '%',
          reported: null,
          verified: 97.5,
          difference: null,
          reason: '',
        },
        { ...figure, label: 'Không kiểm tra', verified: null, difference: null },
      ],
    }).text
    expect(overview.split('\n')).toEqual([
      'Buổi kiểm tra theo Quyết định số 2251/QĐ-UBND ngày 16/06/2026 diễn ra sáng ngày 03/09/2026.',
      'Dự làm việc có 02 người của Đoàn kiểm tra và 01 người của Ủy ban nhân dân phường Lê Chân.',
      'Đoàn kiểm tra đã đối chiếu 03 số liệu của báo cáo: 01 số liệu khớp, 02 số liệu khác với số liệu xác minh:',
      '- Số hồ sơ đúng hạn: báo cáo 12.480 hồ sơ, xác minh 12.365 hồ sơ (Sổ theo dõi ghi khác).',
      '- Tỷ lệ: báo cáo không nêu, xác minh 97,5%.',
    ])
  })

  it('speaks in the words of the office, and leaves an open place where nothing was recorded', () => {
    const { text, pieces, remedies } = draftConclusion(
      { ...record, points: [point('shortcoming', 'institutions', 'Chậm ban hành kế hoạch', { cause: '' })] },
      patternsWith({
        shortcoming: 'Tại {đơn vị}, {nội dung} do {nguyên nhân}[; trách nhiệm thuộc {trách nhiệm}]',
        'remedy-shortcoming': '{đơn vị} khắc phục việc: {nội dung}',
        proof: 'Văn bản gửi {cơ quan}',
        execution: '{số kiến nghị} kiến nghị xong trước ngày {hạn}.',
      }),
    )
    expect(text.shortcomings[0]!.text).toBe('- Tại Ủy ban nhân dân phường Lê Chân, Chậm ban hành kế hoạch do …')
    expect(pieces.find(({ key }) => key.startsWith('point:'))!.lacking).toEqual(['nguyên nhân'])
    expect(remedies[0]).toMatchObject({
      text: 'Ủy ban nhân dân phường Lê Chân khắc phục việc: Chậm ban hành kế hoạch.',
      proofExpected: 'Văn bản gửi Sở Nội vụ',
    })
    expect(text.execution).toBe('01 kiến nghị xong trước ngày 12/10/2026.')
  })

  const places = ['strength', 'good-practice', 'shortcoming', 'violation'] as const
  const anyPoint = fc.record({
    pointId: fc.uuid(),
    findingId: fc.uuid(),
    place: fc.constantFrom(...places),
    fieldKey: fc.constantFrom(...record.fields.map(({ fieldKey }) => fieldKey)),
    text: fc.stringMatching(/^[a-z]{3,10}( [a-z]{2,8}){0,4}$/),
    cause: fc.constantFrom('', 'thiếu người', 'đường truyền yếu'),
    responsible: fc.constantFrom('', 'văn phòng'),
  })
  it('says every point exactly where it belongs, ties every line to its points, asks one thing for every fault', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyPoint, { maxLength: 8, selector: (each) => each.pointId }), (points) => {
        const { text, structure, pieces, remedies } = draftConclusion({ ...record, points })
        const wanting = points.filter(({ place }) => findsFault(place))
        expect(remedies.map(({ pointId }) => pointId).sort()).toEqual(wanting.map(({ pointId }) => pointId).sort())
        const items = (parts: typeof text.results) =>
          parts.reduce((sum, part) => sum + part.text.split('\n').filter((line) => line.startsWith('- ')).length, 0)
        expect(items(text.shortcomings)).toBe(wanting.length)
        expect(items(text.results)).toBe(points.length - wanting.length)
        for (const [part, words] of Object.entries(partsOfText(text)))
          for (const [index, line] of (words === '' ? [] : words.split('\n')).entries()) {
            const piece = pieces.find(({ key }) => key === structure.ties[part]![index])!
            expect(piece.part).toBe(part)
            expect(piece.words.split('\n')).toContain(line)
          }
        for (const { pointId, text: said, fieldKey, place } of points) {
          const own = pieces.find(({ key }) => key === `point:${pointId}`)!
          expect(own.part).toBe(`${findsFault(place) ? 'shortcomings' : 'results'}.${fieldKey}`)
          expect(own.words).toContain(said)
        }
      }),
      { numRuns: 40 },
    )
  })
})
