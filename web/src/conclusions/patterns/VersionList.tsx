import type { PatternsVersion } from '@cchc/domain/conclusions/patterns-contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { toast } from '../../ui/toasts.ts'
import styles from './Patterns.module.css'

interface Props {
  versions: readonly PatternsVersion[]
  /** Puts the words of a version into the fields; they count once they are kept as a new one. */
  onUse: (version: PatternsVersion) => void
}

/** Every version kept, down to the supplied words. */
export function VersionList({ versions, onUse }: Props) {
  return (
    <Card title="Các bản đã lưu">
      <ul className={styles.versions}>
        {versions.map((version, index) => {
          const name = version.version === 0 ? 'Bộ mẫu câu gốc' : `Bản ${version.version}`
          return (
            <li key={version.version}>
              <span>
                <strong>{name}</strong>
                {index === 0 && ' · đang dùng'}
                {version.savedAt && (
                  <span className={styles.small}>
                    {' '}
                    {version.savedBy}, {formatInstant(version.savedAt)}
                    {version.note && `: ${version.note}`}
                  </span>
                )}
              </span>
              <Button
                size="s"
                onClick={() => {
                  onUse(version)
                  toast({
                    tone: 'good',
                    text: `Đã lấy câu của ${name.toLocaleLowerCase('vi')}. Bấm “Lưu bản mới” để dùng.`,
                  })
                }}
              >
                Lấy lại
              </Button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
