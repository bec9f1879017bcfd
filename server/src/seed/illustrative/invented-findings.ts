import type { FindingKind } from '@cchc/domain/fieldwork/contract.ts'

export interface InventedFinding {
  readonly fieldKey: string
  readonly kind: FindingKind
  readonly text: string
  readonly cause: string
  readonly responsible: string
}

const finding = (fieldKey: string, kind: FindingKind, text: string, cause = '', responsible = ''): InventedFinding => ({
  fieldKey,
  kind,
  text,
  cause,
  responsible,
})

/** Findings of no real visit, for the illustrative season. */
export const strengths: readonly InventedFinding[] = [
  finding(
    'steering',
    'strength',
    'Ban hành đủ kế hoạch cải cách hành chính và kế hoạch tuyên truyền trong tháng 01, có phân công từng bộ phận (dữ liệu minh họa).',
  ),
  finding(
    'admin-procedures',
    'strength',
    'Niêm yết công khai đầy đủ thủ tục hành chính; hồ sơ tiếp nhận được cập nhật trên hệ thống trong ngày (dữ liệu minh họa).',
  ),
  finding(
    'civil-service',
    'strength',
    'Thực hiện nền nếp danh mục hồ sơ, hồ sơ công việc lập trên môi trường mạng đạt trên 90% (dữ liệu minh họa).',
  ),
  finding(
    'public-finance',
    'strength',
    'Thực hiện đúng quy chế chi tiêu nội bộ, công khai dự toán theo quy định (dữ liệu minh họa).',
  ),
  finding(
    'digital-government',
    'strength',
    'Áp dụng và duy trì Hệ thống quản lý chất lượng TCVN ISO 9001:2015 có đánh giá nội bộ (dữ liệu minh họa).',
  ),
]

export const goodPractices: readonly InventedFinding[] = [
  finding(
    'admin-procedures',
    'good-practice',
    'Mô hình “Ngày thứ Sáu không chờ”: trả kết quả trong buổi đối với các thủ tục đơn giản (dữ liệu minh họa).',
  ),
  finding(
    'citizen-reception',
    'good-practice',
    'Tổ chức tiếp công dân lưu động tại nhà văn hóa tổ dân phố mỗi tháng hai buổi (dữ liệu minh họa).',
  ),
  finding(
    'digital-government',
    'good-practice',
    'Tổ công nghệ số cộng đồng hướng dẫn người dân nộp hồ sơ trực tuyến ngay tại nơi cư trú (dữ liệu minh họa).',
  ),
]

export const shortcomings: readonly InventedFinding[] = [
  finding(
    'admin-procedures',
    'shortcoming',
    'Còn hồ sơ trả kết quả quá hạn nhưng chưa có văn bản xin lỗi gửi người dân (dữ liệu minh họa).',
    'Chưa phân công người theo dõi hồ sơ sắp đến hạn.',
    'Trung tâm Phục vụ hành chính công',
  ),
  finding(
    'admin-procedures',
    'shortcoming',
    'Tỷ lệ số hóa kết quả giải quyết thủ tục hành chính chưa đạt kế hoạch (dữ liệu minh họa).',
    'Máy quét thiếu, công chức kiêm nhiệm.',
    'Văn phòng HĐND và UBND',
  ),
  finding(
    'institutions',
    'shortcoming',
    'Chưa xử lý xong văn bản được kiến nghị sau rà soát (dữ liệu minh họa).',
    'Chậm lấy ý kiến cơ quan chuyên môn.',
    'Văn phòng HĐND và UBND',
  ),
  finding(
    'civil-service',
    'shortcoming',
    'Hồ sơ công việc lập trên mạng chưa đủ văn bản đi, đến (dữ liệu minh họa).',
    'Một số công chức chưa quen thao tác trên phần mềm.',
    'Văn phòng HĐND và UBND',
  ),
  finding(
    'public-finance',
    'shortcoming',
    'Giải ngân vốn đầu tư công chậm so với kế hoạch (dữ liệu minh họa).',
    'Vướng giải phóng mặt bằng.',
    'Phòng Kinh tế',
  ),
  finding(
    'digital-government',
    'shortcoming',
    'Chưa áp dụng TCVN ISO 18091:2020 (dữ liệu minh họa).',
    'Chưa được tập huấn.',
    'Văn phòng HĐND và UBND',
  ),
  finding(
    'steering',
    'violation',
    'Tự kiểm tra cải cách hành chính chưa thực hiện đủ số cuộc theo kế hoạch (dữ liệu minh họa).',
    'Người đứng đầu chưa đôn đốc.',
    'Lãnh đạo đơn vị',
  ),
]
