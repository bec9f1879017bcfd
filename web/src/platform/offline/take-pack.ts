import { readSession } from '@cchc/domain/accounts/contract.ts'
import { getInspectionPaper } from '@cchc/domain/documents/contract.ts'
import { listAttachments } from '@cchc/domain/evidence/contract.ts'
import { getVisit, type VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { getPen } from '@cchc/domain/fieldwork/pen-contract.ts'
import { listRecommendations } from '@cchc/domain/follow-up/contract.ts'
import { listEarlierRecommendations } from '@cchc/domain/follow-up/oversight-contract.ts'
import { getInspection, listInspections } from '@cchc/domain/inspections/contract.ts'
import { getSelfReport } from '@cchc/domain/self-reports/contract.ts'
import { addressOf } from '../api.ts'
import { noteReachable } from '../reachable.ts'
import { Refusal } from '../refusal.ts'
import { keepBegun } from './begun.ts'
import { keepSession } from './kept-answers.ts'
import { noteKeeping, personKeptHere } from './kept-here.ts'
import { askToKeep, storeProblem } from './storage-room.ts'
import { type DeviceStore, deviceStore, type KeptAnswer, type Pack } from './store.ts'

/** What is asked for, in this order; what a person may not read is left out, all but the visit itself. */
function questionsOf(inspectionId: string, campaignId: string | null): string[] {
  const inspection = { inspectionId }
  return [
    addressOf(getVisit.path, inspection),
    addressOf(getInspection.path, inspection),
    // Who writes the minutes, as far as is known on site: nobody else begins to there.
    addressOf(getPen.path, inspection),
    addressOf(getSelfReport.path, inspection),
    addressOf(listAttachments.path, inspection),
    addressOf(listEarlierRecommendations.path, inspection),
    addressOf(getInspectionPaper.path, { ...inspection, kind: 'minutes' }),
    ...(campaignId ? [addressOf(listRecommendations.path, { campaignId })] : []),
    ...(campaignId ? [addressOf(listInspections.path, { campaignId })] : []),
  ]
}

export interface Taking {
  readonly personId: string
  readonly inspectionId: string
  readonly campaignId: string | null
  /** Told after every answer: how many of how many have come. */
  readonly onProgress?: (done: number, of: number) => void
  readonly now?: () => Date
  readonly store?: DeviceStore
  readonly fetch?: typeof fetch
  readonly storage?: Parameters<typeof askToKeep>[0]
}

export interface Taken {
  readonly pack: Pack
  /** A sentence where the browser may delete it by itself; null where it has promised not to. */
  readonly warning: string | null
}

/**
 * Takes a visit along: everything its page shows, stored at once or not at all, so that a pack that was taken before stays
 * whole when this one fails. Throws a `Refusal` with the sentence to show.
 */
export async function takePack(taking: Taking): Promise<Taken> {
  const { personId, inspectionId, now = () => new Date(), store = deviceStore(), onProgress } = taking
  const ask = taking.fetch ?? fetch
  const questions = questionsOf(inspectionId, taking.campaignId)
  const answers: KeptAnswer[] = []
  const without: string[] = []
  let bytes = 0
  for (const [at, address] of questions.entries()) {
    onProgress?.(at, questions.length)
    const text = await answerOf(ask, address)
    if (text === null && at === 0)
      throw new Refusal(404, 'not-found', 'Không mang theo được: buổi kiểm tra này không còn, hoặc bạn không được xem.')
    if (text === null) without.push(address)
    else {
      bytes += new Blob([text]).size
      answers.push({
        personId,
        address,
        inspectionId: address.includes(inspectionId) ? inspectionId : '',
        answer: JSON.parse(text),
      })
    }
  }
  const session = await answerOf(ask, addressOf(readSession.path))
  onProgress?.(questions.length, questions.length)
  const view = answers[0]!.answer as VisitView
  const { unitName, visitOn } = view
  const pack: Pack = { personId, inspectionId, unitName, visitOn, takenAt: now().toISOString(), bytes, without }
  try {
    await store.transaction('rw', store.packs, store.answers, async () => {
      await store.answers.where({ personId, inspectionId }).delete()
      await store.answers.bulkPut(answers)
      if (session) await keepSession(JSON.parse(session), now(), store)
      await store.packs.put(pack)
    })
  } catch (error) {
    throw new Refusal(0, 'not-stored', storeProblem(error))
  }
  noteKeeping(personId, true)
  const storage = 'storage' in taking ? taking.storage : globalThis.navigator?.storage
  return { pack, warning: await askToKeep(storage) }
}

/** The answer as text; null where this person may not have it. */
async function answerOf(ask: typeof fetch, address: string): Promise<string | null> {
  const response = await ask(address, { credentials: 'same-origin' }).catch(() => null)
  if (!response || response.status >= 500) {
    if (!response) noteReachable(false)
    throw new Refusal(0, 'no-answer', 'Chưa mang theo được vì không kết nối được với máy chủ. Thử lại khi có mạng.')
  }
  noteReachable(true)
  if (response.ok) return response.text()
  if (response.status === 401)
    throw new Refusal(401, 'not-signed-in', 'Chưa mang theo được vì phiên làm việc đã hết. Đăng nhập lại rồi thử lại.')
  return null
}

/** What a person has taken along on this device, the next visit first. */
export async function packsOf(personId: string, store: DeviceStore = deviceStore()): Promise<Pack[]> {
  const packs = await store.packs.where({ personId }).toArray()
  return packs.sort((a, b) => ((a.visitOn ?? '') < (b.visitOn ?? '') ? -1 : 1))
}

/** Removes a pack from this device. What is unsent of its visit stays until it is sent. */
export async function dropPack(
  personId: string,
  inspectionId: string,
  store: DeviceStore = deviceStore(),
): Promise<void> {
  const { packs, answers, outboxes, files, device } = store
  await store.transaction('rw', packs, answers, outboxes, files, device, async () => {
    await store.packs.delete([personId, inspectionId])
    await keepBegun({ personId, inspectionId }, null, store)
    await store.answers.where({ personId, inspectionId }).delete()
    // Small pictures of photos that have come; the others wait here until they are sent.
    await store.files
      .where('[personId+inspectionId]')
      .equals([personId, inspectionId])
      .filter(({ isUp }) => isUp)
      .delete()
    if ((await store.packs.where({ personId }).count()) > 0 || (await store.outboxes.where({ personId }).count()) > 0)
      return
    await store.answers.where('[personId+address]').between([personId, ''], [personId, '\uffff']).delete()
    if (personKeptHere() === personId) noteKeeping(personId, false)
  })
}
