import { open } from 'node:fs/promises'
import { Refused } from './command.ts'

/** A file that a command was given, or a refusal that says why it cannot be read. */
export async function readInputFile(path: string, mostBytes: number): Promise<Buffer> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (!(await file.stat()).isFile()) throw new Refused(`"${path}" không phải là tệp.`)
      if (size > mostBytes) {
        const megabytes = (size / 1024 / 1024).toFixed(1).replace('.', ',')
        throw new Refused(
          `Tệp "${path}" nặng ${megabytes} MB, quá giới hạn ${mostBytes / 1024 / 1024} MB. Hãy bỏ ảnh hoặc tách phần phụ lục.`,
        )
      }
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Refused(`Không có tệp "${path}".`)
    if (code === 'EACCES' || code === 'EPERM') throw new Refused(`Không có quyền đọc tệp "${path}".`)
    throw error
  }
}
