import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getReview, importDecision } from '@cchc/domain/campaigns/contract.ts'
import {
  createOutline,
  createOutlineFromPaper,
  deleteOutline,
  getOutline,
  listOutlineFigures,
  listOutlines,
  type OutlineView,
  publishOutline,
  retireOutline,
  saveOutline,
} from '@cchc/domain/outlines/contract.ts'
import { editOutline, type OutlineEdit } from '@cchc/domain/outlines/edit-outline.ts'
import { type Outline, outlineItems } from '@cchc/domain/outlines/outline.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  administrator,
  cityViewer,
  member,
  otherPlanner,
  planner,
  type TestPerson,
  unitOfficer,
} from '../../test/people.ts'
import { reportDesk } from '../../test/report-desk.ts'

let house: TestHouse
let shipped: string
beforeAll(async () => {
  house = await openTestHouse()
  const { outlines } = (await house.as(planner).call(listOutlines)).ok()
  shipped = outlines[0]!.outlineVersionId
})
afterAll(() => house.close())

const begin = async (year = 2027, from: string | null = shipped) =>
  (await house.as(planner).call(createOutline, { body: { year, from } })).ok()
const save = (person: TestPerson, { version }: OutlineView, outline: Outline, revision = version.revision) =>
  house.as(person).call(saveOutline, {
    params: { outlineVersionId: version.outlineVersionId },
    body: { revision, year: version.year, outline },
  })
const publish = ({ version }: OutlineView, revision = version.revision) =>
  house.as(planner).call(publishOutline, { params: { outlineVersionId: version.outlineVersionId }, body: { revision } })
const edited = (outline: Outline, ...edits: OutlineEdit[]) =>
  edits.reduce((before, edit) => {
    const after = editOutline(before, edit)
    if ('problem' in after) throw new Error(after.problem)
    return after.outline
  }, outline)
const eventsOf = ({ version }: OutlineView) =>
  house.owner
    .selectFrom('auditEvents')
    .select(['action', 'details'])
    .where('subjectId', '=', version.outlineVersionId)
    .orderBy('action')
    .execute()
const rename: OutlineEdit = {
  act: 'change-item',
  key: 'admin-procedures.received',
  changes: { label: 'Hồ sơ tiếp nhận' },
}

