import {
  type BoardView,
  editPoint,
  getBoard,
  getStructure,
  keepPointsApart,
  mergePoint,
  openBoard,
  type PointView,
  settlePieces,
  splitPoint,
  takeNewestPatterns,
} from '@cchc/domain/conclusions/board-contract.ts'
import { draftConclusion, getConclusion, saveConclusion, submitConclusion } from '@cchc/domain/conclusions/contract.ts'
import { getPatterns, listTryOutFindings, savePatterns } from '@cchc/domain/conclusions/patterns-contract.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltCampaign, buildCampaign } from '../../test/factories.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import {
  cityViewer,
  coordinator,
  leader,
  member,
  otherPlanner,
  otherUnitHead,
  planner,
  standingDeputy,
  type TestPerson,
  unitHead,
  unitOfficer,
} from '../../test/people.ts'
import { buildVisited, someFindings, type WrittenFinding } from './cases/visited-inspection.ts'

let house: TestHouse
let campaign: BuiltCampaign
beforeAll(async () => {
  house = await openTestHouse()
  campaign = await buildCampaign(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-07-20T02:00:00Z')
  await house.owner.deleteFrom('sentencePatterns').execute()
  await house.owner.deleteFrom('inspections').execute()
})

const twice: readonly WrittenFinding[] = [
  ...someFindings,
  {
    kind: 'shortcoming',
    fieldKey: 'admin-procedures',
    text: 'Còn 112 hồ sơ đất đai quá hạn',
    cause: 'Đường truyền yếu',
  },
]
const opened = async (findings: readonly WrittenFinding[] = twice): Promise<BoardView> => {
  const { inspectionId } = await buildVisited(house, campaign, { findings })
  return (await house.as(planner).call(openBoard, { params: { inspectionId } })).ok()
}
const pointOf = (board: BoardView, words: string): PointView => board.points.find(({ text }) => text.includes(words))!
const bodyOf = ({ place, fieldKey, text, cause, responsible, reason, revision }: PointView) => ({
  place,
  fieldKey,
  text,
  cause,
  responsible,
  reason,
  revision,
})
const edit = (point: PointView, more: Partial<ReturnType<typeof bodyOf>>, person = planner) =>
  house.as(person).call(editPoint, { params: point, body: { ...bodyOf(point), ...more } })
const merge = (point: PointView, into: PointView, person = planner) =>
  house.as(person).call(mergePoint, {
    params: point,
    body: { into: into.pointId, revision: point.revision, intoRevision: into.revision },
  })
const structure = async (inspectionId: string) =>
  (await house.as(planner).call(getStructure, { params: { inspectionId } })).ok()

describe('the board', () => {
  test('shows findings before anybody begins, then one point for each, with what is still to be done', async () => {
    const { inspectionId } = await buildVisited(house, campaign, { findings: twice })
    const before = (await house.as(planner).call(getBoard, { params: { inspectionId } })).ok()
    expect(before).toMatchObject({ conclusionId: null, points: [], actions: ['open'] })
    expect(before.loose).toHaveLength(5)
    const board = (await house.as(planner).call(openBoard, { params: { inspectionId } })).ok()
    expect(board).toMatchObject({ state: 'drafting', loose: [], actions: ['edit'], remedyWorkingDays: 20 })
    expect(board.points.map(({ place, sources }) => [place, sources.length])).toEqual([
      ['strength', 1],
      ['good-practice', 1],
      ['shortcoming', 1],
      ['violation', 1],
      ['shortcoming', 1],
    ])
    expect(pointOf(board, '115')).toMatchObject({
      cause: 'Thiếu người',
      undone: ['chưa ghi trách nhiệm của ai'],
      sources: [{ recordedBy: 'Thành viên Tư pháp', fieldKey: 'admin-procedures' }],
      recommendations: [{ dueOn: '2026-08-25' }],
    })
    expect(board.likely).toEqual([{ one: pointOf(board, '115').pointId, other: pointOf(board, '112').pointId }])
    expect((await house.as(member).call(getBoard, { params: { inspectionId } })).ok().actions).toEqual([])
    expect((await house.as(member).call(openBoard, { params: { inspectionId } })).status).toBe(403)
    expect((await house.as(unitHead).call(getBoard, { params: { inspectionId } })).status).toBe(403)
  })

  test('begun twice at once has each finding once', async () => {
    const { inspectionId } = await buildVisited(house, campaign)
    const both = await Promise.all(
      [planner, otherPlanner].map((person) => house.as(person).call(openBoard, { params: { inspectionId } })),
    )
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both[1]!.ok().points).toHaveLength(4)
    expect(await house.owner.selectFrom('pointSources').selectAll().execute()).toHaveLength(4)
  })

  test('a finding of a thematic inspection waits for a person to place it', async () => {
    const { inspectionId } = await buildVisited(house, campaign)
    const registration = await house.owner
      .insertInto('thematicRegistrations')
      .values({
        campaignId: campaign.campaignId,
        agencyCode: (
          await house.owner
            .selectFrom('units')
            .select('unitCode')
            .where('type', '=', 'department')
            .executeTakeFirstOrThrow()
        ).unitCode,
        title: 'Kiểm tra chuyên đề minh họa',
        content: 'Nội dung',
        legalBasis: 'Căn cứ',
        createdBy: house.personId(planner),
        createdAt: '2026-06-20T02:00:00Z',
      })
      .returning('registrationId')
      .executeTakeFirstOrThrow()
    await house.owner
      .updateTable('findings')
      .set(registration)
      .where('inspectionId', '=', inspectionId)
      .where('kind', '=', 'strength')
      .execute()
    const board = (await house.as(planner).call(openBoard, { params: { inspectionId } })).ok()
    const thematic = pointOf(board, 'Rà soát')
    expect(thematic).toMatchObject({ place: 'unplaced', undone: ['chưa xếp vào phần nào'], sources: [registration] })
    const placed = (await edit(thematic, { place: 'left-out', reason: 'Sở chủ trì thông báo riêng' })).ok()
    expect(pointOf(placed, 'Rà soát')).toMatchObject({ place: 'left-out', undone: [] })
  })

  test('editing a point changes its words alone, and two people who edit it see both versions', async () => {
    const board = await opened()
    const point = pointOf(board, '115')
    const answers = await Promise.all([
      edit(point, { text: 'Bản một', responsible: 'Văn phòng' }),
      edit(point, { text: 'Bản hai' }, otherPlanner),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const details = answers.find(({ status }) => status === 409)!.error!.details as {
      theirs: PointView
      yours: { text: string }
    }
    expect([details.theirs.text, details.yours.text].sort()).toEqual(['Bản hai', 'Bản một'])
    expect(details.theirs.revision).toBe(1)
    const [finding] = await house.owner
      .selectFrom('findings')
      .select(['text', 'revision'])
      .where('findingId', '=', point.sources[0]!.findingId)
      .execute()
    expect(finding).toEqual({ text: 'Còn 115 hồ sơ đất đai quá hạn', revision: 0 })
  })

  test('leaving a point out needs its reason, and nothing moves once the draft goes round', async () => {
    const board = await opened()
    const point = pointOf(board, 'Rà soát')
    expect((await edit(point, { place: 'left-out' })).error?.code).toBe('left-out-without-reason')
    expect((await edit(point, { fieldKey: 'khong-co' })).error?.code).toBe('no-such-field')
    const { inspectionId, conclusionId } = board
    const out = (await edit(point, { place: 'left-out', reason: 'Không thuộc nội dung kiểm tra' })).ok()
    expect(pointOf(out, 'Rà soát')).toMatchObject({ place: 'left-out', reason: 'Không thuộc nội dung kiểm tra' })
    const pieces = (await structure(inspectionId)).pieces.filter(({ state }) => state === 'new')
    const decisions = pieces.map(({ key, proposed, now }) => ({ key, proposed, now, decision: 'take' as const }))
    const view = (
      await house.as(planner).call(settlePieces, { params: { conclusionId: conclusionId! }, body: { decisions } })
    ).ok()
    expect(JSON.stringify(view.text)).not.toContain('Rà soát')
    ;(await house.as(planner).call(submitConclusion, { params: view })).ok()
    expect((await edit(pointOf(out, '115'), { text: 'x' })).error?.code).toBe('wrong-state')
  })
})

describe('merging', () => {
  test('keeps every source with who recorded it, and is undone with the words there were', async () => {
    const board = await opened()
    const [one, other] = [pointOf(board, '115'), pointOf(board, '112')]
    const merged = (await merge(other, one)).ok()
    expect(merged.points).toHaveLength(4)
    const root = pointOf(merged, '115')
    expect(root.sources.map(({ text }) => text)).toEqual([one.text, other.text])
    expect(root.merged).toMatchObject([{ pointId: other.pointId, text: other.text }])
    expect(root.recommendations).toHaveLength(2)
    expect(merged.likely).toEqual([])
    expect((await edit(other, { text: 'Sửa điểm đã gộp' })).error?.code).toBe('point-merged-meanwhile')
    expect((await merge(one, root)).error?.code).toBe('no-such-point')
    expect((await merge(pointOf(board, 'Rà soát'), one)).error).toMatchObject({ code: 'changed-meanwhile' })

    const again = (await merge(root, pointOf(merged, 'Ban hành'))).ok()
    expect(pointOf(again, 'Ban hành').sources).toHaveLength(3)
    const back = (
      await house.as(otherPlanner).call(splitPoint, { params: root, body: { revision: root.revision + 1 } })
    ).ok()
    expect(pointOf(back, '115').sources).toHaveLength(2)
    const split = pointOf(back, '115').merged[0]!
    const whole = (await house.as(planner).call(splitPoint, { params: split, body: { revision: split.revision } })).ok()
    expect(pointOf(whole, '112')).toMatchObject({ text: other.text, cause: 'Đường truyền yếu', recommendations: [{}] })
    const stale = await house.as(planner).call(splitPoint, { params: split, body: { revision: split.revision } })
    expect(stale.error?.code).toBe('changed-meanwhile')
    const audit = await house.owner
      .selectFrom('auditEvents')
      .select('action')
      .where('inspectionId', '=', board.inspectionId)
      .where('action', 'like', 'conclusion.point.%')
      .execute()
    expect(audit.map(({ action }) => action).sort()).toEqual([
      'conclusion.point.merge',
      'conclusion.point.merge',
      'conclusion.point.split',
      'conclusion.point.split',
    ])
  })

  test('two merges into each other at once leave both findings on the board', async () => {
    const board = await opened()
    const [one, other] = [pointOf(board, '115'), pointOf(board, '112')]
    const both = await Promise.all([merge(one, other), merge(other, one, otherPlanner)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const now = (await house.as(planner).call(getBoard, { params: board })).ok()
    expect(now.points).toHaveLength(4)
    expect(now.points.flatMap(({ sources }) => sources)).toHaveLength(5)
  })

  test('what a person says is not the same is not pointed out again', async () => {
    const board = await opened()
    const [{ one, other }] = board.likely as [{ one: string; other: string }]
    const apart = await house.as(planner).call(keepPointsApart, { params: { pointId: one }, body: { from: other } })
    expect(apart.ok().likely).toEqual([])
    const itself = await house.as(planner).call(keepPointsApart, { params: { pointId: one }, body: { from: one } })
    expect(itself.error?.code).toBe('no-such-point')
  })
})

describe('the draft tied to the board', () => {
  const drafted = async () => {
    const { inspectionId } = await buildVisited(house, campaign, { findings: twice })
    return (await house.as(planner).call(draftConclusion, { params: { inspectionId } })).ok()
  }
  const boardOf = async (inspectionId: string) =>
    (await house.as(planner).call(getBoard, { params: { inspectionId } })).ok()
  const settle = (
    conclusionId: string,
    decisions: { key: string; decision: 'take' | 'keep'; proposed: string | null; now: string }[],
  ) => house.as(planner).call(settlePieces, { params: { conclusionId }, body: { decisions } })

  test('a point that changes afterwards is shown with old and new, and what was written by hand stays until a person decides', async () => {
    const { inspectionId, conclusionId, text, revision } = await drafted()
    const fresh = await structure(inspectionId)
    expect(fresh.pieces.every(({ state }) => state === 'same')).toBe(true)
    expect(
      Object.values(fresh.ties)
        .flat()
        .every((key) => key !== null),
    ).toBe(true)

    const byHand = text.shortcomings.map((part) => ({
      ...part,
      text: part.text.replace('- Còn 115', '- Hiện còn 115'),
    }))
    ;(
      await house
        .as(planner)
        .call(saveConclusion, { params: { conclusionId }, body: { revision, text: { ...text, shortcomings: byHand } } })
    ).ok()
    const point = pointOf(await boardOf(inspectionId), '115')
    const key = `point:${point.pointId}`
    const pieceOf = async (name: string) => (await structure(inspectionId)).pieces.find((each) => each.key === name)!
    expect(await pieceOf(key)).toMatchObject({ state: 'edited' })

    ;(await edit(point, { text: 'Còn 118 hồ sơ đất đai quá hạn' })).ok()
    const changed = await pieceOf(key)
    expect(changed).toMatchObject({
      state: 'changed',
      taken: '- Còn 115 hồ sơ đất đai quá hạn.\n+ Nguyên nhân: Thiếu người.',
      proposed: '- Còn 118 hồ sơ đất đai quá hạn.\n+ Nguyên nhân: Thiếu người.',
      now: '- Hiện còn 115 hồ sơ đất đai quá hạn.\n+ Nguyên nhân: Thiếu người.',
    })
    const remedy = await pieceOf(`remedy:${point.pointId}`)
    expect(remedy).toMatchObject({
      state: 'changed',
      proposed: 'Khắc phục tồn tại, hạn chế “Còn 118 hồ sơ đất đai quá hạn”.',
    })

    const { proposed, now } = changed
    const stale = await settle(conclusionId, [{ key, decision: 'take', proposed, now: 'đã khác' }])
    expect(stale.error).toMatchObject({
      code: 'changed-meanwhile',
      details: { theirs: { now }, yours: { now: 'đã khác' } },
    })
    const kept = (await settle(conclusionId, [{ key, decision: 'keep', proposed, now }])).ok()
    expect(JSON.stringify(kept.text.shortcomings)).toContain('Hiện còn 115')
    expect(await pieceOf(key)).toMatchObject({ state: 'edited' })
    const taken = (
      await settle(conclusionId, [
        { key, decision: 'take', proposed, now },
        { key: remedy.key, decision: 'take', proposed: remedy.proposed, now: remedy.now },
      ])
    ).ok()
    expect(JSON.stringify(taken.text.shortcomings)).toContain('- Còn 118 hồ sơ')
    expect(taken.recommendations.map((each) => each.text)).toContain(remedy.proposed)
    expect((await structure(inspectionId)).pieces.every(({ state }) => state === 'same')).toBe(true)
  })

  test('merging, leaving out and moving points show in the draft, which says nothing that nobody recorded', async () => {
    const { inspectionId, conclusionId } = await drafted()
    const board = await boardOf(inspectionId)
    const merged = (await merge(pointOf(board, '112'), pointOf(board, '115'))).ok()
    ;(await edit(pointOf(merged, 'Ban hành'), { place: 'left-out', reason: 'Chưa đủ căn cứ' })).ok()
    const waiting = (await structure(inspectionId)).pieces.filter(({ state }) =>
      ['gone', 'changed', 'new'].includes(state),
    )
    expect(waiting.map(({ key, state }) => [key.split(':')[0], state]).sort()).toEqual([
      ['cause', 'gone'],
      ['lead', 'gone'],
      ['point', 'gone'],
      ['point', 'gone'],
    ])
    const decisions = waiting.map(({ key, proposed, now }) => ({ key, proposed, now, decision: 'take' as const }))
    const view = (await settle(conclusionId, decisions)).ok()
    expect(view.text.shortcomings).toEqual([
      {
        fieldKey: 'admin-procedures',
        text: '- Còn 115 hồ sơ đất đai quá hạn.\n+ Nguyên nhân: Thiếu người.',
      },
    ])
    expect(view.text.causes).not.toContain('Đường truyền')
  })

  test('a draft that was written before there was a board is tied to it where both say the same', async () => {
    const { inspectionId, conclusionId, text } = await drafted()
    await house.owner.deleteFrom('conclusionPoints').where('inspectionId', '=', inspectionId).execute()
    await house.owner
      .updateTable('conclusions')
      .set({ structure: JSON.stringify({ patternsVersion: 0, taken: {}, ties: {} }) })
      .where('conclusionId', '=', conclusionId)
      .execute()
    expect((await boardOf(inspectionId)).actions).toEqual(['open', 'edit'])
    const board = (await house.as(planner).call(openBoard, { params: { inspectionId } })).ok()
    expect(board.points).toHaveLength(5)
    const { pieces } = await structure(inspectionId)
    expect(
      pieces.filter(({ recommendationId }) => recommendationId === null).every(({ state }) => state === 'same'),
    ).toBe(true)
    const { conclusion } = (await house.as(planner).call(getConclusion, { params: { inspectionId } })).ok()
    expect(conclusion!.text).toEqual(text)
    expect(conclusion!.recommendations).toHaveLength(3)
  })
})

describe('past the door, the database', () => {
  const tables = ['conclusionPoints', 'pointSources', 'sentencePatterns'] as const
  const seenBy = (person: TestPerson) =>
    house.within(person, async ({ db }) => {
      const seen: number[] = []
      for (const table of tables) {
        const { count } = await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        seen.push(Number(count))
      }
      return seen
    })

  test('keeps every row of the board from units and from all who read no drafts, also once the notice is issued', async () => {
    const { inspectionId, conclusionId } = await opened(someFindings)
    const body = { base: 0, words: { shortcoming: 'Còn tình trạng {nội dung}' }, note: '' }
    ;(await house.as(planner).call(savePatterns, { body })).ok()
    const point = {
      inspectionId,
      place: 'strength',
      fieldKey: 'steering',
      text: 'x',
      changedAt: '2026-07-20T02:00:00Z',
    }
    for (const state of ['drafting', 'issued']) {
      await house.owner.updateTable('conclusions').set({ state }).where('conclusionId', '=', conclusionId!).execute()
      for (const person of [planner, standingDeputy, leader, member]) expect(await seenBy(person)).toEqual([4, 4, 1])
      // Knowing the inspection is not enough; the words of the patterns tell of none.
      for (const person of [cityViewer, coordinator]) expect(await seenBy(person)).toEqual([0, 0, 1])
      for (const person of [unitHead, unitOfficer, otherUnitHead]) {
        expect(await seenBy(person)).toEqual([0, 0, 0])
        const forced = house.within(person, ({ db }) =>
          db
            .insertInto('conclusionPoints')
            .values({ ...point, changedBy: house.personId(person) })
            .execute(),
        )
        await expect(forced).rejects.toThrow('row-level security')
      }
    }
  })
})

describe('sentence patterns', () => {
  const versions = async () => (await house.as(planner).call(getPatterns, {})).ok().versions
  const save = (base: number, words: Record<string, string>, person = planner) =>
    house.as(person).call(savePatterns, { body: { base, words, note: 'Theo góp ý' } })

  test('are kept as versions, refused with what is wrong, and go back to those supplied', async () => {
    const [supplied] = await versions()
    expect(supplied).toMatchObject({ version: 0, words: { shortcoming: '{nội dung}' } })
    expect((await save(0, { shortcoming: 'Còn {noi dung}' })).error).toMatchObject({
      code: 'pattern-unusable',
      sentence: expect.stringContaining('Có phải ý bạn là {nội dung}?'),
    })
    expect((await save(0, { 'khong-co': 'x' })).error?.sentence).toContain('“khong-co”')
    const both = await Promise.all([
      save(0, { shortcoming: 'Còn tình trạng {nội dung}' }),
      save(0, { shortcoming: 'Tồn tại: {nội dung}' }, otherPlanner),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const [first] = await versions()
    expect(first).toMatchObject({ version: 1, note: 'Theo góp ý' })
    ;(await save(1, supplied!.words)).ok()
    expect((await versions()).map(({ version, words }) => [version, words.shortcoming])).toEqual([
      [2, '{nội dung}'],
      [1, first!.words.shortcoming],
      [0, '{nội dung}'],
    ])
    expect((await house.as(member).call(getPatterns, {})).status).toBe(403)
  })

  test('a draft speaks by the version it was begun with until a person takes the newest', async () => {
    const { inspectionId, conclusionId } = await opened(someFindings)
    ;(await save(0, { shortcoming: 'Còn tình trạng {nội dung}' })).ok()
    const ofPoint = (view: Awaited<ReturnType<typeof structure>>) =>
      view.pieces.find(({ key, proposed }) => key.startsWith('point:') && proposed!.includes('115'))!.proposed!
    const before = await structure(inspectionId)
    expect(before).toMatchObject({ patternsVersion: 0, newestPatternsVersion: 1 })
    expect(ofPoint(before)).toMatch(/^- Còn 115 hồ sơ/)
    const renewed = await house.as(planner).call(takeNewestPatterns, { params: { conclusionId: conclusionId! } })
    expect(ofPoint(renewed.ok())).toMatch(/^- Còn tình trạng Còn 115 hồ sơ/)
  })

  test('can be tried out on what was recorded', async () => {
    await buildVisited(house, campaign)
    const { findings, officeName } = (await house.as(planner).call(listTryOutFindings, {})).ok()
    expect(findings.map(({ text }) => text)).toContain('Còn 115 hồ sơ đất đai quá hạn')
    expect(findings[0]).toMatchObject({ unitInSentence: 'Ủy ban nhân dân phường Lê Chân' })
    expect(officeName).not.toBe('')
  })
})
