import { randomUUID } from 'node:crypto'
import { canonicalJson } from '@cchc/domain/canonical-json.ts'
import { getStructure, settlePieces } from '@cchc/domain/conclusions/board-contract.ts'
import { draftConclusion, getConclusion } from '@cchc/domain/conclusions/contract.ts'
import { getInspectionPaper } from '@cchc/domain/documents/contract.ts'
import {
  checkMinutesFingerprint,
  decideMinutesChange,
  downloadMinutesVersion,
  getMinutesState,
  getMinutesVersion,
  type MinutesState,
  proposeMinutesChange,
  restConclusionOnMinutes,
  signMinutes,
} from '@cchc/domain/fieldwork/minutes-contract.ts'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { leader, member, otherUnitHead, planner, standingDeputy, type TestPerson, unitHead } from '../../test/people.ts'
import { received, visitDesk } from '../../test/visit-desk.ts'

let house: TestHouse
let desk: ReturnType<typeof visitDesk>
let inspectionId: string
let picture: string
const findingId = randomUUID()

beforeAll(async () => {
  house = await openTestHouse()
  desk = visitDesk(house, await buildCampaign(house))
  house.clock.set('2026-07-15T01:05:00Z')
  inspectionId = await desk.openVisit()
  await desk.prepareMinutes(inspectionId)
  const chair = `${standingDeputy.fullName}, ${standingDeputy.post}`
  await house.owner.updateTable('visits').set({ chair }).where('inspectionId', '=', inspectionId).execute()
  ;(await desk.note(member, inspectionId, findingId)).ok()
  const figure = { revision: 0, verified: 118, reason: 'Đếm lại trên hệ thống' }
  ;(await desk.verify(member, inspectionId, received, figure)).ok()
  const ink = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="500" height="200"><path d="M40 150 Q160 20 250 120 T460 60" stroke="#123" stroke-width="6" fill="none"/></svg>',
  )
  picture = (await sharp(ink).png().toBuffer()).toString('base64')
})
afterAll(() => house.close())

const state = async (person: TestPerson = planner): Promise<MinutesState> =>
  (await house.as(person).call(getMinutesState, { params: { inspectionId } })).ok()
const newest = async () => (await state()).versions[0]!
const readVersion = async (version: string, person: TestPerson = planner) =>
  (await house.as(person).call(getMinutesVersion, { params: { inspectionId, version } })).ok()

async function sign(person: TestPerson, body: Partial<Parameters<typeof bodyOf>[0]>, version?: number) {
  const { fingerprint, version: last } = await newest()
  return house.as(person).call(signMinutes, {
    params: { inspectionId, version: version ?? last },
    body: bodyOf({ fingerprint, ...body }),
  })
}
function bodyOf(body: {
  fingerprint: string
  side?: 'secretary' | 'chair' | 'unit'
  way?: 'drawn' | 'paper' | 'refused'
  picture?: string
  reason?: string
  attachmentId?: string
}) {
  return { side: 'secretary' as const, way: 'drawn' as const, ...body }
}

test('closing freezes version 1, which nobody can change, with a fingerprint that anybody can work out again', async () => {
  expect((await state()).versions).toEqual([])
  expect((await house.as(planner).call(getMinutesVersion, { params: { inspectionId, version: '1' } })).status).toBe(404)
  house.clock.set('2026-07-15T04:30:00Z')
  ;(await desk.close(planner, inspectionId)).ok()
  const { versions, signing, actions } = await state()
  expect(versions).toMatchObject([{ version: 1, reason: '', frozenBy: planner.fullName, signatures: [] }])
  expect(signing.map(({ side, name }) => [side, name])).toEqual([
    ['secretary', planner.fullName],
    ['chair', standingDeputy.fullName],
    ['unit', unitHead.fullName],
  ])
  expect(actions).toEqual(['propose', 'scan'])
  const frozen = await readVersion('1')
  expect(frozen.present.every((row) => row.present)).toBe(true)
  expect(frozen.findings).toEqual([{ findingId, revision: 1 }])
  const check = { params: { inspectionId, version: '1' } }
  expect((await house.as(unitHead).call(checkMinutesFingerprint, check)).ok()).toMatchObject({ equal: true })
  for (const change of [sql`update minutes_versions set reason = 'x'`, sql`delete from minutes_versions`])
    await expect(change.execute(house.owner)).rejects.toThrow('append-only')
})

