import type { DraftSketch } from './sketch.ts'

/** Drafts that tell their figures in sentences, with figures of other years and other things among them. */

export const sentences: DraftSketch = {
  name: 'figures inside sentences',
  blocks: [
    'II. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG CẢI CÁCH HÀNH CHÍNH',
    '1. Cải cách thể chế',
    'Trong kỳ, phường đã tự kiểm tra {institutions.inspection.self-inspected} văn bản quy phạm pháp luật; qua kiểm tra có {institutions.inspection.to-handle} văn bản cần phải xử lý, đến nay đã xử lý xong {institutions.inspection.handled} văn bản, tỷ lệ xử lý sau kiểm tra đạt {institutions.inspection.handled-rate}%.',
    'Qua rà soát, có {institutions.review.to-handle} văn bản cần phải xử lý sau rà soát; đã xử lý xong {institutions.review.handled} văn bản, tỷ lệ xử lý sau rà soát đạt {institutions.review.handled-rate}%.',
    '2. Cải cách thủ tục hành chính',
    'Từ ngày 15/12/2025 đến nay, Trung tâm Phục vụ hành chính công phường đã tiếp nhận {admin-procedures.received} hồ sơ, trong đó đã giải quyết {admin-procedures.resolved} hồ sơ; giải quyết đúng hạn {admin-procedures.on-time} hồ sơ (đạt 98,7%), còn {admin-procedures.overdue} hồ sơ quá hạn. Tỷ lệ hồ sơ trực tuyến đạt {admin-procedures.online-rate}%.',
    'Tỷ lệ thủ tục hành chính thực hiện tại Trung tâm Phục vụ hành chính công đạt {admin-procedures.at-center-rate}%; tỷ lệ thủ tục hành chính cung cấp dịch vụ công trực tuyến toàn trình trên Cổng Dịch vụ công quốc gia đạt {admin-procedures.fully-online-rate}%; tỷ lệ thanh toán trực tuyến đạt {admin-procedures.online-payment-rate}%.',
    'Tỷ lệ số hóa hồ sơ, kết quả giải quyết đạt {admin-procedures.digitised-rate}%, tỷ lệ cấp kết quả điện tử đạt {admin-procedures.electronic-result-rate}%.',
    'Phường tiếp nhận {admin-procedures.feedback.received} phản ánh, kiến nghị về giải quyết TTHC, đã giải quyết {admin-procedures.feedback.resolved} phản ánh, kiến nghị.',
    'Qua khảo sát, mức độ hài lòng của người dân, doanh nghiệp đạt {admin-procedures.satisfaction-rate}%, riêng lĩnh vực đất đai đạt {admin-procedures.satisfaction-land-rate}%.',
    '4. Cải cách chế độ công vụ',
    'Phường được phân bổ {civil-service.staff-quota} chỉ tiêu, hiện có mặt {civil-service.staff} cán bộ, công chức. Trong năm đã cử 15 lượt cán bộ đi bồi dưỡng, tổ chức 03 lớp tập huấn.',
    'Đã lập {civil-service.records.work-files-count} hồ sơ công việc, trong đó tỷ lệ hồ sơ công việc lập trên môi trường mạng đạt {civil-service.records.work-files-online-rate}%.',
    '5. Cải cách tài chính công',
    'Phường có {public-finance.service-units.total} đơn vị sự nghiệp công lập trực thuộc, trong đó {public-finance.service-units.group-2} đơn vị thuộc nhóm 2, {public-finance.service-units.group-3} đơn vị thuộc nhóm 3 và {public-finance.service-units.group-4} đơn vị thuộc nhóm 4.',
    'Tổng thu ngân sách đạt {public-finance.budget-revenue:tỷ} tỷ đồng; tổng chi ngân sách {public-finance.budget-expenditure:tỷ} tỷ đồng.',
  ],
}

