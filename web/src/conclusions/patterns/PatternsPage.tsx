import { patternProblems } from '@cchc/domain/conclusions/fill-pattern.ts'
import type { PatternsView } from '@cchc/domain/conclusions/patterns-contract.ts'
import { patternKeys, patternRow, patternsWith } from '@cchc/domain/conclusions/sentence-patterns.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Page } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextField } from '../../ui/TextFields.tsx'
import { toast } from '../../ui/toasts.ts'
import { BackLink } from '../BackLink.tsx'
import { keepPatterns, patternsQuery, tryOutQuery } from './data.ts'
import { PatternField } from './PatternField.tsx'
import styles from './Patterns.module.css'
import { TryOut } from './TryOut.tsx'
import { VersionList } from './VersionList.tsx'

/** The sentences that notices are drafted by: worded by the office, tried out on real findings, kept as versions. */
export default function PatternsPage() {
  const { data, error } = useQuery(patternsQuery)
  if (error && !data) throw error
  return data ? (
    <Editor key={data.versions[0]?.version} versions={data.versions} />
  ) : (
    <Page title="Mẫu câu của kết luận" subtitle="Đang tải…">
      <Card>
        <Skeleton lines={12} />
      </Card>
    </Page>
  )
}

function Editor({ versions }: PatternsView) {
  const newest = versions[0]!
  const { data } = useQuery(tryOutQuery)
  const [words, setWords] = useState<Record<string, string>>(newest.words)
  const [chosen, setChosen] = useState('')
  const [saving, setSaving] = useState(false)
  const changed = patternKeys.filter((key) => words[key] !== newest.words[key])
  const problems = patternKeys.flatMap((key) => patternProblems(key, words[key] ?? ''))
  const finding = data?.findings.find(({ findingId }) => findingId === chosen) ?? data?.findings[0]
  const parts = [...new Set(patternKeys.map((key) => patternRow(key).part))]
  return (
    <Page
      title="Mẫu câu của kết luận"
      above={<BackLink />}
      subtitle={
        newest.version === 0
          ? 'Đang dùng bộ mẫu câu gốc'
          : `Bản ${newest.version}, ${newest.savedBy} lưu${changed.length > 0 ? ` · ${changed.length} mẫu chưa lưu` : ''}`
      }
      actions={
        <Button kind="primary" disabled={changed.length === 0 || problems.length > 0} onClick={() => setSaving(true)}>
          Lưu bản mới
        </Button>
      }
    >
      <p className={styles.lead}>
        Chỗ điền viết trong dấu {'{ }'}, phần trong dấu {'[ ]'} tự bỏ khi chỗ điền bên trong không có gì. Đổi mẫu câu
        không sửa thông báo đã soạn.
      </p>
      <div className={styles.page}>
        <div className={styles.column}>
          {parts.map((part) => (
            <Card key={part} title={part}>
              <div className={styles.fields}>
                {patternKeys
                  .filter((key) => patternRow(key).part === part)
                  .map((key) => (
                    <PatternField
                      key={key}
                      patternKey={key}
                      words={words[key] ?? ''}
                      finding={finding}
                      officeName={data?.officeName ?? ''}
                      onWrite={(text) => setWords({ ...words, [key]: text })}
                    />
                  ))}
              </div>
            </Card>
          ))}
        </div>
        <div className={styles.column}>
          <TryOut
            findings={data?.findings}
            officeName={data?.officeName ?? ''}
            finding={finding}
            patterns={patternsWith(words)}
            sound={problems.length === 0}
            onChoose={setChosen}
          />
          <VersionList versions={versions} onUse={(version) => setWords({ ...version.words })} />
        </div>
      </div>
      {saving && (
        <SaveDialog base={newest.version} words={words} count={changed.length} onClose={() => setSaving(false)} />
      )}
    </Page>
  )
}

function SaveDialog({
  base,
  words,
  count,
  onClose,
}: {
  base: number
  words: Record<string, string>
  count: number
  onClose: () => void
}) {
  const [note, setNote] = useState('')
  const save = async () => {
    await keepPatterns(base, words, note)
    toast({ tone: 'good', text: 'Đã lưu bản mẫu câu mới. Dự thảo soạn từ bây giờ dùng bản này.' })
  }
  return (
    <FormDialog
      title={`Lưu ${count} mẫu câu đã sửa thành bản mới?`}
      onClose={onClose}
      onSubmit={save}
      submitLabel="Lưu bản mới"
      wayOut="Quay lại"
    >
      <p>Dự thảo đang soạn giữ bản mẫu câu của nó đến khi người soạn chọn bản mới. Bản cũ xem lại và dùng lại được.</p>
      <TextField label="Ghi chú" hint="Vì sao sửa, theo góp ý của ai." value={note} onChange={setNote} />
    </FormDialog>
  )
}
