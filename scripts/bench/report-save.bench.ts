import { Agent, request } from 'node:http'
import { outlineItems, unitKindOf } from '@cchc/domain/outlines/outline.ts'
import { getSelfReport, type SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { type SentAnswer, saveAnswers } from '@cchc/domain/self-reports/save-contract.ts'
import pg from 'pg'
import { openDatabase } from '../../server/src/platform/database.ts'
import { lastEmbeddedUrl } from '../../server/src/platform/embedded-postgres.ts'
import { readSecret } from '../../server/src/platform/secret.ts'
import { openSignIn } from '../../server/src/platform/sign-in.ts'
import { inventedAnswers } from '../../server/src/seed/illustrative/invented-answers.ts'
import type { Bench } from './bench.ts'
import { startProduct } from './product.ts'

const clients = 16
const rounds = 4
const roundMs = 4_000
/** At the start of a turn the disk still writes what the other left. */
const settleMs = 500

/**
 * Whole reports saved: 16 officers, each with a report of their own, send all of its answers in one request, every one of
 * them changed, again and again; beside it 16 plain connections write the very same rows into tables of the same shape, with
 * the same references and indexes, one transaction a report. Turn by turn in one run, so that a busy machine is as busy for both.
 */
const bench: Bench = async ({ dataDir }) => {
  const product = await startProduct(dataDir)
  try {
    const url = (await lastEmbeddedUrl(dataDir))!
    const writers = await findWriters(product.url, url, dataDir)
    const tables = await openPlainTables(url, writers)
    const overHttp: number[] = []
    let inDatabase = 0
    const agent = new Agent({ keepAlive: true, maxSockets: clients })
    const saveAll = (writer: Writer) => saveOverHttp(product.url, agent, writer)
    // The first two saves of each may meet a value that stands already; from then on every answer is another one.
    for (const writer of writers) for (const _ of [1, 2]) await saveOverHttp(product.url, agent, writer, false)
    // Each connection plans a statement anew for its first few times.
    await inTurns(writers, 4_000, saveAll)
    await inTurns(writers, 1_000, tables.save)
    for (let round = 0; round < rounds; round++) {
      await inTurns(writers, settleMs, tables.save)
      inDatabase += (await inTurns(writers, roundMs, tables.save)).length
      await inTurns(writers, settleMs, saveAll)
      overHttp.push(...(await inTurns(writers, roundMs, saveAll)))
    }
    await tables.close()
    agent.destroy()
    if (process.env.BENCH_PROFILE) console.log(writers.map(({ answers }) => answers.length).join(' '))
    const seconds = (rounds * roundMs) / 1000
    const perSecond = inDatabase / seconds
    const p99 = overHttp.sort((a, b) => a - b)[Math.floor(overHttp.length * 0.99)]!
    return [
      { name: 'report-save.http.perSecond', value: overHttp.length / seconds, unit: '/s', least: perSecond / 3 },
      { name: 'report-save.http.p99Ms', value: p99, unit: 'ms', most: 150 },
      { name: 'report-save.database.perSecond', value: perSecond, unit: '/s' },
    ]
  } finally {
    await product.stop()
  }
}
export default bench

interface Writer {
  readonly selfReportId: string
  readonly personId: string
  readonly cookie: string
  readonly answers: SentAnswer[]
  /** How often the answers have been changed, here and there. */
  readonly turns: { http: number; database: number }
}

/** Officers of as many units, each signed in; their reports are opened for writing again. */
async function findWriters(productUrl: string, url: string, dataDir: string): Promise<Writer[]> {
  const owner = new pg.Client(url)
  await owner.connect()
  const { rows } = await owner.query<{ inspection_id: string; person_id: string }>(
    `select distinct on (i.inspection_id) i.inspection_id, p.person_id
     from inspections i join self_reports r using (inspection_id) join people p using (unit_code)
     where i.kind = 'planned' and p.roles && array['unit-officer'] and not p.disabled
     order by i.inspection_id limit ${clients}`,
  )
  if (rows.length < clients) throw new Error(`only ${rows.length} reports can be written in`)
  const ids = rows.map((row) => row.inspection_id)
  await owner.query("update self_reports set state = 'drafting' where inspection_id = any($1)", [ids])
  await owner.query(
    "update inspections set state = 'visited' where inspection_id = any($1) and state in ('concluded', 'closed')",
    [ids],
  )
  await owner.end()

  const database = openDatabase(url, { maxConnections: 2 })
  const secret = await readSecret(dataDir)
  const signIn = openSignIn({ databaseUrl: url, secret, baseUrl: productUrl, database, secureCookies: false })
  const writers: Writer[] = []
  for (const { inspection_id, person_id } of rows) {
    const [cookie] = (await signIn.asPerson(person_id, new Headers()))[0]!.split(';')
    const path = getSelfReport.path.replace(':inspectionId', inspection_id)
    const reply = await fetch(`${productUrl}/api${path}`, { headers: { cookie: cookie! } })
    if (!reply.ok) throw new Error(await reply.text())
    const view = (await reply.json()) as SelfReportView
    const known = new Map(view.answers.map(({ itemKey, revision }) => [itemKey, revision]))
    const invented = inventedAnswers(
      view.outline,
      unitKindOf(view.unitType, view.advisory),
      view.unitCode,
      '2026-09-01',
    )
    const items = new Map(outlineItems(view.outline).map(({ item }) => [item.key, item]))
    // A choice has no other value to change to that would not change what else is asked.
    const answers = [...invented]
      .filter(([itemKey]) => items.get(itemKey)!.kind !== 'choice')
      .map(([itemKey, value]) => ({ itemKey, value, revision: known.get(itemKey) ?? 0 }))
    writers.push({
      selfReportId: view.selfReportId,
      personId: person_id,
      cookie: cookie!,
      answers,
      turns: { http: 0, database: 0 },
    })
  }
  await signIn.close()
  await database.destroy()
  return writers
}

/** The same report with every answer changed. */
function nextAnswers({ answers, turns }: Writer, where: keyof Writer['turns']): SentAnswer[] {
  turns[where] += 1
  return answers.map(({ value, ...answer }) => ({ ...answer, value: changed(value, turns[where]) }))
}

function changed(value: SentAnswer['value'], turn: number): SentAnswer['value'] {
  if (Array.isArray(value))
    return value.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, changedCell(cell, turn)])),
    )
  return typeof value === 'object' ? value : changedCell(value, turn)
}

