import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { IconAlertTriangle } from '@tabler/icons-react'
import { sayFailure } from '../platform/say-failure.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Row } from '../ui/Layout.tsx'
import { AgendaCard } from './AgendaCard.tsx'
import { DocumentsCard } from './DocumentsCard.tsx'
import { NotesCard } from './NotesCard.tsx'
import styles from './OnSite.module.css'
import PhotoStrip, { photosOf } from './PhotoStrip.tsx'
import { PlacesCard } from './PlacesCard.tsx'
import { decideOnSite } from './site-desk.ts'
import { siteWords } from './site-stops.ts'
import type { VisitDesk } from './visit-desk.ts'

export interface OnSiteProps {
  view: VisitView
  desk: VisitDesk
}

/** What goes on in the room and on the way through the building; made for one hand, with and without network. */
export default function OnSiteTab({ view, desk }: OnSiteProps) {
  const mayAdd = view.actions.includes('record-findings')
  return (
    <div className={styles.cards}>
      {desk.siteStops.length > 0 && <Stops desk={desk} />}
      <AgendaCard view={view} desk={desk} />
      <PlacesCard view={view} desk={desk} />
      <DocumentsCard view={view} desk={desk} />
      <NotesCard view={view} desk={desk} />
      {(mayAdd || photosOf(view, null).length > 0) && (
        <Card title="Ảnh chưa gắn với phát hiện">
          <PhotoStrip view={view} desk={desk} findingId={null} adding={mayAdd ? 'whole' : null} />
        </Card>
      )}
    </div>
  )
}

/** What the server did not take: both sides, and a person's decision. */
function Stops({ desk }: { desk: VisitDesk }) {
  return (
    <Card title="Chờ bạn quyết định">
      <ul className={styles.list}>
        {desk.siteStops.map((one) => {
          const { stop, mine } = one
          const theirs = stop.outcome === 'clash' && stop.theirs.of === 'site' ? stop.theirs.site : undefined
          const decide = (choose: 'mine' | 'theirs' | 'copy') => () =>
            void decideOnSite(desk.place, one, choose).catch(sayFailure)
          return (
            <li key={stop.commandId} className={styles.stop}>
              <p>
                <IconAlertTriangle size={16} aria-hidden="true" /> {stop.sentence}
              </p>
              <p>
                <strong>Của bạn:</strong> {mine ? siteWords(mine) : 'xóa mục này'}
              </p>
              {theirs !== undefined && (
                <p>
                  <strong>Trên máy chủ:</strong>{' '}
                  {theirs ? `${siteWords(theirs.content)} (${theirs.recordedBy})` : 'đã bị xóa'}
                </p>
              )}
              <Row>
                {theirs === null ? (
                  <Button onClick={decide('copy')}>Ghi thành mục mới</Button>
                ) : (
                  <Button onClick={decide('mine')}>{theirs ? 'Dùng bản của tôi' : 'Gửi lại'}</Button>
                )}
                <Button kind="quiet" onClick={decide('theirs')}>
                  {theirs ? 'Giữ bản trên máy chủ' : 'Cất riêng'}
                </Button>
              </Row>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
