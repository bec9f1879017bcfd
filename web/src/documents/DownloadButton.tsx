import { IconDownload } from '@tabler/icons-react'
import type { ReceivedFile } from '../platform/api.ts'
import { sayFailure } from '../platform/say-failure.ts'
import { Button, type ButtonLook } from '../ui/Button.tsx'
import { saveFile } from '../ui/csv.ts'
import { useSending } from '../ui/use-sending.ts'

interface Props extends Pick<ButtonLook, 'kind' | 'size' | 'wide'> {
  /** Fetches the file; a refusal is shown as its sentence instead of being saved as a file. */
  fetchFile: () => Promise<ReceivedFile>
  /** Does what must be on the server before the file is made. */
  before?: () => Promise<unknown>
  children?: string
}

/** Downloads a paper as the Word file that is kept or would be kept. */
export function DownloadButton({ fetchFile, before, children = 'Tải .docx', ...look }: Props) {
  const sending = useSending(sayFailure)
  const download = () =>
    sending.send(async () => {
      await before?.()
      const { name, blob } = await fetchFile()
      saveFile(name, blob, blob.type)
    })
  return (
    <Button
      {...look}
      busy={sending.busy}
      icon={<IconDownload size={16} aria-hidden="true" />}
      onClick={() => void download()}
    >
      {children}
    </Button>
  )
}
