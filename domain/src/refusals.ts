/**
 * Every reason for a no, in one table: code → HTTP status and the Vietnamese sentence.
 * A sentence says what is wrong, where, by which rule, and how to mend it.
 */
type Row = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503
  readonly sentence: (p: Record<string, string>) => string
}

const refusalTable = {
  'not-signed-in': {
    status: 401,
    sentence: () => 'Bạn chưa đăng nhập hoặc phiên làm việc đã hết. Hãy đăng nhập lại; những gì đã lưu vẫn còn.',
  },
  'wrong-credentials': {
    status: 401,
    sentence: () => 'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại.',
  },
  'link-not-valid': {
    status: 401,
    sentence: () =>
      'Đường dẫn đăng nhập không còn hiệu lực hoặc không mở trên chính máy đang chạy phần mềm. Hãy đăng nhập bằng tài khoản.',
  },
  'account-disabled': {
    status: 403,
    sentence: () => 'Tài khoản này đã bị khóa. Hãy liên hệ quản trị hệ thống của Sở Nội vụ.',
  },
  'not-permitted': {
    status: 403,
    sentence: () =>
      'Vai trò của bạn không làm được việc này. Nếu cần, hãy đề nghị thư ký Đoàn kiểm tra hoặc quản trị hệ thống.',
  },
  'too-many-requests': {
    status: 429,
    sentence: () => 'Có quá nhiều yêu cầu trong thời gian ngắn. Hãy chờ một phút rồi thử lại.',
  },
  'bad-input': { status: 400, sentence: (p) => `Dữ liệu gửi lên chưa đúng: ${p.problems}. Hãy sửa ô đó rồi gửi lại.` },
  'no-such-address': { status: 404, sentence: (p) => `Không có địa chỉ ${p.path} trong hệ thống.` },
  'database-away': {
    status: 503,
    sentence: () => 'Cơ sở dữ liệu tạm thời không trả lời. Việc vừa làm chưa được ghi; hãy thử lại sau ít phút.',
  },
  'changed-meanwhile': {
    status: 409,
    sentence: (p) =>
      `${p.what} đã được ${p.who || 'người khác'} sửa trong lúc bạn làm. Xem cả hai bản rồi chọn bản giữ lại; chưa có gì bị ghi đè.`,
  },
  'wrong-state': {
    status: 409,
    sentence: (p) => `Không ${p.act} được: ${p.what} đang ở bước “${p.state}”. ${p.way ?? ''}`.trim(),
  },

  'no-such-account': { status: 404, sentence: () => 'Không tìm thấy tài khoản này.' },
  'username-taken': {
    status: 409,
    sentence: (p) => `Tên đăng nhập “${p.username}” đã có người dùng. Hãy chọn tên khác.`,
  },
  'roles-apart': {
    status: 422,
    sentence: (p) =>
      `Một người không được giữ cả hai vai trò “${p.one}” và “${p.other}”: vai trò sau sẽ mở cho người của đơn vị xem việc của mọi đơn vị. Hãy bỏ một vai trò, hoặc tạo hai tài khoản.`,
  },
  'weak-password': { status: 422, sentence: () => 'Mật khẩu cần ít nhất 10 ký tự. Hãy đặt một câu ngắn dễ nhớ.' },

  'no-such-unit': { status: 404, sentence: (p) => `Không có đơn vị mã ${p.code} trong danh mục.` },
  'no-such-calendar-day': {
    status: 404,
    sentence: (p) => `Ngày ${p.day} không có trong danh sách ngày nghỉ, ngày làm bù.`,
  },
  'swap-on-wrong-weekday': {
    status: 422,
    sentence: (p) =>
      `Ngày ${p.day} là ${p.weekday}, không thể là “${p.kind}”. Ngày làm bù phải rơi vào thứ Bảy, Chủ nhật; ngày nghỉ hoán đổi, nghỉ bù phải rơi vào thứ Hai đến thứ Sáu.`,
  },
  'calendar-effects-changed': {
    status: 409,
    sentence: () =>
      'Trong lúc bạn xem, lịch kiểm tra hoặc báo cáo đã thay đổi nên danh sách hạn bị ảnh hưởng không còn như cũ. Chưa có gì bị đổi; xem lại danh sách mới rồi áp dụng.',
  },

  'unreadable-paper': { status: 422, sentence: (p) => p.sentence ?? 'Không đọc được tệp này.' },
  'no-such-campaign': { status: 404, sentence: () => 'Không tìm thấy đợt kiểm tra này.' },
  'decision-already-imported': {
    status: 409,
    sentence: (p) =>
      `Quyết định số ${p.number} ngày ${p.date} đã có trong hệ thống. Mở đợt kiểm tra đó thay vì nhập lần nữa.`,
  },
  'plan-incomplete': {
    status: 422,
    sentence: (p) =>
      `Chưa ban hành được đợt kiểm tra: ${p.missing}. Bổ sung các mục này ở màn hình rà soát rồi thử lại.`,
  },
  'unit-not-confirmed': {
    status: 422,
    sentence: (p) =>
      `Còn ${p.count} đơn vị chưa được người rà soát xác nhận: ${p.names}. Chọn đúng đơn vị trong danh mục cho từng dòng.`,
  },
  'unit-twice': {
    status: 422,
    sentence: (p) =>
      `${p.name} xuất hiện hai lần trong danh sách (dòng ${p.lines}). Mỗi đơn vị chỉ kiểm tra một lần trong năm (mục IV.2 Kế hoạch).`,
  },
  'doubts-open': {
    status: 422,
    sentence: (p) =>
      `Còn ${p.count} điểm nghi vấn chưa được xác nhận: ${p.names}. Không điểm nào được tự động chấp nhận.`,
  },
  'campaign-running-already': {
    status: 409,
    sentence: (p) => `Năm ${p.year} đã có đợt kiểm tra đang chạy. Hãy kết thúc đợt đó trước khi mở đợt khác cùng năm.`,
  },

  'no-such-team-member': { status: 404, sentence: () => 'Không tìm thấy thành viên này trong Đoàn kiểm tra.' },
  'no-such-person': { status: 404, sentence: () => 'Không tìm thấy người này trong danh bạ.' },
  'one-leader-only': {
    status: 409,
    sentence: () =>
      'Đoàn kiểm tra chỉ có một Trưởng đoàn và một Phó Trưởng đoàn Thường trực (mục III.2a Kế hoạch). Sửa vai trò của người đang giữ trước.',
  },
  'one-seat-per-person': {
    status: 409,
    sentence: () =>
      'Người này đã giữ một vị trí khác trong Đoàn kiểm tra; mỗi người chỉ giữ một vị trí. Chọn người khác, hoặc bỏ trống vị trí kia trước.',
  },
  'member-has-visits': {
    status: 409,
    sentence: (p) =>
      `${p.name} đang được phân công ở ${p.count} buổi kiểm tra. Thay người ở các buổi đó trước khi đưa ra khỏi Đoàn.`,
  },

  'no-such-busy-time': { status: 404, sentence: () => 'Không tìm thấy lịch bận này.' },
  'not-your-busy-time': {
    status: 403,
    sentence: () =>
      'Mỗi người chỉ ghi lịch bận của mình, mỗi đơn vị của đơn vị mình. Lịch bận của người khác do thư ký Đoàn ghi.',
  },
  'calendar-unreadable': {
    status: 422,
    sentence: (p) => `Không đọc được tệp lịch “${p.name}”: ${p.why}. Xuất lại lịch thành tệp .ics rồi chọn lại.`,
  },

  'no-such-inspection': { status: 404, sentence: () => 'Không tìm thấy cuộc kiểm tra này.' },
  'outside-period': {
    status: 422,
    sentence: (p) =>
      `Ngày ${p.date} nằm ngoài thời gian kiểm tra từ ${p.from} đến ${p.to} (mục III.1 Kế hoạch). Chọn ngày trong khoảng này.`,
  },
  'not-a-working-day': {
    status: 422,
    sentence: (p) => `Ngày ${p.date} là ngày nghỉ (${p.rule}). Chọn một ngày làm việc.`,
  },
  'in-the-past': {
    status: 422,
    sentence: (p) => `Ngày ${p.date} đã qua (hôm nay là ${p.today}). Chọn từ hôm nay trở đi.`,
  },
  'slot-taken': {
    status: 409,
    sentence: (p) =>
      `${p.half ? `${p.half} ngày ${p.date}` : 'Buổi này'} Đoàn đã có buổi kiểm tra khác${p.unit ? ` tại ${p.unit}` : ''}. Chọn buổi khác hoặc dời buổi kia trước.`,
  },
  'unit-visited-once-a-year': {
    status: 409,
    sentence: (p) =>
      `${p.unit || 'Đơn vị này'} đã có một cuộc kiểm tra trong năm ${p.year || 'này'}${p.other ? ` (${p.other})` : ''}. Mỗi đơn vị chỉ kiểm tra một lần trong năm (mục IV.2 Kế hoạch).${p.way ? ` ${p.way}` : ''}`,
  },
  'report-due-passed': {
    status: 422,
    sentence: (p) =>
      `Kiểm tra ngày ${p.date} thì hạn gửi báo cáo là ${p.due}, đã qua. Đơn vị phải có ít nhất ${p.days} ngày làm việc trước buổi kiểm tra (mục IV.3 Kế hoạch). Chọn ngày muộn hơn.`,
  },
  'reason-needed': {
    status: 422,
    sentence: () => 'Lịch này đã thông báo cho đơn vị, nên đổi lịch phải ghi lý do để thông báo lại.',
  },
  'no-such-group': {
    status: 422,
    sentence: (p) => `Đoàn chia làm ${p.groups} tổ, không có tổ ${p.group}. Chọn một tổ từ 1 đến ${p.groups}.`,
  },
  'no-such-proposal': { status: 404, sentence: () => 'Không tìm thấy đề xuất lịch này.' },
  'nothing-to-schedule': {
    status: 422,
    sentence: () =>
      'Không còn cuộc nào để xếp: mọi cuộc đã thông báo, đã kiểm tra hoặc đang được giữ nguyên. Bỏ giữ ít nhất một cuộc rồi thử lại.',
  },
  'schedule-under-way': {
    status: 409,
    sentence: (p) =>
      `${p.who || 'Có người'} đang cho tính một lịch của đợt này. Chờ xong hoặc dừng lần tính đó rồi thử lại.`,
  },
  'proposal-outdated': {
    status: 409,
    sentence: (p) =>
      `Chưa áp dụng cuộc nào: ${p.count} cuộc đã đổi từ lúc tính (${p.units}). Bỏ chọn các cuộc đó hoặc cho tính lại theo lịch hiện nay.`,
  },
  'nothing-to-swap': {
    status: 422,
    sentence: (p) => `Không đổi chỗ được: ${p.why}. Chọn hai buổi khác nhau, cùng đợt và đều đã có lịch.`,
  },
  'nothing-to-announce': {
    status: 409,
    sentence: (p) =>
      `${p.unit} đã được thông báo đúng lịch này (Thông báo số ${p.number}). Chỉ thông báo lại khi lịch thay đổi.`,
  },
  'nothing-changed': {
    status: 409,
    sentence: (p) =>
      `${p.unit}: chưa có thông báo nào về thời gian, địa điểm khác lịch đang có. Thông báo thay đổi chỉ dành cho buổi kiểm tra đã dời sau khi thông báo; các trường hợp khác thì ban hành thông báo lịch riêng.`,
  },
  'announcement-refused': {
    status: 409,
    sentence: (p) =>
      `Chưa ban hành văn bản nào: ${p.count} đơn vị chưa thông báo được. ${p.first} Sửa hoặc bỏ chọn các đơn vị này rồi ban hành lại.`,
  },
  'chosen-twice': {
    status: 422,
    sentence: () => 'Có đơn vị hoặc số văn bản được chọn hai lần. Mỗi đơn vị một lần, mỗi thông báo một số.',
  },
  'nobody-to-remind': {
    status: 409,
    sentence: () =>
      'Không có ai để nhắc: các đơn vị đã chọn đều đã xem thông báo, chưa được thông báo, hoặc chưa có tài khoản nào đang hoạt động.',
  },
  'press-never-here': {
    status: 422,
    sentence: () =>
      'Cuộc kiểm tra đột xuất không mở cho báo chí, không mời báo chí (mục IV.4 Kế hoạch). Chỉ mở được buổi kiểm tra theo kế hoạch.',
  },
  'not-open-to-press': {
    status: 409,
    sentence: () => 'Buổi kiểm tra này chưa mở cho báo chí. Bấm “Mở cho báo chí” trước khi mời cơ quan báo chí.',
  },
  'invitation-before-notice': {
    status: 409,
    sentence: () =>
      'Chưa mời được: buổi kiểm tra này chưa thông báo lịch cho đơn vị, hoặc đã qua. Ban hành thông báo lịch trước, rồi mời.',
  },
  'no-such-coverage': { status: 404, sentence: () => 'Không tìm thấy bài báo này.' },
  'coverage-twice': { status: 409, sentence: () => 'Địa chỉ bài báo này đã có trong danh sách của buổi kiểm tra.' },
  'not-your-coverage': {
    status: 403,
    sentence: () => 'Chỉ người đưa đường dẫn bài báo hoặc thư ký Đoàn gỡ được đường dẫn này.',
  },
  'no-such-notification': { status: 404, sentence: () => 'Không tìm thấy tin báo này.' },
  'no-such-mail': { status: 404, sentence: () => 'Không tìm thấy thư này.' },
  'mail-sent-already': { status: 409, sentence: () => 'Thư này đã gửi đi. Mỗi thư chỉ gửi một lần.' },
  'no-such-feed': {
    status: 404,
    sentence: () =>
      'Địa chỉ lịch này không còn dùng được. Mở phần mềm, vào tên của mình ở góc trên, chọn “Lịch cá nhân” để lấy địa chỉ mới.',
  },
  'person-elsewhere': {
    status: 409,
    sentence: (p) =>
      `${p.name || 'Có người trong thành phần'} đã có mặt ở buổi kiểm tra khác cùng buổi${p.unit ? ` (${p.unit})` : ''}. Chọn người khác hoặc buổi khác.`,
  },
  'roster-incomplete': {
    status: 422,
    sentence: (p) =>
      `Chưa ban hành được thông báo lịch: ${p.gaps} Bổ sung thành phần buổi kiểm tra, hoặc ghi lý do để ban hành như vậy; lý do được lưu cùng hồ sơ.`,
  },
  'number-taken': {
    status: 409,
    sentence: (p) =>
      `Số ${p.number || 'này'} đã cấp cho văn bản khác trong năm. Số văn bản là duy nhất trong năm (Điều 15 Nghị định 30/2020/NĐ-CP). Lấy số kế tiếp.`,
  },
  'issued-before-signing': { status: 422, sentence: (p) => `Ngày ban hành ${p.date} không hợp lệ: ${p.why}.` },

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
  'no-such-request': { status: 404, sentence: () => 'Không tìm thấy yêu cầu tài liệu này.' },
  'answer-empty': {
    status: 422,
    sentence: () => 'Cần trả lời bằng lời hoặc kèm ít nhất một tệp trước khi gửi cho Đoàn kiểm tra.',
  },

  'no-file': { status: 400, sentence: () => 'Chưa có tệp nào được gửi lên. Hãy chọn tệp rồi thử lại.' },

  'no-such-vehicle': { status: 404, sentence: () => 'Không tìm thấy xe này trong danh sách.' },
  'no-such-trip': { status: 404, sentence: () => 'Không tìm thấy chuyến xe này; có thể đã được bỏ.' },
  'vehicle-out-of-use': {
    status: 422,
    sentence: (p) => `${p.vehicle} đã ngừng sử dụng. Chọn xe khác, hoặc cho xe dùng lại ở danh sách xe.`,
  },
  'vehicle-taken': {
    status: 409,
    sentence: (p) =>
      `${p.vehicle} đã được xếp một chuyến ${p.times} ngày ${p.date}. Chọn xe khác hoặc đổi giờ cho hai chuyến không trùng nhau.`,
  },
  'rider-elsewhere': {
    status: 409,
    sentence: (p) => `${p.name} đã có chỗ trên ${p.vehicle} (${p.times}) cùng lúc này. Bỏ khỏi một trong hai xe.`,
  },
  'rider-twice': {
    status: 422,
    sentence: (p) => `${p.name} có tên hai lần trên ${p.vehicle}. Giữ lại một điểm đón.`,
  },
  'too-few-seats': { status: 422, sentence: (p) => p.sentence ?? 'Xe không đủ chỗ.' },
  'trip-times': {
    status: 422,
    sentence: (p) => `Giờ về ${p.returns} không sau giờ xuất phát ${p.departs}. Sửa lại một trong hai giờ.`,
  },
  'trip-of-the-day': {
    status: 422,
    sentence: () => 'Cuộc kiểm tra này không cần chuyến xe riêng: bố trí xe theo ngày ở mục “Xe và kinh phí”.',
  },
  'no-such-budget-line': { status: 404, sentence: () => 'Không tìm thấy dòng kinh phí này trong đợt kiểm tra.' },
  'budget-code-taken': {
    status: 409,
    sentence: () => 'Mã này đã dùng cho dòng kinh phí khác của đợt kiểm tra. Chọn mã khác.',
  },
  'budget-line-closed': {
    status: 422,
    sentence: (p) => `Dòng kinh phí ${p.code} đã khóa nên không ghi thêm được. Chọn dòng khác hoặc mở lại dòng này.`,
  },
  'no-such-cost': { status: 404, sentence: () => 'Không tìm thấy khoản chi này.' },
  'amount-not-plausible': { status: 422, sentence: (p) => p.sentence ?? 'Số tiền chưa đúng.' },
  'spent-in-the-future': {
    status: 422,
    sentence: (p) => `Ngày chi ${p.date} ở sau hôm nay (${p.today}). Sổ chỉ ghi khoản đã chi; sửa lại ngày.`,
  },
  'cost-settled': {
    status: 409,
    sentence: (p) => `${p.what} nên không sửa được nữa; cả hai dòng được giữ lại. Ghi khoản chi mới nếu cần.`,
  },

  'no-such-outline': { status: 404, sentence: () => 'Không tìm thấy đề cương này.' },
  'outline-broken': { status: 422, sentence: (p) => `Đề cương chưa dùng được: ${p.problems}.` },
  'outline-not-draft': {
    status: 409,
    sentence: (p) =>
      `Không ${p.act} được: đề cương “${p.title}” ${p.state}. Bản đã công bố không bao giờ thay đổi; hãy tạo bản soạn mới từ bản này.`,
  },
  'outline-not-published': {
    status: 409,
    sentence: (p) =>
      `Đề cương “${p.title}” ${p.state} nên không dùng được. Chọn một bản đã công bố, hoặc công bố bản này trước.`,
  },
  'outline-chosen': {
    status: 409,
    sentence: (p) =>
      `Không ngừng dùng được đề cương “${p.title}”: đợt “${p.campaign}” đang rà soát đã chọn bản này. Chọn bản khác ở màn hình rà soát trước.`,
  },
  'outline-line-lost': {
    status: 422,
    sentence: (p) =>
      `Bản gửi lên thiếu chỉ mục ${p.keys} của bản gốc. Chỉ mục không hỏi nữa phải để ở “Ngừng hỏi” để mã không bị dùng cho câu hỏi khác; tải lại trang rồi sửa tiếp.`,
  },
  'no-outline-in-paper': {
    status: 422,
    sentence: (p) =>
      `Không tìm thấy đề cương trong tệp “${p.file}”. Tệp cần có dòng tên bắt đầu bằng “ĐỀ CƯƠNG” và các phần đánh số I, II, 1, 2…; hãy chọn tệp khác hoặc soạn từ bản năm trước.`,
  },
  'no-such-self-report': { status: 404, sentence: () => 'Không tìm thấy báo cáo này.' },
  'no-such-item': { status: 404, sentence: (p) => `Đề cương không có mục ${p.key} dành cho đơn vị này.` },
  'wrong-kind-of-answer': { status: 422, sentence: (p) => `Mục “${p.label}” cần ${p.kind}. Hãy nhập lại.` },
  'computed-item': {
    status: 422,
    sentence: (p) => `Mục “${p.label}” do hệ thống tự tính, không nhập tay. Sửa các số mà mục này tính từ đó.`,
  },
  'report-has-errors': { status: 422, sentence: (p) => `Chưa gửi được báo cáo: còn ${p.count} lỗi. ${p.first}` },
  'explanation-needed': {
    status: 422,
    sentence: (p) => `Chưa gửi được báo cáo: còn ${p.count} cảnh báo chưa giải trình. ${p.first}`,
  },
  'report-incomplete': {
    status: 422,
    sentence: (p) => `Chưa gửi được báo cáo: còn ${p.count} mục bắt buộc chưa trả lời. ${p.first}`,
  },
  'remark-open': {
    status: 422,
    sentence: (p) => `Chưa gửi được báo cáo: còn ${p.count} ý kiến của Đoàn kiểm tra chưa xử lý. ${p.first}`,
  },
  'no-such-item-remark': { status: 404, sentence: () => 'Không tìm thấy ý kiến này ở báo cáo.' },
  'remark-reply-needed': {
    status: 422,
    sentence: (p) =>
      `Mục “${p.label}” chưa thay đổi từ khi bị trả lại. Hãy bổ sung mục này, hoặc ghi câu trả lời vì sao giữ nguyên rồi đánh dấu.`,
  },
  'no-such-version': { status: 404, sentence: (p) => `Báo cáo này không có bản gửi lần ${p.version}.` },
  'correction-asked-already': {
    status: 409,
    sentence: (p) => `${p.who} đã đề nghị sửa báo cáo này và đang chờ lãnh đạo đơn vị. Chưa cần đề nghị thêm.`,
  },
  'no-correction-asked': {
    status: 409,
    sentence: () => 'Không có đề nghị sửa nào đang chờ. Tải lại trang để xem trạng thái hiện nay.',
  },
  'no-such-extension': { status: 404, sentence: () => 'Không tìm thấy đề nghị gia hạn này.' },
  'extension-not-possible': {
    status: 409,
    sentence: (p) => `Không xin gia hạn được: ${p.why}. ${p.way}`,
  },
  'extension-decided': {
    status: 409,
    sentence: (p) => `Đề nghị gia hạn này đã xong (${p.state}). Tải lại trang để xem kết quả.`,
  },
  'extension-date': {
    status: 422,
    sentence: (p) => `Ngày ${p.date} không làm hạn gửi mới được: ${p.why}. ${p.way}`,
  },
  'more-time-not-possible': { status: 409, sentence: (p) => `Không xin gia hạn khắc phục được: ${p.why}. ${p.way}` },
  'more-time-date': {
    status: 422,
    sentence: (p) => `Ngày ${p.date} không làm hạn khắc phục mới được: ${p.why}. ${p.way}`,
  },
  'third-party-step': {
    status: 422,
    sentence: (p) => `Chưa ghi được bước “${p.step}”: ${p.why}. Sửa ô đó rồi lưu lại.`,
  },
  'revisit-day': {
    status: 422,
    sentence: (p) => `Ngày kiểm tra lại ${p.date} không dùng được: ${p.why}. Chọn ngày khác.`,
  },
  'not-a-violation': {
    status: 422,
    sentence: () => 'Chỉ phát hiện loại “Vi phạm” mới chuyển để xử lý được. Sửa loại của phát hiện rồi làm lại.',
  },
  'no-such-violation': { status: 404, sentence: () => 'Không tìm thấy vi phạm này trong việc được giao cho bạn.' },
  'violation-changed': {
    status: 409,
    sentence: (p) =>
      `Vi phạm này vừa được cập nhật (${p.now}). Chưa có gì bị ghi đè; tải lại trang để xem rồi ghi lại.`,
  },
  'no-such-check': {
    status: 404,
    sentence: () => 'Đề cương không có cảnh báo này để giải trình. Lỗi thì phải sửa số liệu, không giải trình được.',
  },

  'no-such-registration': { status: 404, sentence: () => 'Không tìm thấy đăng ký kiểm tra chuyên đề này.' },
  'no-department': {
    status: 422,
    sentence: () =>
      'Tài khoản của bạn chưa gắn với sở, ngành nào nên chưa đăng ký được. Đề nghị quản trị hệ thống ghi cơ quan công tác cho tài khoản.',
  },
  'registered-twice': {
    status: 409,
    sentence: (p) => `${p.unit} có hai lần trong đăng ký này. Mỗi đơn vị chỉ ghi một dòng với một thời gian.`,
  },
  'wish-outside-year': {
    status: 422,
    sentence: (p) =>
      `Thời gian dự kiến tại ${p.unit} (${p.time}) không thuộc năm ${p.year} của đợt kiểm tra. Chọn thời gian trong năm.`,
  },
  'registration-decided': {
    status: 409,
    sentence: (p) =>
      `Đăng ký tại ${p.unit} đã được quyết định, nên nội dung, căn cứ, lĩnh vực và thời gian giữ như đã đăng ký. Chỉ sửa được người tham gia và đơn vị chưa được quyết định; cần đổi khác, đề nghị Phó Trưởng đoàn Thường trực rút lại quyết định.`,
  },
  'host-not-fit': {
    status: 422,
    sentence: (p) =>
      `Không lồng ghép vào cuộc kiểm tra đó được: ${p.why}. Chọn buổi kiểm tra chung của cùng đơn vị, cùng năm, chưa kiểm tra.`,
  },
  'only-own-findings': {
    status: 403,
    sentence: () =>
      'Bạn dự buổi này theo kiểm tra chuyên đề lồng ghép nên chỉ ghi phát hiện của chuyên đề mình. Điểm danh, số liệu và biên bản do Đoàn kiểm tra ghi.',
  },
  'not-a-guest': {
    status: 422,
    sentence: () => 'Chuyên đề này không lồng ghép vào buổi kiểm tra này. Chọn một chuyên đề có tên trong buổi.',
  },
  'result-needed': {
    status: 422,
    sentence: () => 'Ghi kết quả kiểm tra chuyên đề trước khi đóng hồ sơ.',
  },
  'unreadable-sheet': { status: 422, sentence: (p) => p.sentence ?? 'Không đọc được bảng này.' },

  'no-such-finding': { status: 404, sentence: () => 'Không tìm thấy phát hiện này.' },
  'session-not-open': {
    status: 409,
    sentence: () => 'Buổi kiểm tra chưa bắt đầu hoặc đã kết thúc. Bấm “Bắt đầu buổi kiểm tra” trước khi ghi.',
  },
  'session-closed': {
    status: 409,
    sentence: () =>
      'Buổi kiểm tra đã kết thúc và biên bản đã khóa nên nội dung này chưa được đưa vào. Bản ghi vẫn còn trên thiết bị: mở lại để xem, gửi cho thư ký Đoàn để đưa vào biên bản bổ sung, rồi chọn “Cất riêng”.',
  },
  'pen-elsewhere': {
    status: 409,
    sentence: (p) =>
      `${p.who} đang giữ quyền ghi biên bản từ ${p.since}. Nội dung của bạn chưa được ghi và vẫn còn nguyên: đề nghị ${p.who} chuyển quyền ghi, hoặc chủ trì buổi kiểm tra thu lại, rồi gửi lại.`,
  },
  'not-pen-holder': {
    status: 403,
    sentence: (p) =>
      p.who
        ? `Quyền ghi biên bản đang do ${p.who} giữ; chỉ người giữ chuyển được, hoặc chủ trì buổi kiểm tra thu lại.`
        : 'Chưa ai giữ quyền ghi biên bản. Bấm “Nhận quyền ghi” trước.',
  },
  'pen-only-to-roster': {
    status: 422,
    sentence: () => 'Quyền ghi biên bản chỉ chuyển cho người có tên trong thành phần Đoàn của buổi kiểm tra này.',
  },
  'pen-release-reason': {
    status: 422,
    sentence: () => 'Thu lại quyền ghi biên bản của người khác thì phải ghi lý do.',
  },
  'not-on-roster': {
    status: 403,
    sentence: () =>
      'Bạn không có tên trong thành phần buổi kiểm tra này nên không ghi được. Đề nghị thư ký Đoàn bổ sung vào thành phần.',
  },
  'not-your-finding': {
    status: 403,
    sentence: (p) => `Phát hiện này do ${p.who} ghi. Chỉ người ghi hoặc thư ký Đoàn sửa, xóa được.`,
  },
  'finding-id-taken': {
    status: 409,
    sentence: () =>
      'Phát hiện này đã được ghi với nội dung khác, hoặc đã bị xóa. Chưa có gì bị ghi đè; tải lại danh sách rồi ghi thành phát hiện mới nếu vẫn cần.',
  },
  'site-record-taken': {
    status: 409,
    sentence: () =>
      'Mã của nội dung này đã dùng cho nội dung loại khác nên chưa ghi được. Bản ghi vẫn còn trên thiết bị: chọn “Ghi thành mục mới”.',
  },
  'not-your-record': {
    status: 403,
    sentence: (p) => `${p.what} do ${p.who} ghi. Chỉ người ghi hoặc thư ký Đoàn sửa, xóa được.`,
  },
  'no-such-field': {
    status: 422,
    sentence: () => 'Lĩnh vực này không có trong đợt kiểm tra. Chọn một lĩnh vực trong danh sách.',
  },
  'session-times': {
    status: 422,
    sentence: (p) => `${p.what} ${p.at} không hợp lệ: ${p.why}. Kiểm tra đồng hồ của thiết bị rồi nhập lại.`,
  },
  'visit-not-today': {
    status: 422,
    sentence: (p) => `Buổi kiểm tra đặt vào ngày ${p.date}; chỉ bắt đầu được từ ngày đó.`,
  },
  'minutes-incomplete': { status: 422, sentence: (p) => `Chưa khóa được biên bản: ${p.missing}.` },
  'no-such-minutes': {
    status: 404,
    sentence: (p) => `Biên bản của buổi này không có bản ${p.version}. Bản đầu có khi kết thúc buổi kiểm tra.`,
  },
  'minutes-version-old': {
    status: 409,
    sentence: (p) => `Đã có bản ${p.newest} của biên bản. Đọc bản ${p.newest} rồi ký bản đó.`,
  },
  'minutes-read-anew': {
    status: 409,
    sentence: () => 'Biên bản trên máy này không phải bản đang lưu. Tải lại trang, đọc lại rồi ký.',
  },
  'already-signed': {
    status: 409,
    sentence: (p) => `${p.side} đã ${p.way} bản này. Bản đã ký không sửa; cần sửa thì lập bản mới.`,
  },
  'not-the-signer': {
    status: 403,
    sentence: (p) =>
      `Người ký ở chỗ ${p.side} theo biên bản là ${p.name}; chỉ người đó ký được bằng tài khoản của mình. Nếu đã ký trên giấy, thư ký tải bản quét lên.`,
  },
  'signer-not-named': {
    status: 422,
    sentence: (p) => `Biên bản chưa ghi tên ${p.side}. Lập bản mới có tên rồi ký.`,
  },
  'unit-signs-before-keepers': {
    status: 403,
    sentence: () => 'Đại diện đơn vị ký trên máy của thư ký hoặc chủ tọa, trước mặt người đó.',
  },
  'minutes-noted-by-keepers': {
    status: 403,
    sentence: () => 'Thư ký hoặc chủ tọa của buổi kiểm tra ghi việc ký trên giấy và việc không ký.',
  },
  'signature-picture': {
    status: 422,
    sentence: (p) => `Chưa nhận được chữ ký: ${p.why}. Xóa nét rồi ký lại trong khung.`,
  },
  'scan-not-usable': {
    status: 422,
    sentence: (p) => `Chưa dùng được bản quét: ${p.why}.`,
  },
  'refusal-needs-reason': { status: 422, sentence: () => 'Ghi lý do không ký; lý do được in vào biên bản.' },
  'secretary-proposes': {
    status: 403,
    sentence: () => 'Thư ký của buổi kiểm tra lập bản mới của biên bản. Hãy báo thư ký nội dung cần sửa.',
  },
  'chair-agrees': {
    status: 403,
    sentence: (p) => `Chủ tọa (${p.name}) hoặc lãnh đạo Đoàn kiểm tra quyết định bản mới của biên bản.`,
  },
  'own-minutes-change': {
    status: 403,
    sentence: () => 'Người đề nghị bản mới không tự đồng ý được; chủ tọa hoặc lãnh đạo Đoàn kiểm tra quyết định.',
  },
  'minutes-change-waits': {
    status: 409,
    sentence: (p) => `${p.who} đã đề nghị một bản mới, đang chờ chủ tọa. Rút hoặc quyết định đề nghị đó trước.`,
  },
  'no-such-minutes-change': {
    status: 404,
    sentence: () => 'Đề nghị này không còn chờ quyết định. Tải lại trang để xem bản đang có.',
  },
  'decline-needs-reason': {
    status: 422,
    sentence: () => 'Ghi lý do không đồng ý để thư ký biết cần sửa gì.',
  },
  'minutes-change-empty': { status: 422, sentence: () => 'Bản mới giống hệt bản đang có. Sửa nội dung rồi gửi.' },
  'reason-for-difference': {
    status: 422,
    sentence: (p) => `Số xác minh khác số báo cáo ở mục “${p.label}”. Ghi lý do chênh lệch.`,
  },

  'administrators-see-no-secrets': {
    status: 403,
    sentence: () =>
      'Tài khoản quản trị không được biết kiểm tra đột xuất trước khi công bố. Hãy dùng tài khoản không có vai trò quản trị.',
  },
  'cannot-be-told': {
    status: 422,
    sentence: (p) =>
      `Không báo cho ${p.name || 'người này'} được: chỉ người của Đoàn kiểm tra, không giữ vai trò quản trị, được biết kiểm tra đột xuất trước khi công bố. Chọn người khác.`,
  },
  'always-told': {
    status: 409,
    sentence: (p) => `${p.name} luôn được biết (người đề xuất, Trưởng đoàn), không bỏ ra được.`,
  },
  'no-leader-named': {
    status: 422,
    sentence: () =>
      'Đoàn kiểm tra chưa có Trưởng đoàn có tài khoản để ra lệnh kiểm tra đột xuất (mục II.2 Kế hoạch). Cử người vào vị trí Trưởng đoàn trước.',
  },
  'not-the-day': {
    status: 422,
    sentence: (p) =>
      `Cuộc kiểm tra đột xuất đặt vào ngày ${p.date}, hôm nay là ${p.today}. Chỉ mở tại chỗ đúng ngày; nếu đổi ngày, sửa đề xuất và xin lệnh lại.`,
  },
  'no-such-place': { status: 404, sentence: () => 'Không tìm thấy địa điểm này trong cuộc kiểm tra.' },
  'not-opened-yet': {
    status: 409,
    sentence: () => 'Cuộc kiểm tra đột xuất chưa công bố tại chỗ nên văn bản chưa được lấy số. Vào sổ sau khi đã mở.',
  },

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
  'carried-or-closed': {
    status: 409,
    sentence: (p) =>
      `Thông báo cũ còn ${p.count} kiến nghị chưa xong mà bản thay thế chưa nói tới: ${p.which}. Chuyển tiếp hoặc ghi lý do kết thúc từng kiến nghị.`,
  },
  'no-such-remark': { status: 404, sentence: () => 'Không tìm thấy ý kiến này.' },
  'no-such-recommendation': { status: 404, sentence: () => 'Không tìm thấy kiến nghị này.' },
  'due-before-issue': {
    status: 422,
    sentence: (p) => `Hạn thực hiện ${p.date} sớm hơn ngày ban hành kết luận ${p.issuedOn}. Chọn hạn muộn hơn.`,
  },
  'proof-needed': {
    status: 422,
    sentence: () => 'Cần nêu kết quả khắc phục bằng lời hoặc kèm ít nhất một tài liệu kiểm chứng.',
  },
  'no-flag-to-take-back': {
    status: 409,
    sentence: () =>
      'Không có lượt chuyển xử lý nào của bạn cho vi phạm này còn rút được: bạn chưa chuyển, đã rút, hoặc người có thẩm quyền đã ghi kết quả.',
  },
  'remedy-sent': {
    status: 409,
    sentence: () =>
      'Báo cáo khắc phục này đã gửi nên tài liệu kiểm chứng kèm theo không đổi được. Nếu Đoàn trả lại, hãy gửi tài liệu ở lần báo cáo sau.',
  },
  'verdict-reason-needed': {
    status: 422,
    sentence: () => 'Chưa đạt thì phải ghi rõ còn thiếu gì để đơn vị biết mà làm tiếp.',
  },
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
  'no-synthesis-yet': {
    status: 404,
    sentence: () => 'Chưa có dự thảo báo cáo tổng hợp. Bấm “Soạn dự thảo” để bắt đầu.',
  },
} satisfies Record<string, Row>

export type RefusalCode = keyof typeof refusalTable

/** Every code, in the order of the table. */
export const refusalCodes = Object.keys(refusalTable) as RefusalCode[]

/** The HTTP status that goes with a code. */
export function refusalStatus(code: RefusalCode): number {
  return refusalTable[code].status
}

/** A no that a person can act on; the only thing an act throws on purpose. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly status: number
  /** What the screen needs beyond the sentence, such as both texts of a clash; plain JSON. */
  readonly details: unknown

  constructor(code: RefusalCode, params: Record<string, string | number> = {}, details: unknown = null) {
    const words = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
    super((refusalTable[code] as Row).sentence(words))
    this.name = 'Refusal'
    this.code = code
    this.status = refusalTable[code].status
    this.details = details
  }
}
