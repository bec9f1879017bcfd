import { pageReferenceInWords } from '@cchc/domain/evidence/page-reference.ts'
import { itemName, outlineItems } from '@cchc/domain/outlines/outline.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { attachmentsQuery, downloadAddress } from '../evidence/data.ts'
import styles from '../evidence/Evidence.module.css'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useFormTools } from './use-desk.ts'

/** Every file of the report, by the question it backs. */
export function EvidenceCard({ onOpen }: { onOpen: (itemKey: string) => void }) {
  const { desk, writable } = useFormTools()
  const { inspectionId = '' } = useParams({ strict: false })
  const { data } = useQuery(attachmentsQuery(inspectionId))
  const files = (data?.attachments ?? []).filter(({ ownerId }) => ownerId === desk.selfReportId)
  if (!data || (files.length === 0 && !writable)) return null
  const groups = outlineItems(desk.outline)
    .map(({ item }) => ({ item, files: files.filter(({ place }) => place === item.key) }))
    .filter((group) => group.files.length > 0)
  return (
    <Card title="Tài liệu minh chứng" aside={files.length > 0 && `${files.length} tệp`}>
      {files.length === 0 ? (
        <p className={styles.quiet}>Chưa có tệp nào. Bấm hình chiếc kẹp giấy cạnh câu hỏi để đính kèm.</p>
      ) : (
        <ul className={styles.listed}>
          {groups.map(({ item, files: listed }) => (
            <li key={item.key} className={styles.listedGroup}>
              <Button kind="quiet" size="s" className={styles.itemLink} onClick={() => onOpen(item.key)}>
                {itemName(item)}
              </Button>
              <ul className={styles.listedFiles}>
                {listed.map((file) => (
                  <li key={file.attachmentId}>
                    {file.mayOpen ? (
                      <a href={downloadAddress(file)} download>
                        {file.name}
                      </a>
                    ) : (
                      file.name
                    )}{' '}
                    <span className={styles.quiet}>
                      {[pageReferenceInWords({ from: file.pageFrom, to: file.pageTo }), file.caption]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
