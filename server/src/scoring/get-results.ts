import { resultsOf } from '@cchc/domain/scoring/results.ts'
import type * as contract from '@cchc/domain/scoring/results-contract.ts'
import { xlsxMediaType } from '../documents/write-workbook.ts'
import type { Act } from '../platform/serve.ts'
import { buildResults } from './build-results.ts'
import { writeResultsXlsx } from './write-results-xlsx.ts'

export const getScoringResults: Act<typeof contract.getScoringResults> = async (context, { params }) =>
  resultsOf(await buildResults(context, params.campaignId))

export const exportScoringResults: Act<typeof contract.exportScoringResults> = (context, { params }) =>
  buildResults(context, params.campaignId)

export const downloadScoringResults: Act<typeof contract.downloadScoringResults> = async (context, { params }) => {
  const results = await buildResults(context, params.campaignId)
  return {
    name: `Ket qua cham diem ${results.campaign.year}.xlsx`,
    mediaType: xlsxMediaType,
    bytes: await writeResultsXlsx(results),
  }
}