function changedCell<Cell extends string | number | null>(cell: Cell, turn: number): string | number | null {
  if (typeof cell === 'number') return cell + (turn % 2)
  if (typeof cell !== 'string') return cell
  return /^\d{4}-\d\d-\d\d$/.test(cell) ? `${cell.slice(0, 8)}${turn % 2 ? '11' : '12'}` : `${cell} (lần ${turn})`
}

/** All writers at once, each one save after the other, for so long; gives how long each save took, in milliseconds. */
async function inTurns(
  writers: readonly Writer[],
  ms: number,
  save: (writer: Writer) => Promise<void>,
): Promise<number[]> {
  const times: number[] = []
  const until = performance.now() + ms
  const run = async (writer: Writer) => {
    while (performance.now() < until) {
      const begun = performance.now()
      await save(writer)
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(writers.map(run))
  return times
}

async function saveOverHttp(url: string, agent: Agent, writer: Writer, everyOne = true): Promise<void> {
  const body = JSON.stringify({ answers: nextAnswers(writer, 'http') })
  const path = `/api${saveAnswers.path.replace(':selfReportId', writer.selfReportId)}`
  const text = await new Promise<string>((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      cookie: writer.cookie,
    }
    const sent = request(url + path, { method: saveAnswers.method, agent, headers }, (reply) => {
      let heard = ''
      reply.setEncoding('utf8')
      reply.on('data', (chunk) => {
        heard += chunk
      })
      reply.once('end', () => (reply.statusCode === 200 ? resolve(heard) : reject(new Error(heard))))
    })
    sent.once('error', reject)
    sent.end(body)
  })
  const { outcomes } = JSON.parse(text) as { outcomes: { itemKey: string; outcome: string; revision: number }[] }
  for (const [index, { outcome, revision }] of outcomes.entries()) {
    const answer = writer.answers[index]!
    if (outcome === 'saved') answer.revision = revision
    else if (everyOne || outcome !== 'unchanged') throw new Error(`${answer.itemKey}: ${outcome}`)
  }
}

/** Tables of the same shape beside the product's own, and a plain way to write a report's rows into them. */
async function openPlainTables(url: string, writers: readonly Writer[]) {
  const pool = new pg.Pool({ connectionString: url, max: clients })
  // Unheard, a connection that ends with the product would end the bench before it says what failed.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  await pool.query(`drop schema if exists bench cascade; create schema bench;
    create table bench.answers (like public.answers including all,
      foreign key (self_report_id) references public.self_reports, foreign key (saved_by) references public.people)
      with (fillfactor = 50);
    create table bench.answer_saves (like public.answer_saves including all,
      foreign key (self_report_id) references public.self_reports, foreign key (saved_by) references public.people);
    create table bench.audit_events (like public.audit_events including all);`)
  const connections = new Map<Writer, pg.PoolClient>()
  for (const writer of writers) connections.set(writer, await pool.connect())
  const run = (writer: Writer, name: string, text: string, values: unknown[]) =>
    connections.get(writer)!.query({ name, text, values })
  const save = async (writer: Writer) => {
    const rows = JSON.stringify(
      nextAnswers(writer, 'database').map(({ itemKey, value }) => ({
        item_key: itemKey,
        value,
        revision: writer.turns.database,
      })),
    )
    const values = [writer.selfReportId, writer.personId, rows]
    const given =
      '$1::uuid, item_key, value, revision, $2::uuid, now() from jsonb_to_recordset($3::jsonb) as s (item_key text, value jsonb, revision integer)'
    const columns = '(self_report_id, item_key, value, revision, saved_by, saved_at)'
    await run(writer, 'begin', 'begin', [])
    await run(
      writer,
      'answers',
      `insert into bench.answers ${columns} select ${given} on conflict (self_report_id, item_key) do update
        set value = excluded.value, revision = excluded.revision, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
      values,
    )
    await run(
      writer,
      'history',
      `insert into bench.answer_saves (self_report_id, saved_by, saved_at, answers)
        select $1::uuid, $2::uuid, now(), jsonb_object_agg(item_key, jsonb_build_object('revision', revision, 'value', value))
        from jsonb_to_recordset($3::jsonb) as s (item_key text, value jsonb, revision integer)`,
      values,
    )
    await run(
      writer,
      'event',
      "insert into bench.audit_events (at, person_id, action, subject_id, details) values (now(), $1, 'save', $2, '{}')",
      [writer.personId, writer.selfReportId],
    )
    await run(writer, 'commit', 'commit', [])
  }
  const close = async () => {
    for (const connection of connections.values()) connection.release()
    await pool.query('drop schema bench cascade')
    await pool.end()
  }
  return { save, close }
}
