import type { UnannouncedRow } from '@cchc/domain/unannounced/contract.ts'
import { IconAlertTriangle, IconChevronRight, IconLock, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMay, useSession } from '../platform/session.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { unannouncedListQuery } from './data.ts'
import { SecretMark } from './SecretMark.tsx'
import { StateMark } from './StateMark.tsx'
import styles from './Unannounced.module.css'
import { whenInWords } from './words.ts'

/** Kiểm tra đột xuất: what the viewer has been told of, and what has been opened. */
export default function UnannouncedListPage() {
  const { campaign } = useSession()
  const mayPropose = useMay('unannounced.propose') && campaign?.state === 'running'
  const { data, error } = useQuery({ ...unannouncedListQuery(campaign?.campaignId ?? ''), enabled: campaign !== null })
  if (error && !data) throw error
  const rows = campaign === null ? [] : data?.inspections
  const groups = [
    { title: 'Chưa công bố', rows: rows?.filter(({ secret, ending }) => secret && !ending) ?? [] },
    { title: 'Đã công bố tại chỗ', rows: rows?.filter(({ secret }) => !secret) ?? [] },
    { title: 'Không thực hiện', rows: rows?.filter(({ ending }) => ending) ?? [] },
  ]
  return (
    <Page
      title="Kiểm tra đột xuất"
      subtitle="Không thông báo trước; chỉ người được báo mới thấy cho đến khi Đoàn công bố tại chỗ."
      actions={
        mayPropose && (
          <ButtonLink kind="primary" to="/dot-xuat/de-xuat" icon={<IconPlus size={16} aria-hidden="true" />}>
            Đề xuất
          </ButtonLink>
        )
      }
    >
      {!rows ? (
        <Card>
          <Skeleton lines={6} />
        </Card>
      ) : rows.length === 0 ? (
        <Card>
          <EmptyState icon={<IconLock aria-hidden="true" />} title="Không có cuộc kiểm tra đột xuất nào để xem">
            {mayPropose
              ? 'Khi cần, đề xuất với Trưởng đoàn: chọn đơn vị, lý do, địa điểm và những người được biết.'
              : 'Cuộc kiểm tra đột xuất hiện ở đây khi bạn được báo, hoặc khi Đoàn đã công bố tại chỗ.'}
          </EmptyState>
        </Card>
      ) : (
        groups
          .filter((group) => group.rows.length > 0)
          .map((group) => (
            <Card key={group.title} title={group.title} aside={`${group.rows.length} cuộc`}>
              <ul className={styles.rows}>
                {group.rows.map((row) => (
                  <Line key={row.inspectionId} row={row} />
                ))}
              </ul>
            </Card>
          ))
      )}
    </Page>
  )
}

function Line({ row }: { row: UnannouncedRow }) {
  return (
    <li>
      <Link className={styles.row} to="/dot-xuat/$inspectionId" params={{ inspectionId: row.inspectionId }}>
        <span className={styles.what}>
          <strong>{row.unitName}</strong>
          <span className={styles.quiet}>{whenInWords(row)}</span>
          {row.secret && !row.ending && <SecretMark told={row.told} />}
        </span>
        <span className={styles.marks}>
          <StateMark row={row} />
          {row.clashes > 0 && (
            <span className={styles.clash}>
              <IconAlertTriangle size={15} aria-hidden="true" />
              {row.clashes} điều cần xem lại
            </span>
          )}
        </span>
        <IconChevronRight className={styles.quiet} size={18} aria-hidden="true" />
      </Link>
    </li>
  )
}
