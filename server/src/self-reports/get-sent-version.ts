import type {
  checkFingerprint as checkContract,
  getSentVersion as getContract,
  listSentVersions as listContract,
} from '@cchc/domain/self-reports/sending-contract.ts'
import type { Act } from '../platform/serve.ts'
import { getReport } from './queries.ts'
import { fingerprintOf } from './send-self-report.ts'
import { readVersion, readVersionRows } from './sent-versions.ts'

export const listSentVersions: Act<typeof listContract> = async (context, { params }) => {
  const { selfReportId } = await getReport(context, params.selfReportId)
  return { versions: await readVersionRows(context, selfReportId) }
}

export const getSentVersion: Act<typeof getContract> = async (context, { params }) => {
  const { selfReportId } = await getReport(context, params.selfReportId)
  return readVersion(context, selfReportId, params.version)
}

/** Works the fingerprint out again from what is frozen, so that anybody who reads the report can see that it was not changed. */
export const checkFingerprint: Act<typeof checkContract> = async (context, { params }) => {
  const { selfReportId } = await getReport(context, params.selfReportId)
  const { fingerprint, outlineVersionId, answers, explanations } = await readVersion(
    context,
    selfReportId,
    params.version,
  )
  const recomputed = fingerprintOf(outlineVersionId, answers, explanations)
  return { kept: fingerprint, recomputed, equal: recomputed === fingerprint }
}