test('the database writes canonical JSON as the domain does', async () => {
  const { paper } = await house.owner.selectFrom('minutesVersions').select('paper').executeTakeFirstOrThrow()
  for (const value of [paper, { b: [1, 2.5, null, true], a: { 'é"\\\n\t': 'Đoàn\u0001' }, A: [], _: {} }]) {
    const { rows } = await sql<{
      text: string
    }>`select canonical_json(${JSON.stringify(value)}::jsonb) as text`.execute(house.owner)
    expect(rows[0]!.text).toBe(canonicalJson(value))
  }
})

test('whoever may not sign is told why, and a drawing has to be one', async () => {
  const cases: [TestPerson, Parameters<typeof sign>[1], string][] = [
    [standingDeputy, { side: 'secretary', picture }, 'not-the-signer'],
    [planner, { side: 'chair', picture }, 'not-the-signer'],
    [member, { side: 'unit', picture }, 'unit-signs-before-keepers'],
    [member, { side: 'unit', way: 'refused', reason: 'x' }, 'minutes-noted-by-keepers'],
    [unitHead, { side: 'unit', picture }, 'not-permitted'],
    [otherUnitHead, { side: 'unit', picture }, 'not-permitted'],
    [planner, { picture, fingerprint: 'another' }, 'minutes-read-anew'],
    [planner, { picture: '' }, 'signature-picture'],
    [planner, { picture: Buffer.from('<svg/>').toString('base64') }, 'signature-picture'],
    [planner, { picture: (await blank()).toString('base64') }, 'signature-picture'],
    [planner, { side: 'unit', way: 'refused' }, 'refusal-needs-reason'],
    [planner, { side: 'unit', way: 'paper', attachmentId: randomUUID() }, 'scan-not-usable'],
  ]
  for (const [person, body, code] of cases) expect((await sign(person, body)).error?.code).toBe(code)
  expect((await newest()).signatures).toEqual([])
  const stranger = await house.as(otherUnitHead).call(getMinutesState, { params: { inspectionId } })
  expect(stranger.error?.code).toBe('no-such-inspection')
})

const named = async (person: TestPerson, fullName: string) => {
  await house.owner.updateTable('people').set({ fullName }).where('personId', '=', house.personId(person)).execute()
  house.signInAnew(person)
}

test('the chair is the very person that the minutes named when they were closed, whatever names others bear meanwhile', async () => {
  await named(member, standingDeputy.fullName)
  await named(standingDeputy, 'Tên Mới Minh Họa')
  expect((await sign(member, { side: 'chair', picture })).error?.code).toBe('not-the-signer')
  const { signing } = await state(standingDeputy)
  expect(signing.map(({ side, why }) => [side, why === null])).toContainEqual(['chair', true])
  await named(member, member.fullName)
  await named(standingDeputy, standingDeputy.fullName)
})

