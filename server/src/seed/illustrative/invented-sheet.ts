import type { Audience, Criterion, ScoringSheet, Way } from '@cchc/domain/scoring/sheet.ts'

/** No paper sets weights: these are invented so that scoring can be seen, and the sheet says so wherever it is shown or printed. */

const everybody: Audience[] = ['department', 'commune']
const criterion = (
  key: string,
  label: string,
  fieldKey: Criterion['fieldKey'],
  maximum: number,
  way: Way,
  guidance = '',
): Criterion => ({ key, label, fieldKey, appliesTo: everybody, maximum, way, guidance })

const bands = (figure: string, ...steps: (readonly [from: number | null, points: number])[]): Way => ({
  kind: 'bands',
  figure,
  bands: steps.map(([from, points]) => ({ from, points })),
})
const linear = (figure: string, zeroAt: number, fullAt: number): Way => ({
  kind: 'linear',
  figure,
  zeroAt,
  fullAt,
  rounding: { decimals: 2, direction: 'nearest' },
})
const choice = (...choices: (readonly [key: string, label: string, points: number])[]): Way => ({
  kind: 'choice',
  choices: choices.map(([key, label, points]) => ({ key, label, points })),
})

export const inventedSheet: ScoringSheet = {
  title: 'Phiếu chấm điểm cải cách hành chính năm 2026 (dữ liệu minh họa)',
  note: 'Dữ liệu minh họa: tiêu chí và điểm tối đa do phần mềm đặt để xem thử, không phải của thành phố. Trước khi dùng thật, nhập phiếu điểm của cơ quan mình.',
  groups: [
    {
      key: 'chi-dao',
      title: 'Chỉ đạo, điều hành',
      criteria: [
        criterion(
          'chi-dao.ke-hoach',
          'Ban hành kế hoạch cải cách hành chính năm',
          'steering',
          2,
          choice(
            ['dung-han', 'Có, đúng thời hạn', 2],
            ['cham', 'Có, chậm thời hạn', 1],
            ['khong', 'Không ban hành', 0],
          ),
        ),
        criterion(
          'chi-dao.nhiem-vu',
          'Tỷ lệ nhiệm vụ trong kế hoạch đã hoàn thành',
          'steering',
          3,
          linear('steering__plan_tasks__done * 100.0 / steering__plan_tasks__total', 20, 100),
        ),
        criterion(
          'chi-dao.sang-kien',
          'Sáng kiến, cách làm mới về cải cách hành chính',
          'steering',
          1,
          { kind: 'manual' },
          'Chỉ tính sáng kiến đã áp dụng và có văn bản công nhận.',
        ),
      ],
    },
    {
      key: 'the-che',
      title: 'Cải cách thể chế',
      criteria: [
        criterion(
          'the-che.xu-ly-van-ban',
          'Tỷ lệ văn bản được xử lý sau kiểm tra',
          'institutions',
          2,
          bands('institutions.inspection.handled-rate', [null, 0], [50, 1], [80, 1.5], [100, 2]),
        ),
      ],
    },
    {
      key: 'thu-tuc',
      title: 'Cải cách thủ tục hành chính',
      criteria: [
        criterion(
          'thu-tuc.dung-han',
          'Tỷ lệ hồ sơ giải quyết đúng hạn',
          'admin-procedures',
          3,
          bands('admin-procedures.on-time-rate', [null, 0], [90, 1], [95, 2], [98, 3]),
        ),
        criterion(
          'thu-tuc.truc-tuyen',
          'Tỷ lệ hồ sơ trực tuyến',
          'admin-procedures',
          2,
          linear('admin-procedures.online-rate', 50, 100),
        ),
        criterion(
          'thu-tuc.hai-long',
          'Mức độ hài lòng của người dân, doanh nghiệp',
          'admin-procedures',
          2.5,
          linear('admin-procedures.satisfaction-rate', 80, 100),
        ),
      ],
    },
    {
      key: 'cong-vu',
      title: 'Cải cách chế độ công vụ',
      criteria: [
        criterion(
          'cong-vu.ho-so',
          'Tỷ lệ hồ sơ công việc lập trên môi trường mạng',
          'civil-service',
          1.5,
          linear('civil-service.records.work-files-online-rate', 50, 100),
        ),
      ],
    },
    {
      key: 'tai-chinh',
      title: 'Cải cách tài chính công',
      criteria: [
        criterion(
          'tai-chinh.giai-ngan',
          'Tỷ lệ giải ngân vốn đầu tư công',
          'public-finance',
          2,
          bands('public-finance.investment.disbursed-rate', [null, 0], [40, 0.5], [60, 1], [80, 2]),
        ),
      ],
    },
  ],
}
