import type { OutlineFigures } from '@cchc/domain/outlines/contract.ts'
import { formatAnswer } from '@cchc/domain/outlines/format-answer.ts'
import { findItem, type OutlineCheck } from '@cchc/domain/outlines/outline.ts'
import { tryCheck, tryFormula } from '@cchc/domain/outlines/try-out.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { SelectField } from '../ui/TextFields.tsx'
import { figuresQuery } from './data.ts'
import styles from './Outlines.module.css'
import { useEditor } from './use-editor.ts'

type Report = OutlineFigures['reports'][number]

/** The check as it stands, tried on the reports of a season: who would have been told what. */
export function CheckTrial({ check }: { check: OutlineCheck }) {
  const { outline } = useEditor()
  const tried = useDeferredValue(check)
  return (
    <Trial>
      {(reports) => {
        const outcomes = tryCheck(outline, tried, reports)
        const count = (kind: string) => outcomes.filter((outcome) => outcome.kind === kind).length
        const rows = reports.flatMap((report, place) => {
          const outcome = outcomes[place]
          if (outcome?.kind === 'told') return [{ report, words: outcome.sentence, rank: 0 }]
          if (outcome?.kind === 'no-figure')
            return [{ report, words: `chưa có số liệu: ${outcome.missing.join(', ')}`, rank: 1 }]
          return []
        })
        return (
          <>
            <p className={styles.verdict} role="status">
              <strong>
                {count('told')} / {reports.length} đơn vị
              </strong>{' '}
              sẽ được nhắc · {count('fine')} khớp · {count('no-figure')} chưa có số liệu · {count('not-asked')} không
              phải trả lời
            </p>
            <Rows rows={rows.sort((a, b) => a.rank - b.rank)} heading="Đơn vị sẽ được nhắc gì" />
          </>
        )
      }}
    </Trial>
  )
}

/** A formula tried the same way: what it gives beside what the unit wrote. */
export function FormulaTrial({ itemKey, formula }: { itemKey: string; formula: string }) {
  const { outline } = useEditor()
  const item = findItem(outline, itemKey)!
  return (
    <Trial>
      {(reports) => {
        const outcomes = tryFormula(outline, itemKey, formula, reports)
        const rows = reports.flatMap((report, place) => {
          const outcome = outcomes[place]
          if (!outcome || outcome.kind === 'not-asked') return []
          if (outcome.kind === 'no-figure') return [{ report, words: `chưa có số liệu: ${outcome.missing.join(', ')}` }]
          const given = outcome.reported === null ? '' : ` (đơn vị ghi ${formatAnswer(item, outcome.reported)})`
          return [{ report, words: `${formatAnswer(item, outcome.value)}${given}` }]
        })
        const computed = outcomes.filter(({ kind }) => kind === 'computed').length
        return (
          <>
            <p className={styles.verdict} role="status">
              Tính được cho <strong>{computed}</strong> / {reports.length} đơn vị
            </p>
            <Rows rows={rows} heading="Kết quả tính" />
          </>
        )
      }}
    </Trial>
  )
}

/** The reports to try on, of one campaign. */
function Trial({ children }: { children: (reports: readonly Report[]) => ReactNode }) {
  const { data, error } = useQuery(figuresQuery)
  const campaigns = useMemo(
    () => [...new Map((data?.reports ?? []).map((report) => [report.campaignId, report])).values()],
    [data],
  )
  const [chosen, setChosen] = useState('')
  if (error && !data) return <p className={styles.verdict}>Không lấy được số liệu đã gửi để thử.</p>
  if (!data) return <p className={styles.verdict}>Đang lấy số liệu đã gửi…</p>
  if (campaigns.length === 0)
    return <p className={styles.verdict}>Chưa đơn vị nào gửi báo cáo nên chưa có số liệu để thử; vẫn lưu được.</p>
  const campaignId = chosen || campaigns[0]!.campaignId
  return (
    <section className={styles.trial} aria-label="Thử trên số liệu đã gửi">
      <h3>Thử trên số liệu đã gửi</h3>
      {campaigns.length > 1 ? (
        <SelectField
          label="Đợt kiểm tra"
          value={campaignId}
          onChange={setChosen}
          options={campaigns.map((report) => ({ value: report.campaignId, label: report.campaignName }))}
        />
      ) : (
        <p className={styles.found}>{campaigns[0]!.campaignName}</p>
      )}
      {children(data.reports.filter((report) => report.campaignId === campaignId))}
    </section>
  )
}

function Rows({ rows, heading }: { rows: readonly { report: Report; words: string }[]; heading: string }) {
  if (rows.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus
    <section className={styles.rows} tabIndex={0} aria-label={heading}>
      <table>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col">{heading}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ report, words }) => (
            <tr key={report.unitCode}>
              <th scope="row">{report.unitName}</th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
