import type { downloadTemplate as contract } from '@cchc/domain/thematic/contract.ts'
import { sheetColumns } from '@cchc/domain/thematic/sheet.ts'
import type { Row } from 'write-excel-file/node'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { writeWorkbook, xlsxMediaType } from '../documents/write-workbook.ts'
import type { Act } from '../platform/serve.ts'

/** The sheet to fill in: its headings, and a second sheet with an example, the fields and the ways to write a time. */
export const downloadTemplate: Act<typeof contract> = async ({ db }, { params }) => {
  const { year } = await getSettledCampaign(db, params.campaignId)
  const fields = await db
    .selectFrom('campaignFields')
    .select('name')
    .where('campaignId', '=', params.campaignId)
    .orderBy('position')
    .execute()
  const head: Row = sheetColumns.map(({ heading }) => ({
    value: heading,
    fontWeight: 'bold',
    wrap: true,
    backgroundColor: '#E8F1F8',
    borderStyle: 'thin',
  }))
  const plain = (...texts: string[]): Row => texts.map((value) => ({ value, wrap: true, alignVertical: 'top' }))
  const example = [
    head,
    plain(
      'Kiểm tra công tác chứng thực',
      'Việc chứng thực bản sao, chữ ký; sổ chứng thực; thu phí',
      'Nghị định số 23/2015/NĐ-CP',
      fields[0]?.name ?? '',
      'Phường Lê Chân',
      `tháng 9/${year}`,
      'Họ và tên, chức vụ; Họ và tên, chức vụ',
    ),
    plain('', '', '', '', 'Phường Hải Dương', `15-19/10/${year}`, ''),
  ]
  const help = [
    plain('Ví dụ (dữ liệu minh họa):'),
    ...example,
    plain('Mỗi đơn vị một dòng. Dòng để trống tên chuyên đề thì thuộc chuyên đề của dòng trên.'),
    plain('Thời gian: 17/9, 15-19/9, từ 28/9 đến 2/10, tháng 9, tháng 9-10, quý III. Ngày đứng trước tháng.'),
    plain('Người tham gia: mỗi người cách nhau bằng dấu chấm phẩy; họ tên và chức vụ cách nhau bằng dấu phẩy.'),
    plain('Lĩnh vực CCHC, cách nhau bằng dấu chấm phẩy; có thể để trống:'),
    ...fields.map(({ name }) => plain(name)),
  ]
  const bytes = await writeWorkbook([
    { data: [head], sheet: 'Đăng ký', columns: sheetColumns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
    { data: help, sheet: 'Cách ghi', columns: sheetColumns.map(({ width }) => ({ width })) },
  ])
  return { name: `Mau dang ky kiem tra chuyen de ${year}.xlsx`, mediaType: xlsxMediaType, bytes }
}
