import type {
  checkMinutesFingerprint as checkContract,
  downloadMinutesVersion as downloadContract,
  getMinutesVersion as getContract,
  getMinutesState as stateContract,
} from '@cchc/domain/fieldwork/minutes-contract.ts'
import { fileName, paperFile } from '../documents/paper-file.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { minutesState } from './minutes-state.ts'
import { fingerprintOfMinutes, getMinutesVersionRecord, type MinutesVersion } from './minutes-versions.ts'
import { paperWithSignatures } from './signed-minutes.ts'

export const getMinutesState: Act<typeof stateContract> = (context, { params }) =>
  minutesState(context, params.inspectionId)

export const getMinutesVersion: Act<typeof getContract> = async (context, { params }) => {
  const frozen = await getMinutesVersionRecord(context, params.inspectionId, params.version)
  const { row, present, findings } = frozen
  return { row, present: [...present], findings: [...findings], paper: await signed(context, frozen) }
}

export const downloadMinutesVersion: Act<typeof downloadContract> = async (context, { params, query }) => {
  const frozen = await getMinutesVersionRecord(context, params.inspectionId, params.version)
  const { unitName } = await minutesState(context, params.inspectionId)
  const name = fileName(`Biên bản kiểm tra - ${unitName} - bản ${frozen.version}`, query.format)
  return paperFile(name, await signed(context, frozen), query.format)
}

/** Works the fingerprint out again from what is frozen, so that anybody who reads the minutes can see that they were not changed. */
export const checkMinutesFingerprint: Act<typeof checkContract> = async (context, { params }) => {
  const frozen = await getMinutesVersionRecord(context, params.inspectionId, params.version)
  const recomputed = fingerprintOfMinutes(frozen)
  return { kept: frozen.row.fingerprint, recomputed, equal: recomputed === frozen.row.fingerprint }
}

const signed = (context: Context, { inspectionId, paper, row }: MinutesVersion) =>
  paperWithSignatures(context, { inspectionId, paper, ...row })
