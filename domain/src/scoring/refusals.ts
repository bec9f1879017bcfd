import type { RefusalRow } from '../refusal-row.ts'

/** Why something about scoring is refused. */
export const scoringRefusals = {
  'no-scoring-sheet': {
    status: 404,
    sentence: () =>
      'Đợt kiểm tra này không chấm điểm: chưa có phiếu chấm điểm nào được công bố. Nếu muốn chấm, thư ký Đoàn soạn và công bố phiếu.',
  },
  'no-such-sheet': { status: 404, sentence: () => 'Không tìm thấy phiếu chấm điểm này.' },
  'sheet-not-draft': {
    status: 409,
    sentence: (p) =>
      `Không ${p.act} được phiên bản ${p.version}: phiếu đã công bố không đổi nữa. Muốn sửa, soạn phiên bản mới từ phiên bản này.`,
  },
  'sheet-draft-already': {
    status: 409,
    sentence: () =>
      'Đợt kiểm tra này đang có một bản soạn phiếu chấm điểm. Mở bản đó để sửa tiếp, hoặc xóa nó trước khi soạn bản khác.',
  },
  'sheet-broken': {
    status: 422,
    sentence: (p) => `Chưa công bố được phiếu chấm điểm: ${p.problems}. Sửa rồi công bố lại.`,
  },
  'no-such-criterion': { status: 404, sentence: () => 'Phiếu chấm điểm của đơn vị này không có tiêu chí đó.' },
  'no-such-choice': {
    status: 422,
    sentence: (p) => `Tiêu chí “${p.label}” không có lựa chọn này. Chọn một trong các mức của phiếu.`,
  },
  'points-out-of-range': {
    status: 422,
    sentence: (p) =>
      `Tiêu chí “${p.label}” chỉ cho từ 0 đến ${p.maximum} điểm, tối đa hai chữ số sau dấu phẩy; đã ghi ${p.points}. Ghi lại điểm.`,
  },
  'reason-for-score': {
    status: 422,
    sentence: (p) => `Tiêu chí “${p.label}” cần ghi lý do: ${p.why}. Ghi lý do rồi lưu lại.`,
  },
  'scores-own-unit': {
    status: 403,
    sentence: () => 'Thành viên Đoàn không chấm điểm chính đơn vị mình. Đề nghị thư ký Đoàn chấm tiêu chí này.',
  },
  'not-own-field': {
    status: 403,
    sentence: () =>
      'Tiêu chí này thuộc lĩnh vực của thành viên khác trong buổi kiểm tra. Chỉ người phụ trách lĩnh vực hoặc thư ký Đoàn ghi điểm.',
  },
  'scores-lacking': {
    status: 422,
    sentence: (p) => `Chưa ${p.act} được: ${p.lacking}. Bổ sung rồi làm lại.`,
  },
} satisfies Record<string, RefusalRow>