export const decomposed: DraftSketch = {
  name: 'decomposed letters and abbreviations',
  letters: (text) => text.normalize('NFD'),
  blocks: [
    'I. Công tác chỉ đạo, điều hành CCHC',
    '1. Công tác chỉ đạo điều hành',
    '- Về mức độ hoàn thành nhiệm vụ CCHC: tổng số nhiệm vụ trong kế hoạch là {steering.plan-tasks.total} nhiệm vụ, đã hoàn thành {steering.plan-tasks.done} nhiệm vụ, đang thực hiện {steering.plan-tasks.in-progress} nhiệm vụ.',
    '- Về nhiệm vụ UBND TP, Chủ tịch UBND TP giao: được giao {steering.assigned-tasks.total} nhiệm vụ; hoàn thành đúng hạn {steering.assigned-tasks.on-time} nhiệm vụ; hoàn thành nhưng quá hạn {steering.assigned-tasks.late} nhiệm vụ; quá hạn nhưng chưa hoàn thành {steering.assigned-tasks.overdue} nhiệm vụ.',
    'II. Kết quả thực hiện các nội dung CCHC',
    '2. Cải cách TTHC',
    '- Tiếp nhận {admin-procedures.received} HS TTHC; đã giải quyết {admin-procedures.resolved} HS, đúng hạn {admin-procedures.on-time} HS, quá hạn {admin-procedures.overdue} HS.',
    '- Tỷ lệ HS trực tuyến: {admin-procedures.online-rate}%.',
    '- Tỷ lệ TTHC thực hiện tại TTPVHCC: {admin-procedures.at-center-rate}%.',
    '- Tỷ lệ TTHC không phụ thuộc địa giới hành chính: {admin-procedures.place-independent-rate}%.',
    '- Tỷ lệ HS TTHC đồng bộ lên Cổng DVC quốc gia: {admin-procedures.synchronised-rate}%.',
    '- Tỷ lệ khai thác, tái sử dụng dữ liệu đã số hóa: {admin-procedures.data-reuse-rate}%.',
    '- PAKN về TTHC: tiếp nhận {admin-procedures.feedback.received}, đã giải quyết {admin-procedures.feedback.resolved}.',
    '5. Cải cách tài chính công',
    '- Tổng số ĐVSN công lập trực thuộc: {public-finance.service-units.total} ĐVSN; nhóm 1: {public-finance.service-units.group-1}, nhóm 2: {public-finance.service-units.group-2}, nhóm 3: {public-finance.service-units.group-3}, nhóm 4: {public-finance.service-units.group-4}.',
  ],
}

export const missingParts: DraftSketch = {
  name: 'most parts missing, no headings of parts',
  blocks: [
    'BÁO CÁO NHANH SỐ LIỆU PHỤC VỤ KIỂM TRA',
    'Cải cách thủ tục hành chính',
    'Tổng số hồ sơ TTHC tiếp nhận là {admin-procedures.received} hồ sơ, số đã giải quyết là {admin-procedures.resolved} hồ sơ, số giải quyết đúng hạn là {admin-procedures.on-time} hồ sơ.',
    'Mức độ hài lòng về giải quyết TTHC: {admin-procedures.satisfaction-rate}%',
    'Cải cách tài chính công',
    'Vốn đầu tư công: kế hoạch vốn được giao {public-finance.investment.planned:tỷ} tỷ đồng, đã giải ngân {public-finance.investment.disbursed:tỷ} tỷ đồng.',
  ],
}

export const scanned: DraftSketch = {
  name: 'slips of a scan',
  blocks: [
    'II. KÊT QUẢ THỰC HIÊN CÁC NÔI DUNG CẢI CÁCH HANH CHÍNH',
    '2. Cai cách thủ tục hành chinh',
    '- Tông số hồ so TTHC tiêp nhận: {admin-procedures.received:space} hồ sơ. Trong đó :',
    '+ Số hồ sơ đã giải quyêt : {admin-procedures.resolved} hồ sơ .',
    '+ Số hổ sơ đã giải quyết đúng han: {admin-procedures.on-time} hô sơ ; đạt tỷ lệ 97,5 % .',
    '+ Số hồ sơ qúa hạn: {admin-procedures.overdue} hồ sơ',
    '+ Tỷ lê hồ sơ trưc tuyến: {admin-procedures.online-rate} %',
    '- Tỷ lệ sô hóa hồ sơ, kết quà giải quyết thủ tục hành chính: {admin-procedures.digitised-rate} %.',
    '- Phản ánh, kiên nghị (PAKN) về tiếp nhân và giải quyết TTHC:',
    '+ Tồng số PAKN tiêp nhận: {admin-procedures.feedback.received}',
    '+ Tổng sô PAKN đã đuợc giải quyết: {admin-procedures.feedback.resolved}',
    '5. Cải cách tài chinh công',
    '- Tổng đơn vị sự nghiêp công lập trực thuộc: {public-finance.service-units.total} đơn vi. Trong đó:',
    '+ Số đơn vị thuộc nhóm 3: {public-finance.service-units.group-3} đơn vị',
    '+ Số đon vị thuộc nhóm 4: {public-finance.service-units.group-4} đơn vị',
  ],
}

