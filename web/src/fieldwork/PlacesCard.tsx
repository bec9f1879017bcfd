import type { ContentOf, SiteRecordView } from '@cchc/domain/fieldwork/site-contract.ts'
import { siteOf } from '@cchc/domain/fieldwork/site-rules.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { sayFailure } from '../platform/say-failure.ts'
import { useViewer } from '../platform/session.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Row } from '../ui/Layout.tsx'
import { TextField } from '../ui/TextFields.tsx'
import styles from './OnSite.module.css'
import type { OnSiteProps } from './OnSiteTab.tsx'
import { keepOnSite, removeOnSite } from './site-desk.ts'

type Visited = SiteRecordView & { readonly content: ContentOf<'place'> }
const clock = (instant: string) => formatInstant(instant).slice(-5)

/** Where the team goes, with when it came and left: the one-stop department, an office, a village. */
export function PlacesCard({ view, desk }: OnSiteProps) {
  const viewer = useViewer()
  const [name, setName] = useState('')
  const places = siteOf(view.site, 'place')
  const mayWrite = view.actions.includes('record')
  const keep = (content: Omit<ContentOf<'place'>, 'topic'>, place?: Visited) =>
    keepOnSite(
      desk.place,
      viewer,
      { topic: 'place', ...content },
      place && { recordId: place.recordId, base: place.revision },
    )
  const now = () => new Date().toISOString()
  const arrive = (at: { name: string; address: string }) =>
    void keep({ ...at, arrivedAt: now(), leftAt: null }).then(() => setName(''), sayFailure)
  const planned = view.places.filter(
    (each) => each.arrivedAt === null && !places.some(({ content }) => content.name === each.name),
  )
  return (
    <Card title="Nơi đã đến" aside={places.length > 0 && `${places.length} nơi`}>
      {places.length === 0 && (
        <p className={styles.quiet}>Chưa ghi nơi nào. Ghi khi tới, để giờ đến và giờ rời vào biên bản.</p>
      )}
      <ul className={styles.list}>
        {places.map((place) => {
          const { content, recordId } = place
          const hours = [
            content.arrivedAt && `đến ${clock(content.arrivedAt)}`,
            content.leftAt && `rời ${clock(content.leftAt)}`,
            desk.pending.has(`site:${recordId}`) && 'chưa gửi',
          ].filter(Boolean)
          return (
            <li key={recordId} className={styles.row}>
              <span className={styles.words}>
                {[content.name, content.address].filter(Boolean).join(', ')}
                <span className={styles.quiet}>{hours.join(' · ')}</span>
              </span>
              {mayWrite && content.leftAt === null && (
                <Button onClick={() => void keep({ ...content, leftAt: now() }, place).catch(sayFailure)}>
                  Rời đi
                </Button>
              )}
              {mayWrite && (
                <IconButton
                  label={`Bỏ nơi ${content.name}`}
                  onClick={() => void removeOnSite(desk.place, viewer, recordId).catch(sayFailure)}
                >
                  <IconTrash size={17} aria-hidden="true" />
                </IconButton>
              )}
            </li>
          )
        })}
      </ul>
      {mayWrite && planned.length > 0 && (
        <Row className={styles.gap}>
          {planned.map((each) => (
            <Button key={each.placeId} onClick={() => arrive(each)}>
              Đến {each.name}
            </Button>
          ))}
        </Row>
      )}
      {mayWrite && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) arrive({ name: name.trim(), address: '' })
          }}
        >
          <TextField
            label="Nơi vừa tới"
            hint="Ví dụ: Bộ phận Một cửa"
            maxLength={300}
            value={name}
            onChange={setName}
          />
          <Button type="submit">Đã đến</Button>
        </form>
      )}
    </Card>
  )
}
