import { Refusal } from './refusal.ts'

/** Reads a JSON file of the application's own bundle; these never change under one address. */
export async function readAsset<T>(address: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new Refusal(0, 'no-answer', 'Không tải được dữ liệu bản đồ từ máy chủ. Kiểm tra mạng nội bộ rồi thử lại.')
  })
  if (!response.ok)
    throw new Refusal(response.status, 'no-asset', 'Không tìm thấy dữ liệu bản đồ trên máy chủ. Hãy tải lại trang.')
  return (await response.json()) as T
}
