/** Kinds of files that are taken, known by their content. The first ending is the one a file without a fitting ending gets. */
export const fileKinds = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'], words: 'PDF' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    words: 'Word',
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    words: 'Excel',
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    endings: ['pptx'],
    words: 'PowerPoint',
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'], words: 'OpenDocument' },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'], words: 'OpenDocument' },
  doc: { mediaType: 'application/msword', endings: ['doc'], words: 'Word 97–2003' },
  xls: { mediaType: 'application/vnd.ms-excel', endings: ['xls'], words: 'Excel 97–2003' },
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], words: 'Ảnh JPEG' },
  png: { mediaType: 'image/png', endings: ['png'], words: 'Ảnh PNG' },
  webp: { mediaType: 'image/webp', endings: ['webp'], words: 'Ảnh WebP' },
  gif: { mediaType: 'image/gif', endings: ['gif'], words: 'Ảnh GIF' },
  text: { mediaType: 'text/plain', endings: ['txt'], words: 'Văn bản thuần' },
  csv: { mediaType: 'text/csv', endings: ['csv'], words: 'Bảng CSV' },
} as const satisfies Record<string, { mediaType: string; endings: readonly string[]; words: string }>
export type FileKind = keyof typeof fileKinds

/** What a refusal says is taken. */
export const kindsInWords = 'PDF, Word, Excel, PowerPoint, OpenDocument, ảnh JPEG, PNG, WebP, GIF, văn bản .txt, .csv'

/** Endings for a file chooser; the server judges by content. */
export const takenEndings: readonly string[] = Object.values(fileKinds).flatMap(({ endings }) =>
  endings.map((ending) => `.${ending}`),
)

export const isPicture = (kind: FileKind) => ['jpeg', 'png', 'webp', 'gif'].includes(kind)

/** What is worth knowing of a file that was taken. */
export const fileNotes = {
  locked: 'Có mật khẩu mở tệp: người đọc cần mật khẩu, và máy quét không xem được bên trong.',
  script: 'PDF có mã lệnh; hệ thống không chạy mã này.',
  embedded: 'PDF có tệp đính kèm bên trong.',
  'many-frames': 'Ảnh động; ảnh xem nhanh là khung đầu.',
} as const
export type FileNote = keyof typeof fileNotes
