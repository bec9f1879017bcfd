import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { UnannouncedView } from '@cchc/domain/unannounced/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Card } from '../ui/Card.tsx'
import { Columns, Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { CircleCard } from './CircleCard.tsx'
import { unannouncedQuery } from './data.ts'
import { PapersCard } from './PapersCard.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import { PlacesCard } from './PlacesCard.tsx'
import { SecretMark } from './SecretMark.tsx'
import { StateMark } from './StateMark.tsx'
import styles from './Unannounced.module.css'
import { UnannouncedActions } from './UnannouncedActions.tsx'
import { VehiclesCard } from './VehiclesCard.tsx'
import { whenInWords } from './words.ts'

const above = <Link to="/dot-xuat">Kiểm tra đột xuất</Link>

/** One unannounced inspection: where it stands, who knows, where it goes, what stands in its way. */
export default function UnannouncedPage() {
  const { inspectionId = '' } = useParams({ strict: false })
  const { data, error } = useQuery(unannouncedQuery(inspectionId))
  if (error && !data) throw error
  if (!data)
    return (
      <Page title="Kiểm tra đột xuất" above={above} subtitle="Đang tải…">
        <Card>
          <Skeleton lines={8} />
        </Card>
      </Page>
    )
  return <Sheet view={data} />
}

function Sheet({ view }: { view: UnannouncedView }) {
  return (
    <Page
      title={view.unitName}
      // A tab's name is read by whoever stands beside.
      tabTitle={view.secret ? 'Kiểm tra đột xuất' : view.unitName}
      above={above}
      subtitle={
        <span className={styles.head}>
          {whenInWords(view)} <StateMark row={view} />
          {view.secret && !view.ending && <SecretMark told={view.told} />}
        </span>
      }
      actions={<UnannouncedActions view={view} />}
    >
      {view.warnings.length > 0 && (
        <Stack gap={2}>
          {view.warnings.map(({ tone, sentence }) => (
            <Message key={sentence} kind={tone === 'clash' ? 'warning' : 'note'}>
              {sentence}
            </Message>
          ))}
        </Stack>
      )}
      <Columns at="3fr 2fr">
        <Stack>
          <WhyCard view={view} />
          <PlacesCard view={view} />
          <PeopleCard view={view} />
        </Stack>
        <Stack>
          <CircleCard view={view} />
          <VehiclesCard view={view} />
          <PapersCard view={view} />
          <HistoryCard view={view} />
        </Stack>
      </Columns>
    </Page>
  )
}

function WhyCard({ view }: { view: UnannouncedView }) {
  const facts: [string, string | null][] = [
    ['Đề xuất', `${view.proposedBy}, ${formatInstant(view.proposedAt)}`],
    ['Lệnh của Trưởng đoàn', view.orderedAt && `${view.orderedBy}, ${formatInstant(view.orderedAt)}`],
    ['Công bố tại chỗ', view.openedAt && `${view.openedBy}, ${formatInstant(view.openedAt)}`],
    [
      view.ending === 'declined' ? 'Không chấp thuận' : 'Đã hủy',
      view.endedAt && `${view.endedBy}, ${formatInstant(view.endedAt)}: ${view.endReason}`,
    ],
  ]
  return (
    <Card title="Lý do">
      <Stack gap={3}>
        <p className={styles.text}>{view.reasons}</p>
        {view.notes && <p className={styles.text}>Ghi chú: {view.notes}</p>}
        <dl className={styles.facts}>
          {facts.map(
            ([name, words]) =>
              words && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{words}</dd>
                </div>
              ),
          )}
        </dl>
      </Stack>
    </Card>
  )
}

function HistoryCard({ view: { history } }: { view: UnannouncedView }) {
  return (
    <Card title="Nhật ký">
      <ol className={styles.lines}>
        {history.map(({ at, who, what, reason }) => (
          <li key={`${at}${what}${reason}`}>
            {what}
            {reason && `: ${reason}`}
            <span className={styles.small}>
              {formatInstant(at)} · {who}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
