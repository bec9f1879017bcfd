import { z } from 'zod'

/** The files that a paper is written as; both are drawn from the same data. A .docx unless asked otherwise. */
export const PaperFormat = z.enum(['docx', 'pdf'])
export type PaperFormat = z.infer<typeof PaperFormat>

/** What a download of a paper is asked. */
export const PaperFormatQuery = z.object({ format: PaperFormat.default('docx') })

export const paperMediaTypes: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}
