import { formatDate, formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import { halfDayNames } from '@cchc/domain/inspections/contract.ts'
import type { TripView } from '@cchc/domain/logistics/contract.ts'
import { IconCar, IconPlus, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useCampaignId, useMay } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Columns, Stack } from '../ui/Layout.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { transportDayQuery } from './data.ts'
import styles from './Logistics.module.css'
import { ProblemList } from './ProblemList.tsx'
import { TransportPaperDialog } from './TransportPaperDialog.tsx'
import { TripCard } from './TripCard.tsx'
import { TripDialog } from './TripDialog.tsx'

/** One day's transport: where the team goes, who goes, which vehicle picks up whom. */
export default function TransportDayPage() {
  const { day } = useParams({ strict: false }) as { day: string }
  const campaignId = useCampaignId() ?? ''
  const { data, error } = useQuery({ ...transportDayQuery(campaignId, day), enabled: campaignId !== '' })
  const mayEdit = useMay('transport.edit')
  const [edited, setEdited] = useState<TripView | 'new' | null>(null)
  const [printing, setPrinting] = useState(false)
  if (error && !data) throw error
  const add = mayEdit && (
    <Button kind="primary" icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEdited('new')}>
      Thêm xe cho ngày này
    </Button>
  )
  return (
    <Page
      title={`Xe đi chung ${formatDateWithWeekday(day)}`}
      tabTitle={`Xe ${formatDate(day)}`}
      above={<Link to="/hau-can">Xe và kinh phí</Link>}
      actions={
        <>
          <Button icon={<IconPrinter size={16} aria-hidden="true" />} onClick={() => setPrinting(true)}>
            Lịch xe để in
          </Button>
          {data && data.trips.length > 0 && add}
        </>
      }
    >
      {!data ? (
        <Card>
          <Skeleton lines={10} />
        </Card>
      ) : (
        <Columns at="minmax(0, 2fr) minmax(260px, 1fr)">
          <Stack>
            <ProblemList problems={data.problems} />
            {data.trips.map((trip) => (
              <TripCard key={trip.tripId} trip={trip} onEdit={mayEdit ? () => setEdited(trip) : undefined} />
            ))}
            {data.trips.length === 0 && (
              <Card>
                <EmptyState icon={<IconCar aria-hidden="true" />} title="Chưa có xe cho ngày này" action={add}>
                  {data.visits.length === 0
                    ? 'Ngày này không có buổi kiểm tra nào.'
                    : 'Chọn xe, giờ xuất phát và điểm đón; chỗ ngồi được đối chiếu với thành phần các buổi kiểm tra.'}
                </EmptyState>
              </Card>
            )}
          </Stack>
          <Stack>
            <Card title="Buổi kiểm tra trong ngày">
              {data.visits.length === 0 ? (
                <p className={styles.quiet}>Không có buổi nào.</p>
              ) : (
                <ul className={styles.facts}>
                  {data.visits.map(({ inspectionId, halfDay, unitName, place }) => (
                    <li key={inspectionId}>
                      <span>
                        {halfDayNames[halfDay]}: <strong>{unitName}</strong>
                      </span>
                      {place && <span className={styles.quiet}>{place}</span>}
                    </li>
                  ))}
                  {data.routes.map(({ teamGroup, km, stops }) => (
                    <li key={teamGroup}>
                      <span>
                        Lộ trình{data.routes.length > 1 ? ` nhóm ${teamGroup}` : ''}:{' '}
                        <strong>{km === null ? 'chưa rõ' : `${formatNumber(km, 0)} km`}</strong>
                      </span>
                      <span className={styles.quiet}>
                        Cơ quan → {stops.join(' → ')} → cơ quan, ước tính theo đường thẳng nhân hệ số đường bộ
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
            <Card title={`Người đi (${data.people.length})`}>
              <ul className={styles.facts}>
                {data.people.map(({ personId, teamMemberId, name, post, agencyName, guest, halfDays }) => (
                  <li key={personId ?? teamMemberId ?? name}>
                    <strong>{name}</strong>
                    <span className={styles.quiet}>
                      {[
                        guest ? 'Khách chuyên đề' : '',
                        post,
                        agencyName && !post.includes(agencyName) ? agencyName : '',
                        data.visits.length > 1
                          ? halfDays.map((half) => halfDayNames[half].toLowerCase()).join(' và ')
                          : '',
                      ]
                        .filter(Boolean)
                        .join(', ')}
                    </span>
                  </li>
                ))}
                {data.people.length === 0 && <li className={styles.quiet}>Các buổi chưa có thành phần tham gia.</li>}
              </ul>
            </Card>
          </Stack>
        </Columns>
      )}
      {edited && data && (
        <TripDialog
          campaignId={campaignId}
          day={data}
          trip={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      {printing && (
        <TransportPaperDialog campaignId={campaignId} days={[day]} day={day} onClose={() => setPrinting(false)} />
      )}
    </Page>
  )
}
