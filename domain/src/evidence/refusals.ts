import type { RefusalRow } from '../refusal-row.ts'

/** Why something about documents and files is refused. */
export const evidenceRefusals = {
  'no-such-document': { status: 404, sentence: () => 'Không tìm thấy văn bản này.' },
  'no-such-file': { status: 404, sentence: () => 'Không tìm thấy tệp này.' },
  'file-too-large': {
    status: 413,
    sentence: (p) => `Tệp “${p.name}” lớn hơn ${p.limit}. Hãy nén ảnh hoặc tách tệp rồi gửi lại.`,
  },
  'file-kind-not-allowed': {
    status: 415,
    sentence: (p) =>
      `Tệp “${p.name}” không phải loại được nhận (${p.allowed}). Loại tệp được xét theo nội dung, không theo tên.`,
  },
  'file-refused': { status: 422, sentence: (p) => `Tệp “${p.name}” không được nhận: ${p.why}. ${p.mend}` },
  'no-such-upload': {
    status: 404,
    sentence: () => 'Không tìm thấy lượt tải lên này; có thể đã quá 24 giờ. Hãy chọn lại tệp để tải từ đầu.',
  },
  'upload-incomplete': {
    status: 409,
    sentence: (p) => `Tệp “${p.name}” chưa tải lên đủ nên chưa lưu được. Bấm “Thử lại” để tải tiếp phần còn lại.`,
  },
  'too-many-uploads': {
    status: 409,
    sentence: (p) =>
      `Bạn đang có ${p.count} tệp tải lên dở. Chờ các tệp đó xong, hoặc bỏ bớt, rồi tải tiếp; lượt tải dở tự hết hạn sau 24 giờ.`,
  },
  'owner-full': {
    status: 413,
    sentence: (p) =>
      `Tệp “${p.name}” làm tổng tài liệu vượt ${p.limit}. Bỏ bớt tệp không cần, hoặc nén ảnh trong tệp PDF rồi tải lại.`,
  },
  'place-full': {
    status: 409,
    sentence: (p) =>
      `Chỗ này đã có ${p.limit} tệp, là mức cao nhất. Gộp các trang vào một tệp PDF, hoặc gỡ bớt tệp rồi tải lại.`,
  },
  'no-such-attachment': { status: 404, sentence: () => 'Không tìm thấy tài liệu này; có thể đã được gỡ.' },
  'file-being-checked': {
    status: 409,
    sentence: (p) => `Tệp “${p.name}” đang được quét vi-rút nên chưa mở được. Hãy thử lại sau ít phút.`,
  },
  'file-infected': {
    status: 409,
    sentence: (p) => `Tệp “${p.name}” có vi-rút (${p.what}) nên đã bị loại bỏ. Hãy tải lên bản sạch.`,
  },
  'no-preview': { status: 404, sentence: (p) => `Tệp “${p.name}” không xem nhanh được. Hãy tải về để mở.` },
  'page-unreadable': {
    status: 422,
    sentence: (p) => `Không hiểu số trang “${p.text}”. Ghi như “3” hoặc “3-5”.`,
  },
  'no-such-page': {
    status: 422,
    sentence: (p) => `Tệp chỉ có ${p.pages} trang, không có trang ${p.page}. Xem lại số trang ở góc trình đọc PDF.`,
  },
  'no-file': { status: 400, sentence: () => 'Chưa có tệp nào được gửi lên. Hãy chọn tệp rồi thử lại.' },
} satisfies Record<string, RefusalRow>
