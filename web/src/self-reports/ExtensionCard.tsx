import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import {
  type ExtensionsView,
  type ExtensionView,
  extensionStateNames,
} from '@cchc/domain/self-reports/extension-contract.ts'
import { IconArrowBackUp, IconCalendarPlus, IconCheck, IconClock, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import styles from './Beside.module.css'
import {
  AskExtensionDialog,
  DecideExtensionDialog,
  PrepareExtensionDialog,
  WithdrawExtensionDialog,
} from './ExtensionDialogs.tsx'
import { extensionsQuery } from './sending-data.ts'

const looks = {
  asked: { tone: 'wait', icon: IconClock },
  granted: { tone: 'ok', icon: IconCheck },
  refused: { tone: 'rest', icon: IconX },
  withdrawn: { tone: 'rest', icon: IconArrowBackUp },
} as const

/** More time for the report: what was asked and decided, and the way to ask, propose and decide. */
export function ExtensionCard({ view }: { view: SelfReportView }) {
  const { data } = useQuery(extensionsQuery(view))
  const [opened, setOpened] = useState<ExtensionsView['actions'][number] | null>(null)
  if (!data || (data.extensions.length === 0 && !data.actions.includes('ask'))) return null
  const waiting = data.extensions.find(({ state }) => state === 'asked')
  const close = () => setOpened(null)
  const may = (act: ExtensionsView['actions'][number]) => data.actions.includes(act)
  return (
    <Card title="Gia hạn gửi báo cáo">
      {data.extensions.length === 0 ? (
        <p className={styles.quiet}>Nếu không kịp, lãnh đạo đơn vị đề nghị gia hạn và nêu lý do.</p>
      ) : (
        <ol className={styles.list}>
          {data.extensions.map((extension) => (
            <li key={extension.extensionId}>
              <Request extension={extension} />
            </li>
          ))}
        </ol>
      )}
      <div className={styles.cardActions}>
        {may('ask') && (
          <Button
            size="s"
            icon={<IconCalendarPlus size={16} aria-hidden="true" />}
            aria-haspopup="dialog"
            onClick={() => setOpened('ask')}
          >
            Đề nghị gia hạn
          </Button>
        )}
        {may('withdraw') && (
          <Button size="s" aria-haspopup="dialog" onClick={() => setOpened('withdraw')}>
            Rút đề nghị
          </Button>
        )}
        {may('prepare') && (
          <Button size="s" onClick={() => setOpened('prepare')}>
            Trình ý kiến
          </Button>
        )}
        {may('decide') && (
          <Button size="s" kind="good" onClick={() => setOpened('decide')}>
            Quyết định
          </Button>
        )}
      </div>
      {opened === 'ask' && <AskExtensionDialog view={view} lastDay={data.lastDay} onClose={close} />}
      {opened === 'withdraw' && waiting && <WithdrawExtensionDialog view={view} extension={waiting} onClose={close} />}
      {opened === 'prepare' && waiting && (
        <PrepareExtensionDialog view={view} extension={waiting} lastDay={data.lastDay} onClose={close} />
      )}
      {opened === 'decide' && waiting && (
        <DecideExtensionDialog view={view} extension={waiting} lastDay={data.lastDay} onClose={close} />
      )}
    </Card>
  )
}

function Request({ extension }: { extension: ExtensionView }) {
  const { state, reason, wishedOn, askedBy, askedAt, askedLate, proposal } = extension
  const { grantedTo, decidedBy, decidedAt, decisionReason } = extension
  const { tone, icon: Icon } = looks[state]
  return (
    <div className={styles.facts}>
      <p className={styles.line}>
        <span>
          Xin đến <strong>{formatDate(wishedOn)}</strong>
          {askedLate && ', xin khi đã quá hạn'}
        </span>
        <StatusBadge tone={tone} icon={<Icon aria-hidden="true" stroke={2} />}>
          {extensionStateNames[state]}
        </StatusBadge>
      </p>
      <p className={styles.reason}>{reason}</p>
      <p className={styles.quiet}>
        {askedBy} · {formatInstant(askedAt)}
      </p>
      {state === 'asked' && proposal && (
        <p className={styles.reason}>
          <strong>{proposal.by} đề xuất:</strong>{' '}
          {proposal.to ? `gia hạn đến ${formatDate(proposal.to)}` : 'không gia hạn'}
          {proposal.note && `. ${proposal.note}`}
        </p>
      )}
      {decidedBy && (
        <p className={styles.reason}>
          <strong>
            {grantedTo ? `Gia hạn đến ${formatDate(grantedTo)}` : extensionStateNames[state]}
            {decisionReason && ':'}
          </strong>{' '}
          {decisionReason}{' '}
          <span className={styles.quiet}>
            ({decidedBy}
            {state === 'withdrawn' && decidedAt && `, ${formatInstant(decidedAt)}`})
          </span>
        </p>
      )}
    </div>
  )
}
