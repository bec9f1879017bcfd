/**
 * The parts of form 1.9 in the order of the paper, each with the line that shows it. Held against the paper as data and against
 * its .docx. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9; Phụ lục I, mục II (state's name and motto). Conclusion,
 * reading back and number of copies are customary; the form leaves them to the content.
 */
export const form19Parts: readonly (readonly [part: string, line: RegExp])[] = [
  ['issuing body', /^ĐOÀN KIỂM TRA$/],
  ['name of the State', /^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM$/],
  ['motto', /^Độc lập - Tự do - Hạnh phúc$/],
  ['type of paper', /^BIÊN BẢN$/],
  ['what of', /^Kiểm tra công tác cải cách hành chính$/],
  ['time begun', /^Thời gian bắt đầu: \d{2} giờ \d{2} phút, ngày \d{2} tháng \d{1,2} năm \d{4}\.$/],
  ['place', /^Địa điểm: \S.*\.$/],
  ['people', /^Thành phần tham dự:$/],
  ['people of the team, with posts', /^a\) Đoàn kiểm tra:$/],
  ['people of the unit, with posts', /^b\) Ủy ban nhân dân phường Lê Chân:$/],
  ['chair', /^Chủ trì \(chủ tọa\): \S.*, \S.*\.$/],
  ['secretary', /^Thư ký \(người ghi biên bản\): \S.*, \S.*\.$/],
  ['content', /^Nội dung \(theo diễn biến buổi làm việc\):$/],
  ['conclusion', /^\d+\. Kết luận buổi làm việc$/],
  ['read back to those present', /^Biên bản đã được đọc lại cho các thành viên dự họp cùng nghe/],
  ['number of copies', /được lập thành \d{2} bản có giá trị như nhau/],
  ['time ended', /^Buổi làm việc kết thúc vào \d{2} giờ \d{2} phút, ngày \d{2} tháng \d{1,2} năm \d{4}\.\/\.$/],
  ['signature of the secretary', /^THƯ KÝ$/],
  ['signature of the chair', /^CHỦ TỌA$/],
  ['signature of the unit', /^ĐẠI DIỆN ỦY BAN NHÂN DÂN PHƯỜNG LÊ CHÂN$/],
  ['recipients', /^Nơi nhận:$/],
  ['archive', /^- Lưu: /],
]
