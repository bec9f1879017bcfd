/** The parts of `StorageManager` that are used; browsers lack some of them, and all of them over plain http. */
export interface Storage {
  persist?(): Promise<boolean>
  persisted?(): Promise<boolean>
}

const refused =
  'Trình duyệt không hứa giữ lâu dài dữ liệu trên máy này và có thể tự xóa khi máy gần đầy. Gửi phần đã ghi ngay khi có mạng, hoặc bấm “Lưu phần chưa gửi ra tệp” trước khi rời đơn vị. Cài phần mềm lên màn hình chính thường giúp trình duyệt giữ dữ liệu.'

/** Asks the browser to keep what is stored; gives null when it will, else the sentence to show. */
export async function askToKeep(storage: Storage | undefined): Promise<string | null> {
  try {
    if (await storage?.persisted?.()) return null
    return (await storage?.persist?.()) ? null : refused
  } catch {
    return refused
  }
}

/** Why a write to this device's store failed, as a sentence; what was stored before is still there. */
export function storeProblem(error: unknown): string {
  const names = namesOf(error)
  if (names.includes('QuotaExceededError'))
    return 'Máy này hết chỗ trống nên chưa lưu thêm được. Những gì đã mang theo và đã ghi vẫn còn nguyên. Bỏ bớt buổi đã xong ở trang “Buổi kiểm tra”, hoặc xóa bớt ảnh, tệp trên máy rồi thử lại.'
  if (names.some((name) => ['OpenFailedError', 'MissingAPIError', 'SecurityError', 'InvalidStateError'].includes(name)))
    return 'Trình duyệt này không cho lưu dữ liệu trên máy (thường do đang ở chế độ ẩn danh hoặc bị quản trị chặn). Mở phần mềm trong cửa sổ thường rồi thử lại.'
  return 'Chưa lưu được vào máy này. Những gì đã lưu trước đó vẫn còn. Hãy thử lại; nếu vẫn không được, báo quản trị hệ thống.'
}

/** The same about a photo, which is large: the words of a finding mostly still fit. */
export function photoProblem(error: unknown): string {
  if (!namesOf(error).includes('QuotaExceededError')) return storeProblem(error)
  return 'Máy này hết chỗ nên ảnh vừa chụp chưa được giữ; phần chữ và các ảnh trước vẫn còn nguyên. Gửi phần đã ghi khi có mạng, hoặc bấm “Lưu phần chưa gửi ra tệp” ở trang “Buổi kiểm tra”, xóa bớt ảnh, tệp khác trên máy rồi chụp lại. Trong lúc đó cứ ghi tiếp bằng chữ.'
}

/** Dexie wraps what the browser said, sometimes twice. */
function namesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return []
  const { name, inner, failures } = error as { name?: string; inner?: unknown; failures?: unknown[] }
  return [...(name ? [name] : []), ...namesOf(inner), ...(failures ?? []).flatMap(namesOf)]
}