export const ratios: DraftSketch = {
  name: 'strokes and brackets',
  blocks: [
    'I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH',
    '1. Công tác chỉ đạo điều hành',
    '- Mức độ hoàn thành nhiệm vụ CCHC: đã hoàn thành {steering.plan-tasks.done}/{steering.plan-tasks.total} nhiệm vụ (đạt 88,9%); còn {steering.plan-tasks.in-progress} nhiệm vụ đang thực hiện.',
    'II. KẾT QUẢ THỰC HIỆN',
    '2. Cải cách thủ tục hành chính',
    '- Đã tiếp nhận {admin-procedures.received} hồ sơ, trong đó trực tuyến 1.100 hồ sơ ({admin-procedures.online-rate}%); đã giải quyết {admin-procedures.resolved} hồ sơ, giải quyết đúng hạn {admin-procedures.on-time} hồ sơ (đạt 99,2%).',
    '- Số hóa {admin-procedures.digitised-rate}% hồ sơ, kết quả giải quyết TTHC.',
    '- {admin-procedures.overdue} hồ sơ quá hạn, đã thực hiện xin lỗi.',
    '4. Cải cách chế độ công vụ',
    '- Cán bộ, công chức có mặt {civil-service.staff}/{civil-service.staff-quota} chỉ tiêu được phân bổ.',
    '5. Cải cách tài chính công',
    '- Giải ngân vốn đầu tư công: kế hoạch vốn được giao {public-finance.investment.planned} triệu đồng, đã giải ngân {public-finance.investment.disbursed} triệu đồng, đạt 64,2% kế hoạch.',
  ],
}

export const comparisons: DraftSketch = {
  name: 'figures of other years and targets',
  blocks: [
    'II. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG CẢI CÁCH HÀNH CHÍNH',
    '1. Cải cách thể chế',
    '- Kết quả thực hiện tuyên truyền, phổ biến giáo dục pháp luật: tổ chức 12 hội nghị với 1.560 lượt người tham dự, phát 3.500 tờ rơi, đăng 48 tin bài.',
    '2. Cải cách thủ tục hành chính',
    '- Tổng số hồ sơ TTHC tiếp nhận: {admin-procedures.received} hồ sơ, tăng 12,5% so với cùng kỳ năm 2025 (cùng kỳ năm 2025: 9.876 hồ sơ).',
    '- Số hồ sơ đã giải quyết: {admin-procedures.resolved} hồ sơ (năm 2025: 9.512 hồ sơ).',
    '- Số hồ sơ đã giải quyết đúng hạn: {admin-procedures.on-time} hồ sơ.',
    '- Tỷ lệ hồ sơ trực tuyến: {admin-procedures.online-rate}%, vượt 5,2% so với chỉ tiêu thành phố giao (80%).',
    '- Mức độ hài lòng của người dân, doanh nghiệp: {admin-procedures.satisfaction-rate}% (mức tối thiểu 95%).',
    '4. Cải cách chế độ công vụ',
    '- Số lượng cán bộ, công chức có mặt: {civil-service.staff} người; chỉ tiêu được phân bổ: {civil-service.staff-quota} người; trong đó 28 đảng viên, 12 nữ.',
    'III. ĐÁNH GIÁ CHUNG',
    '1. Những kết quả tích cực đã đạt được',
    'Công tác CCHC được quan tâm; tiếp nhận {admin-procedures.received} hồ sơ, mức độ hài lòng đạt {admin-procedures.satisfaction-rate}%. Xếp hạng 5/114 xã, phường.',
    '2. Những tồn tại, hạn chế',
    'Còn 45 hồ sơ phải bổ sung nhiều lần; 3 phần mềm chưa liên thông.',
  ],
}

export const withoutMarks: DraftSketch = {
  name: 'without any marks',
  letters: (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D'),
  blocks: [
    'II. Kết quả thực hiện các nội dung cải cách hành chính',
    '2. Cải cách thủ tục hành chính',
    '- Tổng số hồ sơ TTHC tiếp nhận: {admin-procedures.received} hồ sơ',
    '- Số hồ sơ đã giải quyết: {admin-procedures.resolved} hồ sơ',
    '- Số hồ sơ đã giải quyết đúng hạn: {admin-procedures.on-time} hồ sơ',
    '- Số hồ sơ quá hạn: {admin-procedures.overdue} hồ sơ',
    '- Tỷ lệ hồ sơ trực tuyến: {admin-procedures.online-rate}%',
    '- Tổng số PAKN tiếp nhận: {admin-procedures.feedback.received}',
    '- Tổng số PAKN đã được giải quyết: {admin-procedures.feedback.resolved}',
    '5. Cải cách tài chính công',
    '- Tổng đơn vị sự nghiệp công lập trực thuộc: {public-finance.service-units.total} đơn vị',
    '- Số đơn vị thuộc nhóm 4: {public-finance.service-units.group-4} đơn vị',
  ],
}
