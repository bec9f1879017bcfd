import { describe, expect, test } from 'vitest'
import { guessItem } from './guess-item.ts'

describe('guessItem', () => {
  test.each([
    ['Tổng số nhiệm vụ trong kế hoạch: ... nhiệm vụ.', 'number', 'nhiệm vụ', 'Tổng số nhiệm vụ trong kế hoạch'],
    [
      'Tổng số VBQPPL đã thực hiện tự kiểm tra: văn bản;',
      'number',
      'văn bản',
      'Tổng số VBQPPL đã thực hiện tự kiểm tra',
    ],
    ['Số hồ sơ đã giải quyết...', 'number', 'hồ sơ', 'Số hồ sơ đã giải quyết'],
    ['Tổng số hồ sơ TTHC tiếp nhận.... Trong đó:', 'number', 'hồ sơ', 'Tổng số hồ sơ TTHC tiếp nhận'],
    ['Tổng số PAKN tiếp nhận....', 'number', 'phản ánh, kiến nghị', 'Tổng số PAKN tiếp nhận'],
    [
      'Tổng đơn vị sự nghiệp công lập trực thuộc. Trong đó:',
      'number',
      'đơn vị',
      'Tổng đơn vị sự nghiệp công lập trực thuộc',
    ],
    ['Số lớp tập huấn đã mở: …… lớp, ', 'number', 'lớp', 'Số lớp tập huấn đã mở'],
    [
      'Số đơn vị thuộc nhóm 1 (tự bảo đảm chi thường xuyên)...',
      'number',
      'đơn vị',
      'Số đơn vị thuộc nhóm 1 (tự bảo đảm chi thường xuyên)',
    ],
    ['Tỷ lệ xử lý VBQPPL sau kiểm tra: %;', 'percent', '%', 'Tỷ lệ xử lý VBQPPL sau kiểm tra'],
    ['Tỉ lệ hồ sơ trực tuyến ...', 'percent', '%', 'Tỉ lệ hồ sơ trực tuyến'],
    ['Mức độ hài lòng của người dân: ....%', 'percent', '%', 'Mức độ hài lòng của người dân'],
    ['Tổng thu/chi ngân sách địa phương....', 'money', 'đồng', 'Tổng thu/chi ngân sách địa phương'],
    ['Kinh phí đã sử dụng: ..... triệu đồng', 'money', 'triệu đồng', 'Kinh phí đã sử dụng'],
    ['Ngày ban hành kế hoạch: ......', 'date', null, 'Ngày ban hành kế hoạch'],
    ['Việc ban hành Kế hoạch kiểm tra VBQPPL;', 'text', null, 'Việc ban hành Kế hoạch kiểm tra VBQPPL'],
    ['Tình hình giải ngân vốn đầu tư công....', 'text', null, 'Tình hình giải ngân vốn đầu tư công'],
    ['Công tác văn thư, lưu trữ:', 'text', null, 'Công tác văn thư, lưu trữ'],
    ['Số hóa hồ sơ, kết quả giải quyết.', 'text', null, 'Số hóa hồ sơ, kết quả giải quyết'],
    [
      'Lập hồ sơ công việc (số lượng hồ sơ, tỷ lệ hồ sơ trên mạng).',
      'text',
      null,
      'Lập hồ sơ công việc (số lượng hồ sơ, tỷ lệ hồ sơ trên mạng)',
    ],
  ] as const)('%s', (text, kind, unit, label) =>
    expect(guessItem(text)).toMatchObject({ kind, unit, label, figures: 1 + Number(text.includes('thu/chi')) }),
  )

  test.each([
    'Số hồ sơ đã giải quyết đúng hạn...; đạt tỷ lệ ...%.',
    'Số lượng cán bộ, công chức có mặt/chỉ tiêu được phân bổ.',
    'Số hội nghị: ... hội nghị; số lượt người dự: ... lượt',
  ])('%s asks for two figures', (text) => expect(guessItem(text)).toMatchObject({ kind: 'number', figures: 2 }))
})
