import { type ProofFile, uploadProof } from '@cchc/domain/follow-up/contract.ts'
import { addressOf } from '../platform/api.ts'
import { Refusal } from '../platform/refusal.ts'

/** A file on its way: how much of it has gone, and a way to call it back. */
export interface Upload {
  readonly done: Promise<ProofFile>
  cancel(): void
}

/**
 * Uploads one proof and tells how far it has come, 0–100. Goes around `call` because `fetch` does not say how much has
 * been sent. Rejects with a `Refusal`: the server's sentence, or ours when nobody answered or it was called back.
 */
export function startUpload(recommendationId: string, file: File, onProgress: (percent: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<ProofFile>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0)
    request.onload = () => {
      const read = (uploadProof.reply as typeof ProofFile).safeParse(request.response)
      if (request.status < 300 && read.success) resolve(read.data)
      else reject(refusalOf(request))
    }
    request.onerror = () => reject(new Refusal(0, 'no-answer', lost(file.name)))
    request.onabort = () => reject(new Refusal(0, 'called-back', 'Đã dừng gửi tệp này.'))
    request.open(uploadProof.method, addressOf(uploadProof.path, { recommendationId }))
    request.responseType = 'json'
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
  return { done, cancel: () => request.abort() }
}

const lost = (name: string) => `Mất kết nối khi đang gửi “${name}”. Kiểm tra mạng rồi gửi lại tệp này.`

function refusalOf({ status, response }: XMLHttpRequest): Refusal {
  const told = (response as { error?: { code?: string; sentence?: string } } | null)?.error
  return new Refusal(
    status,
    told?.code ?? 'no-sentence',
    told?.sentence ?? `Máy chủ không nhận tệp này (mã ${status}). Hãy thử lại.`,
  )
}
