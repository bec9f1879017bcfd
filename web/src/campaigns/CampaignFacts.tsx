import type { CampaignPlan, CampaignView } from '@cchc/domain/campaigns/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { UnitView } from '@cchc/domain/units/contract.ts'
import type { ReactNode } from 'react'
import { Card } from '../ui/Card.tsx'
import styles from './Campaigns.module.css'

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children || <span className={styles.nobody}>chưa có</span>}</dd>
    </>
  )
}

/** The decision that the campaign rests on. */
export function DecisionCard({ campaign }: { campaign: CampaignView }) {
  const { plan, sourceFileName, decision } = campaign
  const signer = [plan.signerPost, plan.signerName].filter(Boolean).join(' ')
  return (
    <Card title="Quyết định">
      <dl className={styles.facts}>
        <Fact name="Số, ký hiệu">{plan.number && decision}</Fact>
        <Fact name="Ngày ban hành">{plan.issuedOn && formatDate(plan.issuedOn)}</Fact>
        <Fact name="Ban hành bởi">{plan.issuer}</Fact>
        <Fact name="Người ký">{signer}</Fact>
        {sourceFileName && <Fact name="Đọc từ tệp">{sourceFileName}</Fact>}
      </dl>
      <More title={`Căn cứ (${plan.legalBases.length})`} lines={plan.legalBases} />
      <More title={`Nơi nhận (${plan.recipients.length})`} lines={plan.recipients} />
    </Card>
  )
}

function More({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <details className={styles.more}>
      <summary>{title}</summary>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

const days = (count: number | null) => count !== null && `${count} ngày làm việc`

/** The period and the terms that every deadline of the season is counted from. */
export function TermsCard({ plan }: { plan: CampaignPlan }) {
  const { periodFrom, periodTo } = plan
  return (
    <Card title="Thời gian và thời hạn">
      <dl className={styles.facts}>
        <Fact name="Thời gian kiểm tra">
          {periodFrom && periodTo && `${formatDate(periodFrom)} – ${formatDate(periodTo)}`}
        </Fact>
        <Fact name="Số liệu tính từ">{plan.dataFrom && formatDate(plan.dataFrom)}</Fact>
        <Fact name="Gửi báo cáo">
          {plan.leadWorkingDays !== null && `ít nhất ${plan.leadWorkingDays} ngày làm việc trước khi kiểm tra`}
        </Fact>
        <Fact name="Kết luận">
          {plan.conclusionWorkingDays !== null && `trong ${days(plan.conclusionWorkingDays)} sau khi kiểm tra`}
        </Fact>
        <Fact name="Khắc phục">{plan.remedyWorkingDays !== null && `trong ${days(plan.remedyWorkingDays)}`}</Fact>
      </dl>
    </Card>
  )
}

const blocks: readonly { name: string; types: readonly UnitView['type'][] }[] = [
  { name: 'Sở, ban, ngành', types: ['department'] },
  { name: 'Phường', types: ['ward'] },
  { name: 'Xã', types: ['commune'] },
  { name: 'Đặc khu', types: ['special-zone'] },
]

/** The units to be inspected, by block; a line not yet tied to the catalogue stands as it was written. */
export function UnitsCard({ plan, catalogue }: { plan: CampaignPlan; catalogue: readonly UnitView[] }) {
  const known = new Map(catalogue.map((unit) => [unit.code, unit]))
  const units = plan.units.map(({ unitCode, text }) => {
    const unit = unitCode === null ? undefined : known.get(unitCode)
    return { name: unit?.fullName ?? text, type: unit?.type ?? null }
  })
  const open = units.filter(({ type }) => type === null)
  return (
    <Card title="Đơn vị được kiểm tra" aside={`${units.length} đơn vị`}>
      {blocks.map(({ name, types }) => (
        <Block key={name} name={name} names={units.filter(({ type }) => type && types.includes(type))} />
      ))}
      <Block name="Chưa xác nhận trong danh mục" names={open} />
    </Card>
  )
}

function Block({ name, names }: { name: string; names: readonly { name: string }[] }) {
  if (names.length === 0) return null
  return (
    <>
      <h3 className={styles.blockName}>
        {name} ({names.length})
      </h3>
      <ul className={styles.units}>
        {names.map((unit) => (
          <li key={unit.name}>{unit.name}</li>
        ))}
      </ul>
    </>
  )
}
