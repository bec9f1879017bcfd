import type { RefusalRow } from '../refusal-row.ts'

/** Why something about conclusions is refused. */
export const conclusionsRefusals = {
  'no-such-conclusion': { status: 404, sentence: () => 'Không tìm thấy kết luận này.' },
  'conclusion-incomplete': { status: 422, sentence: (p) => `Chưa trình được kết luận: ${p.missing}.` },
  'remarks-open': {
    status: 409,
    sentence: (p) => `Còn ${p.count} ý kiến góp ý chưa xử lý. Trả lời hoặc đánh dấu đã tiếp thu trước khi ban hành.`,
  },
  'no-such-point': { status: 404, sentence: () => 'Không tìm thấy điểm này trên bảng kết luận.' },
  'left-out-without-reason': {
    status: 422,
    sentence: () =>
      'Điểm không đưa vào kết luận phải ghi lý do, để người xem lại biết vì sao. Hãy ghi lý do rồi chuyển lại.',
  },
  'point-merged-meanwhile': {
    status: 409,
    sentence: (p) =>
      `Điểm này đã được ${p.who || 'người khác'} gộp vào điểm khác. Mở điểm đã gộp để xem, hoặc tách ra rồi làm lại.`,
  },
  'pattern-unusable': { status: 422, sentence: (p) => `Chưa lưu được bộ mẫu câu. ${p.problems}` },
  'conclusion-terms-unset': {
    status: 409,
    sentence: () =>
      'Đợt kiểm tra chưa đặt thời hạn góp ý dự thảo kết luận. Đặt số ngày làm việc ở “Thời hạn lấy ý kiến dự thảo” rồi trình lại.',
  },
  'not-approved': {
    status: 409,
    sentence: () =>
      'Dự thảo chưa được người có thẩm quyền ký duyệt (Điều 11 Nghị định 30/2020/NĐ-CP). Đề nghị Phó Trưởng đoàn Thường trực hoặc Trưởng đoàn duyệt rồi ban hành.',
  },
  'draft-unsettled': {
    status: 409,
    sentence: (p) => `Chưa duyệt được dự thảo: ${p.why}. Xử lý xong, hoặc duyệt kèm lý do ngoại lệ.`,
  },
  'not-your-field': {
    status: 403,
    sentence: (p) =>
      `Lĩnh vực “${p.field}” không lấy ý kiến của bạn, hoặc bạn đã trả lời rồi. Vẫn góp ý được ở phần góp ý chung.`,
  },
  'no-such-draft-point': {
    status: 404,
    sentence: () => 'Không tìm thấy nội dung này trong dự thảo. Tải lại trang để xem bản hiện tại.',
  },
  'draft-not-shown-to-units': {
    status: 409,
    sentence: () =>
      'Đợt kiểm tra này không gửi dự thảo kết luận cho đơn vị. Đổi ở “Thời hạn lấy ý kiến dự thảo” nếu cần.',
  },
  'no-such-showing': { status: 404, sentence: () => 'Không tìm thấy dự thảo này.' },
  'answer-closed': {
    status: 409,
    sentence: (p) => `Không ${p.act} được: ${p.why}.`,
  },
  'draft-explanation-needed': {
    status: 422,
    sentence: (p) => `“${p.point}” chọn giải trình nhưng chưa ghi nội dung. Ghi lý do, đề nghị của đơn vị rồi gửi.`,
  },
  'passage-not-found': {
    status: 422,
    sentence: (p) =>
      `Trong thông báo không có đoạn “${p.passage}”. Chép đúng nguyên văn phần đã in sai; sai sót về nội dung thì ban hành thông báo thay thế.`,
  },
  'nothing-corrected': { status: 422, sentence: (p) => `Chỗ “${p.where}”: phần đính chính giống hệt phần đã in.` },
  'replacement-under-way': {
    status: 409,
    sentence: () =>
      'Cuộc kiểm tra này đang có một dự thảo kết luận. Mở dự thảo đó để sửa tiếp, không soạn thêm bản thứ hai.',
  },
  'notice-valid-already': {
    status: 409,
    sentence: () => 'Cuộc kiểm tra này đã có thông báo kết luận còn hiệu lực; mỗi cuộc kiểm tra chỉ có một.',
  },
  'draft-was-shown': {
    status: 409,
    sentence: () =>
      'Dự thảo thay thế đã gửi đơn vị lấy ý kiến nên được lưu lại, không bỏ được. Lấy lại để sửa hoặc ban hành.',
  },
  'carried-needs-reason': {
    status: 409,
    sentence: (p) =>
      `Kiến nghị “${p.which}” chuyển tiếp từ thông báo đã ban hành, không bỏ khỏi dự thảo mà không có lý do. Chọn “Kết thúc” và ghi lý do.`,
  },
  'carried-or-closed': {
    status: 409,
    sentence: (p) =>
      `Thông báo cũ còn ${p.count} kiến nghị chưa xong mà bản thay thế chưa nói tới: ${p.which}. Chuyển tiếp hoặc ghi lý do kết thúc từng kiến nghị.`,
  },
  'no-such-remark': { status: 404, sentence: () => 'Không tìm thấy ý kiến này.' },
} satisfies Record<string, RefusalRow>