test('signatures stand over the fingerprint, on the paper everywhere, and once', async () => {
  ;(await sign(planner, { picture })).ok()
  ;(await sign(standingDeputy, { side: 'chair', picture })).ok()
  const twice = await Promise.all([
    sign(planner, { side: 'unit', way: 'refused', reason: 'Chưa thống nhất số liệu đất đai' }),
    sign(standingDeputy, { side: 'unit', picture }),
  ])
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 409])
  const { signatures, fingerprint } = await newest()
  expect(signatures.map((one) => [one.side, one.fingerprint]).sort()).toEqual([
    ['chair', fingerprint],
    ['secretary', fingerprint],
    ['unit', fingerprint],
  ])
  expect((await sign(planner, { picture })).error?.code).toBe('already-signed')
  const asUnit = await house.as(unitHead).call(getInspectionPaper, { params: { inspectionId, kind: 'minutes' } })
  expect(asUnit.ok().paper.signatures[0]!.picture).toMatch(/^data:image\/png;base64,/)
  const file = { params: { inspectionId, version: '1' } }
  const docx = await house.as(unitHead).call(downloadMinutesVersion, file)
  expect(docx.raw.subarray(0, 2).toString()).toBe('PK')
  expect((await house.as(unitHead).call(downloadMinutesVersion, file)).raw.equals(docx.raw)).toBe(true)
  const pdf = await house.as(unitHead).call(downloadMinutesVersion, { ...file, query: { format: 'pdf' } })
  expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-')
  await expect(sql`update minutes_signatures set name = 'x'`.execute(house.owner)).rejects.toThrow('append-only')
})

/** What the draft of the conclusion says, and would say now, of the figures. */
const figuresOfDraft = async () => {
  const { pieces, figures } = (await house.as(planner).call(getStructure, { params: { inspectionId } })).ok()
  const { key, proposed, now, state } = pieces.find((piece) => piece.key === 'overview:figures')!
  return { key, proposed, now, state, figure: figures.find(({ itemKey }) => itemKey === received) }
}

test('a change becomes a new version once the chair agrees; the old one stays as it was signed', async () => {
  ;(await house.as(planner).call(draftConclusion, { params: { inspectionId } })).ok()
  const before = await readVersion('1')
  const { session, attendance } = await desk.read(planner, inspectionId)
  const { chair, secretary, exchange, unitOpinion } = session
  const content = { chair, secretary, exchange, unitOpinion, attendance, findings: [], figures: [] }
  const propose = (person: TestPerson, changes: object) =>
    house.as(person).call(proposeMinutesChange, {
      params: { inspectionId },
      body: { onVersion: 1, reason: 'Ghi sót ý kiến của đơn vị', content: { ...content, ...changes } },
    })
  const decide = async (person: TestPerson, decision: 'agreed' | 'declined' | 'withdrawn', reason = '') =>
    house.as(person).call(decideMinutesChange, {
      params: { inspectionId, changeId: (await state()).change?.changeId ?? randomUUID() },
      body: { decision, reason },
    })
  const finding = { findingId, kind: 'shortcoming' as const, text: 'Còn 02 hồ sơ quá hạn', cause: '', responsible: '' }
  // A report that is sent anew after the closing changes neither the closed visit nor what a new version says of it.
  const later = { value: JSON.stringify(999), revision: 2 }
  await house.owner.updateTable('answers').set(later).where('itemKey', '=', received).execute()
  const figureNow = async () =>
    (await desk.read(planner, inspectionId)).figures.find(({ itemKey }) => itemKey === received)
  expect(await figureNow()).toMatchObject({ reported: 120, verified: 118, difference: -2 })
  const drafted = await figuresOfDraft()
  expect(drafted).toMatchObject({ state: 'same', figure: { reported: 120, verified: 118, difference: -2 } })
  expect(drafted.now).toContain('báo cáo 120 hồ sơ, xác minh 118 hồ sơ (Đếm lại trên hệ thống)')
  const better = { unitOpinion: 'Đề nghị ghi rõ 02 hồ sơ.', findings: [{ ...finding, revision: 1 }] }
  expect((await propose(member, better)).error?.code).toBe('secretary-proposes')
  expect((await propose(planner, {})).error?.code).toBe('minutes-change-empty')
  expect((await propose(planner, { ...better, findings: [{ ...finding, revision: 4 }] })).status).toBe(409)
  expect((await propose(planner, { chair: '' })).error?.code).toBe('minutes-incomplete')
  const figures = [{ itemKey: received, verified: 119, reason: '' }]
  expect((await propose(planner, { figures })).error?.code).toBe('reason-for-difference')
  const figures2 = [{ itemKey: 'no-such-item', verified: 119, reason: 'x' }]
  expect((await propose(planner, { figures: figures2 })).error?.code).toBe('no-such-item')
  ;(await propose(planner, better)).ok()
  expect((await propose(planner, better)).error?.code).toBe('minutes-change-waits')
  expect((await state(unitHead)).change).toBeNull()
  expect((await decide(planner, 'agreed')).error?.code).toBe('own-minutes-change')
  expect((await decide(member, 'agreed')).error?.code).toBe('chair-agrees')
  expect((await decide(leader, 'declined')).error?.code).toBe('decline-needs-reason')
  ;(await decide(planner, 'withdrawn')).ok()
  ;(await propose(planner, { ...better, figures: [{ itemKey: received, verified: 119, reason: 'Đếm sót một' }] })).ok()
  house.clock.set('2026-07-16T02:00:00Z')
  const agreed = (await decide(standingDeputy, 'agreed')).ok()
  expect(agreed.versions.map(({ version, reason, proposedBy }) => [version, reason, proposedBy])).toEqual([
    [2, 'Ghi sót ý kiến của đơn vị', planner.fullName],
    [1, '', null],
  ])
  expect(agreed.change).toBeNull()
  expect(await readVersion('1')).toEqual(before)
  const after = await readVersion('2')
  expect(JSON.stringify(after.paper)).toContain(
    'Đây là bản 2 của biên bản, thay bản 1; lý do: Ghi sót ý kiến của đơn vị.',
  )
  expect(after.findings).toEqual([{ findingId, revision: 2 }])
  const rows = (paper: typeof after.paper) =>
    paper.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])).map((row) => cells(row).slice(2))
  expect(rows(before.paper)).toEqual([['120', '118', '-2', 'Đếm lại trên hệ thống']])
  expect(rows(after.paper)).toEqual([['120', '119', '-1', 'Đếm sót một']])
  expect(await figureNow()).toMatchObject({ reported: 120, verified: 119 })
  expect(after.row.signatures).toEqual([])
  const standing = await house.owner
    .selectFrom('documents')
    .select('state')
    .where('kind', '=', 'minutes')
    .orderBy('issuedAt')
    .execute()
  expect(standing.map((row) => row.state)).toEqual(['replaced', 'issued'])
  expect((await sign(planner, { picture }, 1)).error?.code).toBe('minutes-version-old')
  ;(await sign(planner, { picture })).ok()
})

