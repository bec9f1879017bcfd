import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { isSure } from '@cchc/domain/self-reports/draft/draft.ts'
import { downloadReportFigures, mostDraftBytes } from '@cchc/domain/self-reports/exchange-contract.ts'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { DownloadButton } from '../../documents/DownloadButton.tsx'
import { call } from '../../platform/api.ts'
import { sentenceOf } from '../../platform/refusal.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { Message } from '../../ui/Message.tsx'
import { Page } from '../../ui/Page.tsx'
import { selfReportQuery } from '../data.ts'
import { ReportSkeleton } from '../ReportSkeleton.tsx'
import reports from '../Reports.module.css'
import { useDeskOf } from '../use-desk.ts'
import styles from './DraftImport.module.css'
import { DraftLines } from './DraftLines.tsx'
import { keepDraft, keptDraft, proposedSections, type ReviewedDraft, readFile } from './draft-import.ts'
import { ProposedSectionCard } from './ProposedSectionCard.tsx'
import { UnplacedCard } from './UnplacedCard.tsx'

const title = 'Nhập từ Word, Excel'

/** Takes answers over from a unit's own draft: the draft at the left, what is proposed from it at the right, item by item. */
export default function DraftImportPage() {
  const { inspectionId = '' } = useParams({ strict: false })
  const { data, error } = useQuery(selfReportQuery(inspectionId))
  if (error && !data) throw error
  return data ? <Import key={data.selfReportId} view={data} /> : <ReportSkeleton title={title} />
}

function Import({ view }: { view: SelfReportView }) {
  const { selfReportId, inspectionId } = view
  const desk = useDeskOf(view)
  const [draft, setDraft] = useState(() => keptDraft(selfReportId))
  const [busy, setBusy] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const change = (next: ReviewedDraft | null) => {
    setDraft(next)
    keepDraft(selfReportId, next)
  }
  const take = async ([file]: File[]) => {
    if (!file) return
    setBusy(file.name)
    setRefused(null)
    try {
      change(await readFile(selfReportId, file))
    } catch (error) {
      setRefused(sentenceOf(error))
    }
    setBusy(null)
  }
  const writable = view.actions.includes('write')

  return (
    <Page
      title={title}
      tabTitle={`Nhập bản nháp ${view.unitName}`}
      subtitle={draft ? `${view.unitName} · ${draft.fileName}` : view.unitName}
      above={
        <Link to="/bao-cao/$inspectionId" params={{ inspectionId }} className={reports.back}>
          <IconArrowLeft size={15} aria-hidden="true" /> Về báo cáo
        </Link>
      }
      actions={
        draft && (
          <>
            <Button onClick={() => change(null)}>Chọn tệp khác</Button>
            <ButtonLink kind="primary" to="/bao-cao/$inspectionId" params={{ inspectionId }}>
              Xong, về báo cáo
            </ButtonLink>
          </>
        )
      }
    >
      {!writable ? (
        <Message kind="note">
          Báo cáo đang không sửa được (đã chuyển lãnh đạo hoặc đã gửi), nên không nhập thêm được từ tệp.
        </Message>
      ) : draft ? (
        <Review draft={draft} desk={desk} onChange={change} />
      ) : (
        <Card title="Chọn tệp">
          <p className={styles.about}>
            Đưa bản nháp Word viết theo đề cương, hoặc bảng số liệu Excel. Phần mềm đọc rồi đề xuất từng mục cạnh số
            đang có; chưa có gì được ghi cho tới khi bạn nhận từng mục. Tệp không được lưu lại.
          </p>
          <FileDrop
            label="Chọn bản nháp"
            accept={['.docx', '.xlsx']}
            maxBytes={mostDraftBytes}
            busy={busy !== null}
            hint={`Word (.docx) hoặc Excel (.xlsx), tối đa ${mostDraftBytes / 1024 / 1024} MB. Tệp .doc cũ: mở bằng Word, lưu lại dạng .docx.`}
            onFiles={(files) => void take(files)}
          />
          <div role="status">{busy && <p className={styles.about}>Đang đọc {busy}…</p>}</div>
          {refused && (
            <Message kind="error" live>
              {refused}
            </Message>
          )}
          <div className={styles.templates}>
            <DownloadButton
              fetchFile={() =>
                call(downloadReportFigures, { params: { inspectionId }, query: { blank: true } as never })
              }
            >
              Tải mẫu số liệu .xlsx
            </DownloadButton>
            <span>Mẫu có sẵn tên mục, đơn vị tính và hướng dẫn; điền cột “Giá trị” rồi nhập lại ở đây.</span>
          </div>
        </Card>
      )}
    </Page>
  )
}

interface ReviewProps {
  draft: ReviewedDraft
  desk: ReturnType<typeof useDeskOf>
  onChange: (draft: ReviewedDraft) => void
}

function Review({ draft, desk, onChange }: ReviewProps) {
  const { reading, skipped } = draft
  const sections = proposedSections(desk.outline, reading.proposals)
  const sure = reading.proposals.filter(isSure).length
  const skip = (key: string, isSkipped: boolean) =>
    onChange({ ...draft, skipped: isSkipped ? [...skipped, key] : skipped.filter((one) => one !== key) })
  if (reading.proposals.length === 0)
    return (
      <>
        <Message kind="warning">
          Không đọc được mục nào từ tệp này. Bản nháp cần theo các đề mục của đề cương; hoặc dùng mẫu số liệu Excel.
        </Message>
        <UnplacedCard unplaced={reading.unplaced} />
      </>
    )
  return (
    <>
      <p className={styles.summary} role="status">
        <strong>{reading.proposals.length}</strong> mục đọc được: <strong>{sure}</strong> khớp rõ,{' '}
        <strong>{reading.proposals.length - sure}</strong> cần xem kỹ. {reading.unplaced.length} chỗ chưa xếp được.
      </p>
      <div className={styles.columns}>
        <DraftLines reading={reading} />
        <div className={styles.proposals}>
          {sections.map((section) => (
            <ProposedSectionCard key={section.section.key} {...section} desk={desk} skipped={skipped} onSkip={skip} />
          ))}
          <UnplacedCard unplaced={reading.unplaced} />
        </div>
      </div>
    </>
  )
}
