import type { PaperFormat } from '@cchc/domain/papers/paper-format.ts'
import type { ReceivedFile } from '../platform/api.ts'
import type { ButtonLook } from '../ui/Button.tsx'
import { DownloadButton } from './DownloadButton.tsx'

interface Props extends Pick<ButtonLook, 'kind' | 'size' | 'wide'> {
  fetchFile: (format: PaperFormat) => Promise<ReceivedFile>
  /** Does what must be on the server before the file is made. */
  before?: () => Promise<unknown>
  /** What is downloaded, where "Tải" alone does not say it: "Tải dự thảo". */
  act?: string
}

/** Downloads a paper as Word, to go on working with, or as PDF, to print and to send; both look alike. */
export function DownloadPaper({ fetchFile, act = 'Tải', kind = 'plain', ...rest }: Props) {
  return (
    <>
      <DownloadButton {...rest} kind={kind} fetchFile={() => fetchFile('docx')}>{`${act} .docx`}</DownloadButton>
      <DownloadButton {...rest} fetchFile={() => fetchFile('pdf')}>{`${act} .pdf`}</DownloadButton>
    </>
  )
}
