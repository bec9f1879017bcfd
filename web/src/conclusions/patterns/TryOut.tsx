import type { TryOutFinding } from '@cchc/domain/conclusions/patterns-contract.ts'
import type { Patterns } from '@cchc/domain/conclusions/sentence-patterns.ts'
import { findingKindNames } from '@cchc/domain/fieldwork/contract.ts'
import { useState } from 'react'
import { Card } from '../../ui/Card.tsx'
import { CheckField } from '../../ui/ChoiceFields.tsx'
import { SelectField } from '../../ui/TextFields.tsx'
import styles from './Patterns.module.css'
import { besideOf, tryOut } from './try-out.ts'

interface Props {
  findings: readonly TryOutFinding[] | undefined
  officeName: string
  finding: TryOutFinding | undefined
  patterns: Patterns
  /** Whether every pattern can be used as it is written. */
  sound: boolean
  onChoose: (findingId: string) => void
}

/** The sentences as they are written here, filled in from a finding that was really recorded. */
export function TryOut({ findings, officeName, finding, patterns, sound, onChoose }: Props) {
  const [several, setSeveral] = useState(false)
  if (!findings || !finding)
    return (
      <Card title="Thử trên phát hiện">
        <p className={styles.small}>{findings ? 'Chưa có phát hiện nào được ghi để thử.' : 'Đang tải…'}</p>
      </Card>
    )
  const beside = besideOf(finding, findings)
  const tried = sound ? tryOut(finding, several ? beside : undefined, officeName, patterns) : []
  return (
    <Card title="Thử trên phát hiện">
      <div className={styles.fields}>
        <SelectField
          label="Phát hiện đã ghi"
          value={finding.findingId}
          options={findings.map(({ findingId, kind, text, unitName }) => ({
            value: findingId,
            label: `${findingKindNames[kind]}: ${text.slice(0, 60)} (${unitName})`,
          }))}
          onChange={onChoose}
        />
        {beside && (
          <CheckField label="Thử cùng một phát hiện khác của lĩnh vực này" checked={several} onChange={setSeveral} />
        )}
        {sound ? (
          tried.map(({ part, words, lacking }, index) => (
            <div key={`${part} ${index}`}>
              {part !== tried[index - 1]?.part && <h3 className={styles.small}>{part}</h3>}
              <p className={styles.said}>{words}</p>
              {lacking.length > 0 && (
                <p className={styles.lacking}>Phát hiện này chưa ghi {lacking.join(', ')}: câu để trống bằng “…”.</p>
              )}
            </div>
          ))
        ) : (
          <p className={styles.lacking}>Sửa xong các mẫu báo lỗi thì câu thử hiện ở đây.</p>
        )}
      </div>
    </Card>
  )
}
