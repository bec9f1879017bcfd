import { Outline, type OutlineItem } from '@cchc/domain/outlines/outline.ts'

function item(key: string, label: string, kind: OutlineItem['kind'], more: Partial<OutlineItem> = {}): OutlineItem {
  const [section] = key.split('.')
  return {
    key,
    label,
    kind,
    unit: kind === 'percent' ? '%' : null,
    level: 0,
    marker: '-',
    appliesTo: ['department', 'commune'],
    advisoryOnly: false,
    fieldKey: section!,
    formula: null,
    threshold: null,
    choices: null,
    columns: null,
    required: true,
    guidance: null,
    added: false,
    ...more,
  }
}

/** A small outline with every kind of rule in it, so that a test can fill it whole. */
export const smallOutline: Outline = Outline.parse({
  title: 'Đề cương thử',
  note: 'Số liệu tính từ 15/12/2025',
  parts: [
    {
      key: 'part-one',
      number: 'I',
      title: 'Kết quả',
      sections: [
        {
          key: 'admin-procedures',
          number: '1',
          title: 'Cải cách thủ tục hành chính',
          fieldKey: 'admin-procedures',
          items: [
            item('admin-procedures.received', 'Tổng số hồ sơ tiếp nhận', 'number', { unit: 'hồ sơ' }),
            item('admin-procedures.resolved', 'Số hồ sơ đã giải quyết', 'number', { unit: 'hồ sơ' }),
            item('admin-procedures.on-time', 'Số hồ sơ đúng hạn', 'number', { unit: 'hồ sơ' }),
            item('admin-procedures.on-time-rate', 'Tỷ lệ đúng hạn', 'percent', {
              formula:
                'admin_procedures__resolved > 0.0 ? admin_procedures__on_time / admin_procedures__resolved * 100.0 : 0.0',
            }),
            item('admin-procedures.satisfaction', 'Mức độ hài lòng', 'percent', {
              threshold: { minimum: 95, clause: 'Đề cương, mục II.2' },
            }),
            item('admin-procedures.initiatives', 'Sáng kiến', 'text', { required: false }),
          ],
        },
        {
          key: 'public-finance',
          number: '2',
          title: 'Cải cách tài chính công',
          fieldKey: 'public-finance',
          items: [
            item('public-finance.revenue', 'Tổng thu ngân sách', 'money', {
              unit: 'đồng',
              required: false,
              appliesTo: ['commune'],
            }),
          ],
        },
      ],
    },
  ],
  checks: [
    {
      key: 'resolved-within-received',
      level: 'error',
      expression: 'admin_procedures__resolved <= admin_procedures__received',
      message:
        'Đã giải quyết ({admin-procedures.resolved}) lớn hơn tiếp nhận ({admin-procedures.received}). Sửa một trong hai số này.',
      itemKeys: ['admin-procedures.resolved', 'admin-procedures.received'],
      clause: 'Đề cương, mục II.2',
    },
    {
      key: 'on-time-within-resolved',
      level: 'error',
      expression: 'admin_procedures__on_time <= admin_procedures__resolved',
      message:
        'Đúng hạn ({admin-procedures.on-time}) lớn hơn đã giải quyết ({admin-procedures.resolved}). Sửa một trong hai số này.',
      itemKeys: ['admin-procedures.on-time', 'admin-procedures.resolved'],
      clause: 'Đề cương, mục II.2',
    },
    {
      key: 'received-not-tiny',
      level: 'warning',
      expression: 'admin_procedures__received >= 10.0',
      message: 'Chỉ tiếp nhận {admin-procedures.received} hồ sơ. Nêu lý do.',
      itemKeys: ['admin-procedures.received'],
      clause: 'Đề cương, mục II.2',
    },
  ],
})
