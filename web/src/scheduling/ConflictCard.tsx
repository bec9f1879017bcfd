import type { PlanConflict } from '@cchc/domain/scheduling/contract.ts'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Card } from '../ui/Card.tsx'
import { Message } from '../ui/Message.tsx'
import styles from './Scheduling.module.css'

/** Why there is no schedule, and the least that must give, each with the place where it is changed. */
export function ConflictCard({ conflict, campaignId }: { conflict: PlanConflict; campaignId: string }) {
  const { sentence, remedies, remarks } = conflict
  return (
    <Card title="Không xếp được cho mọi đơn vị">
      <div className={styles.form}>
        <Message kind="error">{sentence}</Message>
        <div>
          <h3 className={styles.small}>Nới ít nhất như sau là xếp được</h3>
          <ul className={styles.remedies}>
            {remedies.map((remedy) => (
              <li key={remedy.sentence}>
                <IconAlertTriangle size={16} aria-hidden="true" />
                <span>
                  {remedy.sentence} {linkOf(remedy.where, campaignId)}
                </span>
              </li>
            ))}
          </ul>
        </div>
        {remarks.map((remark) => (
          <Message key={remark} kind="note">
            {remark}
          </Message>
        ))}
      </div>
    </Card>
  )
}

function linkOf(where: PlanConflict['remedies'][number]['where'], campaignId: string): ReactNode {
  if (where === 'settings' || where === 'pins') return <a href="#thong-so">Đổi bên dưới</a>
  return (
    <Link to="/dot-kiem-tra/$campaignId/doan" params={{ campaignId }} search={{ muc: 'lich-ban' } as never}>
      Mở lịch bận
    </Link>
  )
}
