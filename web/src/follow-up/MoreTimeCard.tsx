import type { RecommendationDetail } from '@cchc/domain/follow-up/contract.ts'
import {
  type DueChange,
  dueCauseNames,
  type MoreTimeRequest,
  type MoreTimeState,
  moreTimeStateNames,
} from '@cchc/domain/follow-up/extension-contract.ts'
import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconArrowBackUp, IconCalendarPlus, IconCheck, IconClock, IconX, type TablerIcon } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { StatusBadge, type Tone } from '../ui/StatusBadge.tsx'
import styles from './MoreTime.module.css'
import { AskMoreTimeDialog, DecideMoreTimeDialog, PrepareMoreTimeDialog, WithdrawDialog } from './MoreTimeDialogs.tsx'
import { moreTimeQuery } from './more-time-data.ts'

const looks: Record<MoreTimeState, { tone: Tone; icon: TablerIcon }> = {
  asked: { tone: 'wait', icon: IconClock },
  granted: { tone: 'ok', icon: IconCheck },
  refused: { tone: 'rest', icon: IconX },
  withdrawn: { tone: 'rest', icon: IconArrowBackUp },
}

type Act = 'ask' | 'withdraw' | 'prepare' | 'decide'

/** More time for a recommendation: what was asked and decided, how the date moved, and the way to ask, propose and decide. */
export function MoreTimeCard({ recommendation }: { recommendation: RecommendationDetail }) {
  const { recommendationId } = recommendation
  const { data } = useQuery(moreTimeQuery(recommendationId))
  const [opened, setOpened] = useState<Act | null>(null)
  if (!data || (data.requests.length === 0 && data.dueChanges.length === 0 && !data.actions.includes('ask')))
    return null
  const waiting = data.requests.find(({ state }) => state === 'asked')
  const close = () => setOpened(null)
  const may = (act: Act) => data.actions.includes(act)
  return (
    <Card title="Gia hạn khắc phục">
      {data.requests.length === 0 ? (
        <p className={styles.quiet}>Nếu không kịp, lãnh đạo đơn vị đề nghị gia hạn và nêu lý do.</p>
      ) : (
        <ol className={styles.list}>
          {data.requests.map((request) => (
            <li key={request.extensionId}>
              <Request request={request} />
            </li>
          ))}
        </ol>
      )}
      {data.dueChanges.length > 0 && <Moves changes={data.dueChanges} />}
      <div className={styles.actions}>
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
          <Button size="s" onClick={() => setOpened('withdraw')}>
            Rút đề nghị
          </Button>
        )}
        {may('prepare') && (
          <Button size="s" onClick={() => setOpened('prepare')}>
            Trình ý kiến
          </Button>
        )}
        {may('decide') && (
          <Button size="s" kind="primary" onClick={() => setOpened('decide')}>
            Quyết định
          </Button>
        )}
      </div>
      {opened === 'ask' && <AskMoreTimeDialog recommendation={recommendation} onClose={close} />}
      {opened === 'withdraw' && waiting && (
        <WithdrawDialog recommendation={recommendation} request={waiting} onClose={close} />
      )}
      {opened === 'prepare' && waiting && (
        <PrepareMoreTimeDialog recommendation={recommendation} request={waiting} onClose={close} />
      )}
      {opened === 'decide' && waiting && (
        <DecideMoreTimeDialog recommendation={recommendation} request={waiting} onClose={close} />
      )}
    </Card>
  )
}

function Request({ request }: { request: MoreTimeRequest }) {
  const { state, reason, wishedOn, askedBy, askedAt, askedLate, proposal, decidedBy, decisionReason } = request
  const { tone, icon: Icon } = looks[state]
  return (
    <div className={styles.request}>
      <p className={styles.line}>
        <span>
          Xin đến <strong>{formatDate(wishedOn)}</strong>
          {askedLate && ', xin khi đã quá hạn'}
        </span>
        <StatusBadge tone={tone} icon={<Icon aria-hidden="true" stroke={2} />}>
          {moreTimeStateNames[state]}
        </StatusBadge>
      </p>
      <p className={styles.words}>{reason}</p>
      <p className={styles.quiet}>
        {askedBy} · {formatInstant(askedAt)}
      </p>
      {state === 'asked' && proposal && (
        <p className={styles.words}>
          <strong>{proposal.by} đề xuất:</strong>{' '}
          {proposal.to ? `gia hạn đến ${formatDate(proposal.to)}` : 'không gia hạn'}
          {proposal.note && `. ${proposal.note}`}
        </p>
      )}
      {decidedBy && (
        <p className={styles.words}>
          <strong>{outcomeOf(request)}:</strong> {decisionReason} <span className={styles.quiet}>({decidedBy})</span>
        </p>
      )}
    </div>
  )
}

function outcomeOf({ state, grantedTo, grantedWorkingDays }: MoreTimeRequest): string {
  if (state === 'withdrawn') return 'Đã rút'
  return grantedTo ? `Gia hạn đến ${formatDate(grantedTo)}, thêm ${grantedWorkingDays} ngày làm việc` : 'Không gia hạn'
}

/** Where the date came from: each move with its cause. */
function Moves({ changes }: { changes: readonly DueChange[] }) {
  return (
    <details className={styles.moves}>
      <summary>Hạn đã đổi {changes.length} lần</summary>
      <ol className={styles.list}>
        {changes.map(({ from, to, cause, at, by }) => (
          <li key={at}>
            {formatDate(from)} → <strong>{formatDate(to)}</strong>{' '}
            <span className={styles.quiet}>
              {dueCauseNames[cause]} · {by}, {formatInstant(at)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