describe('a draft', () => {
  test('from last year asks the same under the same keys, is saved with its revision, and every act is in the audit', async () => {
    const draft = await begin()
    const { outline: before } = (
      await house.as(planner).call(getOutline, { params: { outlineVersionId: shipped } })
    ).ok()
    expect(draft.version).toMatchObject({
      state: 'draft',
      year: 2027,
      basedOn: shipped,
      origin: 'version',
      revision: 0,
    })
    expect(draft.outline.parts).toEqual(before.parts)
    expect(draft.outline.title).toBe(before.title.replace('2026', '2027'))
    const saved = (await save(planner, draft, edited(draft.outline, rename))).ok()
    expect(saved.version).toMatchObject({ revision: 1, savedBy: planner.fullName })
    // The same again is no new revision.
    expect((await save(planner, saved, saved.outline)).ok().version.revision).toBe(1)
    await house.as(planner).call(deleteOutline, { params: { outlineVersionId: draft.version.outlineVersionId } })
    expect(await eventsOf(draft)).toEqual([
      expect.objectContaining({ action: 'outline.create' }),
      expect.objectContaining({ action: 'outline.delete' }),
      {
        action: 'outline.save',
        details: { revision: 1, changes: ['reworded item admin-procedures.received'], moreChanges: 0 },
      },
    ])
  })

  test('a stale save is refused with what stands now, and writes nothing', async () => {
    const draft = await begin()
    ;(await save(planner, draft, edited(draft.outline, rename))).ok()
    const stale = await save(otherPlanner, draft, { ...draft.outline, note: 'Của người khác' })
    expect(stale.error).toMatchObject({ code: 'changed-meanwhile', details: { version: { revision: 1 } } })
    const { outline } = stale.error!.details as OutlineView
    expect(outlineItems(outline).find(({ item }) => item.key === 'admin-procedures.received')!.item.label).toBe(
      'Hồ sơ tiếp nhận',
    )
    const row = await house.owner
      .selectFrom('outlineVersions')
      .selectAll()
      .where('outlineVersionId', '=', draft.version.outlineVersionId)
      .executeTakeFirstOrThrow()
    expect([row.revision, (row.content as Outline).note]).toEqual([1, draft.outline.note])
  })

  test('two at once: one is kept, the other is told', async () => {
    const draft = await begin()
    const answers = await Promise.all(
      ['một', 'hai', 'ba', 'bốn'].map((note, index) =>
        save(index % 2 ? otherPlanner : planner, draft, { ...draft.outline, note }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  })

  test('loses no line of the version it comes from', async () => {
    const draft = await begin()
    const [first, ...parts] = draft.outline.parts
    const dropped = { ...draft.outline, parts }
    expect(first).toBeDefined()
    expect((await save(planner, draft, dropped)).error?.code).toBe('outline-line-lost')
    expect((await save(planner, draft, edited(draft.outline, { act: 'retire-part', key: first!.key }))).status).toBe(
      200,
    )
  })

  test('is for those who edit it alone', async () => {
    const draft = await begin()
    const params = { outlineVersionId: draft.version.outlineVersionId }
    for (const person of [member, cityViewer, unitOfficer]) {
      expect((await house.as(person).call(getOutline, { params })).error?.code).toBe('no-such-outline')
      const { outlines } = (await house.as(person).call(listOutlines)).ok()
      expect(outlines.filter(({ state }) => state === 'draft')).toEqual([])
      expect(outlines.flatMap(({ actions }) => actions)).toEqual([])
    }
    expect((await house.as(administrator).call(getOutline, { params })).status).toBe(200)
  })
})

describe('publishing', () => {
  test('is refused with the item and the rule while anything is wrong', async () => {
    const draft = await begin()
    const broken = edited(draft.outline, { act: 'retire-item', key: 'steering.plan-tasks.done', withParts: false })
    const saved = (await save(planner, draft, broken)).ok()
    const refused = await publish(saved)
    expect(refused.error?.code).toBe('outline-broken')
    expect(refused.error?.sentence).toMatch(
      /Công thức của chỉ mục .*\(steering\.plan-tasks\.done-rate\) dùng chỉ mục “.*” \(steering\.plan-tasks\.done\), đã ngừng hỏi/,
    )
    expect((refused.error!.details as { problems: unknown[] }).problems.length).toBeGreaterThan(0)
    const mended = edited(broken, { act: 'restore-item', key: 'steering.plan-tasks.done' })
    const again = (await save(planner, saved, mended)).ok()
    expect((await publish(again, 0)).error?.code).toBe('changed-meanwhile')
    const published = (await publish(again)).ok()
    expect(published.version).toMatchObject({
      state: 'published',
      publishedBy: planner.fullName,
      actions: ['retire', 'copy'],
    })
    expect((await eventsOf(draft)).map(({ action }) => action)).toContain('outline.publish')
  })

  test('is for good: no act and no statement changes or removes what was published', async () => {
    const published = (await publish(await begin())).ok()
    const params = { outlineVersionId: published.version.outlineVersionId }
    expect((await save(planner, published, { ...published.outline, note: 'khác' })).error?.code).toBe(
      'outline-not-draft',
    )
    expect((await publish(published)).error?.code).toBe('outline-not-draft')
    expect((await house.as(planner).call(deleteOutline, { params })).error?.code).toBe('outline-not-draft')
    const row = sql.lit(params.outlineVersionId)
    for (const statement of [
      sql`update outline_versions set content = jsonb_set(content, '{note}', '"khác"') where outline_version_id = ${row}`,
      sql`update outline_versions set state = 'draft' where outline_version_id = ${row}`,
      sql`update outline_versions set year = 2030 where outline_version_id = ${row}`,
      sql`delete from outline_versions where outline_version_id = ${row}`,
    ])
      await expect(statement.execute(house.owner)).rejects.toMatchObject({ constraint: 'published_outline_stands' })
    const retired = (await house.as(administrator).call(retireOutline, { params })).ok()
    expect(retired.version).toMatchObject({ state: 'retired', actions: ['copy'] })
    await expect(
      sql`update outline_versions set state = 'published' where outline_version_id = ${row}`.execute(house.owner),
    ).rejects.toMatchObject({ constraint: 'published_outline_stands' })
    expect((await house.as(planner).call(retireOutline, { params })).error?.code).toBe('outline-not-published')
    // A new draft is the way on.
    expect((await begin(2028, params.outlineVersionId)).version.basedOn).toBe(params.outlineVersionId)
  })

  test('a draft is no ground for another draft', async () => {
    const draft = await begin()
    const answer = await house
      .as(planner)
      .call(createOutline, { body: { year: 2028, from: draft.version.outlineVersionId } })
    expect(answer.error?.code).toBe('outline-not-published')
  })
})

describe('from a file', () => {
  const fromPaper = (name: string, bytes: Uint8Array, from: string | undefined = shipped) =>
    house.as(planner).call(createOutlineFromPaper, {
      query: { year: '2027', from },
      file: { name, mediaType: 'application/octet-stream', bytes },
    })

  test('lines that last year had keep their keys, kinds and checks; those the paper lacks are retired', async () => {
    const decision = await readFile(join(import.meta.dirname, '..', '..', 'seed', 'decision-2251.txt'), 'utf8')
    const alone = decision
      .slice(decision.indexOf('ĐỀ CƯƠNG'))
      .replace('Tổng số hồ sơ TTHC tiếp nhận', 'Tổng số hồ sơ tiếp nhận')
    const draft = (await fromPaper('de-cuong.txt', Buffer.from(alone))).ok()
    const { outline: last } = (await house.as(planner).call(getOutline, { params: { outlineVersionId: shipped } })).ok()
    const keys = new Set(outlineItems(draft.outline).map(({ item }) => item.key))
    const kept = outlineItems(last).filter(({ item }) => keys.has(item.key))
    expect(draft.version).toMatchObject({ origin: 'paper', sourceFileName: 'de-cuong.txt', basedOn: shipped })
    expect(kept.length / outlineItems(last).length).toBeGreaterThan(0.95)
    expect(draft.outline.checks).toEqual(last.checks)
    expect(outlineItems(draft.outline).find(({ item }) => item.key === 'admin-procedures.received')!.item.label).toBe(
      'Tổng số hồ sơ tiếp nhận',
    )
    expect(draft.outline.retired.items.every(({ item }) => !keys.has(item.key))).toBe(true)
    expect((await publish(draft)).status).toBe(200)
  })

  test.each([
    ['khac.txt', 'Biên bản họp\nI. Nội dung\n1. Không có gì', 'no-outline-in-paper'],
    ['rong.txt', ' ', 'unreadable-paper'],
  ])('%s leaves nothing behind', async (name, text, code) => {
    const count = async () =>
      (await house.owner.selectFrom('outlineVersions').select('outlineVersionId').execute()).length
    const before = await count()
    expect((await fromPaper(name, Buffer.from(text))).error?.code).toBe(code)
    expect(await count()).toBe(before)
  })
})

test('figures for trying are those of reports that were sent, without their words', async () => {
  const desk = reportDesk(house, await buildCampaign(house))
  const { selfReportId } = await desk.openReport()
  await desk.write(selfReportId)
  await desk.save(unitOfficer, selfReportId, 'admin-procedures.initiatives', 'Một sáng kiến')
  const ask = async (person: TestPerson) => (await house.as(person).call(listOutlineFigures)).ok().reports
  expect(await ask(planner)).toEqual([])
  ;(await desk.send(selfReportId)).ok()
  expect(await ask(planner)).toEqual([
    expect.objectContaining({
      unitCode: '11383',
      unitKind: 'commune',
      year: 2026,
      answers: {
        'admin-procedures.received': 120,
        'admin-procedures.resolved': 100,
        'admin-procedures.on-time': 95,
        'admin-procedures.satisfaction': 96.5,
      },
    }),
  ])
})

test('a new campaign starts with the newest published outline of its year, and keeps that one from being retired', async () => {
  const published = (await publish(await begin(2026))).ok()
  const decision = await readFile(join(import.meta.dirname, '..', '..', 'seed', 'decision-2251.txt'), 'utf8')
  const file = { name: 'qd.txt', mediaType: 'text/plain', bytes: Buffer.from(decision.replaceAll('2251', '2252')) }
  const { campaignId } = (await house.as(planner).call(importDecision, { file })).ok()
  const review = (await house.as(planner).call(getReview, { params: { campaignId } })).ok()
  const { outlineVersionId } = published.version
  expect(review.plan.outlineVersionId).toBe(outlineVersionId)
  expect(review.outlines.map((each) => each.outlineVersionId)).toContain(outlineVersionId)
  const refused = await house.as(planner).call(retireOutline, { params: { outlineVersionId } })
  expect(refused.error?.code).toBe('outline-chosen')
})