test('the conclusion says which version it rests on, what a newer one changes, and nothing of a later report', async () => {
  const conclusion = async () =>
    (await house.as(planner).call(getConclusion, { params: { inspectionId } })).ok().conclusion!
  expect(await conclusion()).toMatchObject({ minutesVersion: 1, newestMinutes: { version: 2 } })
  const { key, proposed, now, state: standing, figure } = await figuresOfDraft()
  expect({ standing, figure }).toMatchObject({ standing: 'changed', figure: { reported: 120, verified: 119 } })
  expect(now).toContain('báo cáo 120 hồ sơ, xác minh 118 hồ sơ (Đếm lại trên hệ thống)')
  expect(proposed).toContain('báo cáo 120 hồ sơ, xác minh 119 hồ sơ (Đếm sót một)')
  const decisions = [{ key, decision: 'take' as const, proposed, now }]
  ;(await house.as(planner).call(settlePieces, { params: await conclusion(), body: { decisions } })).ok()
  expect((await conclusion()).text.overview).toContain('xác minh 119 hồ sơ (Đếm sót một)')
  const rest = (version: string) =>
    house.as(planner).call(restConclusionOnMinutes, { params: { inspectionId, version } })
  expect((await rest('7')).error?.code).toBe('no-such-minutes')
  ;(await rest('2')).ok()
  expect(await conclusion()).toMatchObject({ minutesVersion: 2 })
})

const cells = (row: readonly { runs: readonly { text: string }[] }[]) =>
  row.map(({ runs }) => runs.map(({ text }) => text).join(''))

function blank() {
  return sharp({ create: { width: 400, height: 160, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer()
}
