import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { fieldName } from '@cchc/domain/outlines/fields.ts'
import type { RegistrationDetail } from '@cchc/domain/thematic/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Columns, Stack } from '../ui/Layout.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { toast } from '../ui/toasts.ts'
import { registrationQuery, withdraw } from './data.ts'
import styles from './Thematic.module.css'
import { UnitItem } from './UnitItem.tsx'

/** One registration: what was asked for, what was decided on each unit, what was found for it and what it came to. */
export default function RegistrationPage() {
  const { registrationId = '' } = useParams({ strict: false })
  const { data, error } = useQuery(registrationQuery(registrationId))
  if (error && !data) throw error
  const above = <Link to="/chuyen-de">Kiểm tra chuyên đề</Link>
  return data ? (
    <Registration registration={data} above={above} />
  ) : (
    <Page title="Đăng ký chuyên đề" above={above} subtitle="Đang tải…">
      <Card>
        <Skeleton lines={8} />
      </Card>
    </Page>
  )
}

function Registration({ registration, above }: { registration: RegistrationDetail; above: React.ReactNode }) {
  const [withdrawing, setWithdrawing] = useState(false)
  const { registrationId, revision, title, agencyName, units, actions, foundOnSite } = registration
  const standing = units.filter(({ state }) => state !== 'cancelled')
  const withdrawn = units.filter(({ state }) => state === 'cancelled')
  return (
    <Page
      title={title}
      above={above}
      subtitle={`${agencyName} · ${standing.length} đơn vị · đăng ký ${formatInstant(registration.createdAt)}, ${registration.createdBy}`}
      actions={
        <>
          {actions.includes('withdraw') && (
            <Button kind="danger" onClick={() => setWithdrawing(true)}>
              Rút đăng ký
            </Button>
          )}
          {(actions.includes('edit') || actions.includes('edit-people')) && (
            <ButtonLink to="/chuyen-de/$registrationId/sua" params={{ registrationId }}>
              {actions.includes('edit') ? 'Sửa đăng ký' : 'Sửa người tham gia'}
            </ButtonLink>
          )}
        </>
      }
    >
      <Columns at="minmax(0, 3fr) minmax(0, 2fr)">
        <Stack>
          <Card title="Đơn vị và quyết định" aside={`${standing.length} đơn vị`}>
            <ul className={styles.units}>
              {standing.map((unit) => (
                <UnitItem key={unit.inspectionId} unit={unit} />
              ))}
            </ul>
            {standing.length === 0 && <p className={styles.quiet}>Đăng ký đã được rút.</p>}
            {withdrawn.length > 0 && (
              <p className={styles.small}>Đã rút: {withdrawn.map(({ unitName }) => unitName).join('; ')}.</p>
            )}
          </Card>
          {foundOnSite.length > 0 && <FoundOnSite registration={registration} />}
        </Stack>
        <Stack>
          <WordsCard registration={registration} />
          <PeopleCard registration={registration} />
        </Stack>
      </Columns>
      {withdrawing && (
        <ConfirmDialog
          title="Rút đăng ký?"
          confirmLabel="Rút đăng ký"
          danger
          reasonLabel="Lý do rút"
          onConfirm={async (reason) => {
            await withdraw(registrationId, revision, reason)
            toast({ tone: 'note', text: 'Đã rút đăng ký; Sở Nội vụ được báo.' })
          }}
          onClose={() => setWithdrawing(false)}
        >
          Các đơn vị chưa được quyết định ra khỏi danh sách chờ. Đơn vị đã có quyết định vẫn giữ.
        </ConfirmDialog>
      )}
    </Page>
  )
}

function WordsCard({ registration: { content, legalBasis, fieldKeys } }: { registration: RegistrationDetail }) {
  return (
    <Card title="Nội dung đăng ký">
      <dl className={styles.facts}>
        <dt>Nội dung</dt>
        <dd>{content}</dd>
        {legalBasis && (
          <>
            <dt>Căn cứ</dt>
            <dd>{legalBasis}</dd>
          </>
        )}
        {fieldKeys.length > 0 && (
          <>
            <dt>Lĩnh vực</dt>
            <dd>{fieldKeys.map(fieldName).join('; ')}</dd>
          </>
        )}
      </dl>
    </Card>
  )
}

function PeopleCard({ registration: { people } }: { registration: RegistrationDetail }) {
  return (
    <Card title="Người tham gia" aside={people.length > 0 && `${people.length} người`}>
      {people.length === 0 ? (
        <p className={styles.quiet}>
          Chưa cử người. Người có tài khoản ghi được phát hiện của chuyên đề trong buổi chung.
        </p>
      ) : (
        <ul className={styles.people}>
          {people.map(({ fullName, post, personId }) => (
            <li key={`${fullName} ${post}`}>
              {fullName}{' '}
              <span className={styles.small}>{[post, personId && 'có tài khoản'].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function FoundOnSite({ registration: { foundOnSite } }: { registration: RegistrationDetail }) {
  return (
    <Card title="Phát hiện trong buổi kiểm tra chung" aside={`${foundOnSite.length} phát hiện`}>
      <ul className={styles.units}>
        {foundOnSite.map((finding) => (
          <li key={finding.findingId} className={styles.unit}>
            <div className={styles.unitHead}>
              <strong>{finding.unitName}</strong>
              <span className={styles.small}>
                {finding.kindName} · {fieldName(finding.fieldKey)}
              </span>
            </div>
            <p>{finding.text}</p>
            {finding.cause && <p className={styles.quiet}>Nguyên nhân: {finding.cause}</p>}
            {finding.responsible && <p className={styles.quiet}>Trách nhiệm: {finding.responsible}</p>}
            <p className={styles.small}>
              {finding.recordedBy} · {formatInstant(finding.recordedAt)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
