import type { ScoringSheet } from '../sheet.ts'

/** A sheet with every way of scoring, over the tests' outline; its figures are examples and nobody's weights. */
export const sampleSheet: ScoringSheet = {
  title: 'Phiếu chấm điểm thử năm 2026',
  note: 'Dữ liệu minh họa',
  groups: [
    {
      key: 'nhom-thu-tuc',
      title: 'Thủ tục hành chính',
      criteria: [
        {
          key: 'dung-han',
          label: 'Tỷ lệ hồ sơ giải quyết đúng hạn',
          fieldKey: 'admin-procedures',
          appliesTo: ['department', 'commune'],
          maximum: 3,
          way: {
            kind: 'bands',
            figure: 'admin-procedures.on-time-rate',
            bands: [
              { from: null, points: 0 },
              { from: 80, points: 1.5 },
              { from: 95, points: 3 },
            ],
          },
          guidance: '',
        },
        {
          key: 'hai-long',
          label: 'Mức độ hài lòng',
          fieldKey: 'admin-procedures',
          appliesTo: ['department', 'commune'],
          maximum: 2.5,
          way: {
            kind: 'linear',
            figure: 'admin_procedures__satisfaction - 0',
            zeroAt: 80,
            fullAt: 100,
            rounding: { decimals: 2, direction: 'down' },
          },
          guidance: 'Theo kết quả khảo sát.',
        },
      ],
    },
    {
      key: 'nhom-khac',
      title: 'Nội dung khác',
      criteria: [
        {
          key: 'ke-hoach',
          label: 'Ban hành kế hoạch',
          fieldKey: 'steering',
          appliesTo: ['department', 'commune'],
          maximum: 2,
          way: {
            kind: 'choice',
            choices: [
              { key: 'co', label: 'Có, đúng hạn', points: 2 },
              { key: 'muon', label: 'Có, chậm', points: 1 },
              { key: 'khong', label: 'Không', points: 0 },
            ],
          },
          guidance: '',
        },
        {
          key: 'sang-kien',
          label: '=SUM(A1) Sáng kiến',
          fieldKey: 'steering',
          appliesTo: ['commune'],
          maximum: 1,
          way: { kind: 'manual' },
          guidance: '',
        },
      ],
    },
  ],
}
