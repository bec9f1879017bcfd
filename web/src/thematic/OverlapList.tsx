import { overlapGradeNames, overlapGrades } from '@cchc/domain/thematic/overlaps.ts'
import { wishInWords } from '@cchc/domain/thematic/wished-time.ts'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { matches } from '../ui/fold.ts'
import { SeasonHeader, SeasonRow } from '../ui/Season.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { DecisionDialog } from './DecisionDialog.tsx'
import styles from './Thematic.module.css'
import type { UnitOfRegistration } from './ThematicPage.tsx'
import { overlapInWords } from './words.ts'

export type Asked = { readonly unit: UnitOfRegistration; readonly act: 'merge' | 'separate' | 'propose' }

const searchFrom = 7

interface Props {
  units: readonly UnitOfRegistration[]
  /** Every unit of every registration, to name the host of a proposal. */
  all: readonly UnitOfRegistration[]
}

/** Chồng chéo: what waits for a decision, unit by unit, its time beside that of the others, with what is proposed. */
export function OverlapList({ units, all }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [search, setSearch] = useState('')
  if (units.length === 0) {
    return (
      <Card>
        <EmptyState icon={<IconCheck aria-hidden="true" />} title="Không còn đăng ký nào chờ quyết định">
          Đăng ký mới của các sở, ngành hiện ở đây cùng những cuộc kiểm tra trùng đơn vị trong năm.
        </EmptyState>
      </Card>
    )
  }
  const found = [...units]
    .filter(({ unitName, registration }) =>
      matches(`${unitName} ${registration.agencyName} ${registration.title}`, search),
    )
    .sort((a, b) => nearness(a) - nearness(b) || a.unitName.localeCompare(b.unitName, 'vi'))
  return (
    <>
      {units.length >= searchFrom && (
        <TextField
          label={<span className="hidden-visually">Tìm trong các đăng ký chờ quyết định</span>}
          type="search"
          placeholder="Tìm đơn vị, cơ quan, chuyên đề…"
          value={search}
          onChange={setSearch}
        />
      )}
      <ul className={styles.overlaps}>
        {found.map((unit) => (
          <Waiting key={unit.inspectionId} unit={unit} onAsk={(act) => setAsked({ unit, act })} />
        ))}
      </ul>
      {asked && <DecisionDialog asked={asked} all={all} onClose={() => setAsked(null)} />}
    </>
  )
}

const nearness = ({ overlaps }: UnitOfRegistration) =>
  overlaps.length === 0 ? overlapGrades.length : Math.min(...overlaps.map(({ grade }) => overlapGrades.indexOf(grade)))

function Waiting({ unit, onAsk }: { unit: UnitOfRegistration; onAsk: (act: Asked['act']) => void }) {
  const { unitName, registration, wish, overlaps, actions, advice, proposed } = unit
  const { campaign, today } = useSession()
  if (!campaign) return null
  const season = { from: campaign.periodFrom, to: campaign.periodTo, today }
  return (
    <li className={styles.overlap}>
      <div className={styles.overlapHead}>
        <h2>{unitName}</h2>
        <span className={styles.whose}>
          {registration.agencyName}:{' '}
          <Link to="/chuyen-de/$registrationId" params={{ registrationId: registration.registrationId }}>
            {registration.title}
          </Link>
        </span>
      </div>
      <div className={styles.times}>
        <div className={styles.timeHead}>
          <span />
          <SeasonHeader season={season} />
        </div>
        <div className={styles.time}>
          <span className={styles.timeWords}>
            <strong>Cơ quan mong muốn:</strong> {wishInWords(wish)}
          </span>
          <SeasonRow
            season={season}
            startsOn={wish.from}
            endsOn={wish.to}
            visitOn={wish.from === wish.to ? wish.from : null}
            mark="planned"
            label={`Thời gian cơ quan mong muốn: ${wishInWords(wish)}`}
          />
        </div>
        {overlaps.map((overlap) => (
          <div key={overlap.inspectionId} className={styles.time}>
            <span className={styles.timeWords}>
              {overlapInWords(overlap)}{' '}
              <span className={styles.small}>({overlapGradeNames[overlap.grade].toLowerCase()})</span>
            </span>
            <SeasonRow
              season={season}
              startsOn={overlap.time?.from}
              endsOn={overlap.time?.to}
              visitOn={overlap.time && overlap.time.from === overlap.time.to ? overlap.time.from : null}
              mark={overlap.kind === 'planned' ? (overlap.state === 'announced' ? 'announced' : 'planned') : 'planned'}
              label={overlapInWords(overlap)}
            />
          </div>
        ))}
      </div>
      <div className={styles.advice}>
        <p>
          <strong>{proposed ? `${proposed.by} đề xuất:` : 'Phần mềm đề xuất:'}</strong>{' '}
          {proposed
            ? `${proposed.act === 'merge' ? 'lồng ghép' : 'cho kiểm tra riêng'}${proposed.note ? ` – ${proposed.note}` : ''}`
            : adviceInWords(unit)}
        </p>
        <div className={styles.buttons}>
          {actions.includes('propose') && (
            <Button onClick={() => onAsk('propose')}>
              {proposed ? 'Đổi đề xuất' : 'Đề xuất lên Phó Trưởng đoàn TT'}
            </Button>
          )}
          {actions.includes('separate') && (
            <Button onClick={() => onAsk('separate')}>
              {overlaps.some(({ kind, state }) => kind === 'planned' || state !== 'registered')
                ? 'Kiểm tra riêng (ngoại lệ)…'
                : 'Cho kiểm tra riêng…'}
            </Button>
          )}
          {actions.includes('merge') && overlaps.some(({ mayHost }) => mayHost) && (
            <Button kind={advice?.act === 'merge' ? 'good' : 'plain'} onClick={() => onAsk('merge')}>
              Lồng ghép…
            </Button>
          )}
        </div>
      </div>
    </li>
  )
}

function adviceInWords({ advice, overlaps }: UnitOfRegistration): string {
  if (!advice) return 'chưa có'
  if (advice.act === 'separate')
    return advice.needsException
      ? 'đơn vị đã được kiểm tra trong năm; lồng ghép không còn kịp, chỉ kiểm tra riêng khi có ngoại lệ.'
      : overlaps.length === 0
        ? 'không chồng chéo, cho kiểm tra riêng.'
        : 'lấy cuộc này làm buổi chung, các cuộc đăng ký sau lồng ghép vào.'
  const host = overlaps.find(({ inspectionId }) => inspectionId === advice.hostId)
  return host?.kind === 'planned'
    ? 'lồng ghép vào buổi kiểm tra theo kế hoạch.'
    : `lồng ghép hai chuyên đề vào một buổi, do ${host?.agencyName ?? 'cơ quan đăng ký trước'} chủ trì.`
}
