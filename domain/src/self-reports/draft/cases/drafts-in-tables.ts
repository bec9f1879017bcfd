import type { DraftSketch } from './sketch.ts'

/** Drafts whose figures stand in tables, by row, by column and by both. */

export const rowTable: DraftSketch = {
  name: 'one table with a row an item',
  blocks: [
    'PHỤ LỤC SỐ LIỆU',
    'I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH',
    [
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kết quả', 'Ghi chú'],
      ['1', 'Mức độ hoàn thành nhiệm vụ CCHC', '', '', ''],
      ['1.1', 'Tổng số nhiệm vụ trong kế hoạch', 'nhiệm vụ', '{steering.plan-tasks.total}', ''],
      ['1.2', 'Số nhiệm vụ đã hoàn thành', 'nhiệm vụ', '{steering.plan-tasks.done}', 'Kế hoạch số 15/KH-UBND'],
      ['1.3', 'Số nhiệm vụ đang thực hiện', 'nhiệm vụ', '{steering.plan-tasks.in-progress}', ''],
      ['2', 'Nhiệm vụ UBND thành phố, Chủ tịch UBND thành phố giao', '', '', ''],
      ['2.1', 'Tổng số nhiệm vụ được giao', 'nhiệm vụ', '{steering.assigned-tasks.total}', ''],
      ['2.2', 'Số nhiệm vụ đã hoàn thành đúng hạn', 'nhiệm vụ', '{steering.assigned-tasks.on-time}', ''],
      ['2.3', 'Số nhiệm vụ đã hoàn thành nhưng quá hạn', 'nhiệm vụ', '{steering.assigned-tasks.late}', ''],
      ['2.4', 'Số nhiệm vụ quá hạn nhưng chưa hoàn thành', 'nhiệm vụ', '{steering.assigned-tasks.overdue}', ''],
    ],
    'II. KẾT QUẢ THỰC HIỆN',
    'Cải cách thủ tục hành chính',
    [
      ['TT', 'Nội dung', 'ĐVT', 'Năm 2025', 'Năm 2026'],
      ['1', 'Tổng số hồ sơ TTHC tiếp nhận', 'hồ sơ', '9.001', '{admin-procedures.received}'],
      ['2', 'Số hồ sơ đã giải quyết', 'hồ sơ', '8.950', '{admin-procedures.resolved}'],
      ['3', 'Số hồ sơ đã giải quyết đúng hạn', 'hồ sơ', '8.800', '{admin-procedures.on-time}'],
      ['4', 'Tỷ lệ hồ sơ trực tuyến', '%', '71,5', '{admin-procedures.online-rate}'],
      ['5', 'Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC', '%', '55', '{admin-procedures.digitised-rate}'],
    ],
  ],
}

export const columnTable: DraftSketch = {
  name: 'figures as columns',
  blocks: [
    'II. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG CẢI CÁCH HÀNH CHÍNH',
    '2. Cải cách thủ tục hành chính',
    'Bảng 1. Kết quả giải quyết hồ sơ',
    [
      [
        'Tổng số hồ sơ tiếp nhận',
        'Số hồ sơ đã giải quyết',
        'Số hồ sơ giải quyết đúng hạn',
        'Số hồ sơ quá hạn',
        'Tỷ lệ hồ sơ trực tuyến (%)',
      ],
      [
        '{admin-procedures.received}',
        '{admin-procedures.resolved}',
        '{admin-procedures.on-time}',
        '{admin-procedures.overdue}',
        '{admin-procedures.online-rate}',
      ],
    ],
    '1. Cải cách thể chế',
    [
      ['Nội dung', 'Số VBQPPL cần xử lý', 'Số VBQPPL đã xử lý xong', 'Tỷ lệ xử lý (%)'],
      [
        'Sau kiểm tra',
        '{institutions.inspection.to-handle}',
        '{institutions.inspection.handled}',
        '{institutions.inspection.handled-rate}',
      ],
      [
        'Sau rà soát',
        '{institutions.review.to-handle}',
        '{institutions.review.handled}',
        '{institutions.review.handled-rate}',
      ],
    ],
    '5. Cải cách tài chính công',
    [
      ['Đơn vị sự nghiệp công lập', 'Số đơn vị'],
      ['Tổng số đơn vị sự nghiệp công lập trực thuộc', '{public-finance.service-units.total}'],
      ['Nhóm 1', '{public-finance.service-units.group-1}'],
      ['Nhóm 2', '{public-finance.service-units.group-2}'],
      ['Nhóm 3', '{public-finance.service-units.group-3}'],
      ['Nhóm 4', '{public-finance.service-units.group-4}'],
    ],
    [
      ['Chỉ tiêu', 'Số tiền (triệu đồng)'],
      ['Tổng thu ngân sách địa phương', '{public-finance.budget-revenue}'],
      ['Tổng chi ngân sách địa phương', '{public-finance.budget-expenditure}'],
      ['Kế hoạch vốn đầu tư công được giao', '{public-finance.investment.planned}'],
      ['Vốn đầu tư công đã giải ngân', '{public-finance.investment.disbursed}'],
    ],
  ],
}
