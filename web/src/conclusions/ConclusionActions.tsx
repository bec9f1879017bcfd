import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { missingInConclusion } from '@cchc/domain/conclusions/rules.ts'
import { downloadInspectionPaper } from '@cchc/domain/documents/contract.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { useState } from 'react'
import { DownloadPaper } from '../documents/DownloadPaper.tsx'
import type { DraftDesk } from '../documents/draft-desk.ts'
import { IssueDialog } from '../documents/IssueDialog.tsx'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { Refusal } from '../platform/refusal.ts'
import { useCampaignId, useMay, useSession } from '../platform/session.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toasts.ts'
import { termsQuery } from './answer-data.ts'
import styles from './Conclusions.module.css'
import { conclusionQuery, issue, submit, takeBack } from './data.ts'
import { IssueSummary } from './IssueSummary.tsx'
import { ReviewActions } from './ReviewActions.tsx'
import { TermsDialog } from './TermsDialog.tsx'

interface Props {
  conclusion: ConclusionView
  desk: DraftDesk
  /** Shows the remarks. */
  onRemarks: () => void
}

type Opened = 'submit' | 'terms' | 'return' | 'issue' | { missing: readonly string[] } | null

/** What may be done to the conclusion as a whole now; whatever is being written is saved first. */
export function ConclusionActions({ conclusion, desk, onRemarks }: Props) {
  const { conclusionId, inspectionId, actions, state, remarks, documentId } = conclusion
  const { today } = useSession()
  const campaignId = useCampaignId() ?? ''
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const mayIssue = useMay('conclusion.issue')
  const open = remarks.filter(({ settled }) => !settled).length

  const saveFirst = async () => {
    const unsaved = await desk.saveAll()
    if (unsaved > 0)
      throw new Refusal(0, 'unsaved', `Còn ${unsaved} phần chưa lưu được. Lưu xong các phần này rồi làm lại.`)
  }
  const askToSubmit = async () => {
    await desk.saveAll()
    const now = queries.getQueryData(conclusionQuery(inspectionId).queryKey)?.conclusion ?? conclusion
    const missing = missingInConclusion(now.text, now.recommendations, today)
    if (missing.length > 0) return setOpened({ missing })
    const { terms } = await queries.fetchQuery(termsQuery(campaignId))
    setOpened(terms ? 'submit' : 'terms')
  }

  return (
    <>
      {documentId && (
        <ButtonLink to="/van-ban/$documentId" params={{ documentId }}>
          Mở văn bản
        </ButtonLink>
      )}
      <DownloadPaper
        kind={documentId ? 'primary' : 'plain'}
        before={actions.includes('edit') ? saveFirst : undefined}
        fetchFile={(format) =>
          call(downloadInspectionPaper, { params: { inspectionId, kind: 'conclusion-notice' }, query: { format } })
        }
      />
      {actions.includes('edit') && (
        <Button kind="primary" onClick={() => void askToSubmit()}>
          Trình góp ý
        </Button>
      )}
      <ReviewActions conclusion={conclusion} />
      {actions.includes('return') && <Button onClick={() => setOpened('return')}>Lấy lại để sửa</Button>}
      {actions.includes('issue') && (
        <Button kind="primary" onClick={() => setOpened('issue')}>
          Ban hành
        </Button>
      )}
      {state === 'under-review' && mayIssue && !actions.includes('issue') && open > 0 && (
        <Button onClick={onRemarks}>{open} góp ý chờ trả lời</Button>
      )}
      {typeof opened === 'object' && opened && (
        <Dialog title="Chưa trình được kết luận" onClose={close} actions={<Button onClick={close}>Đóng</Button>}>
          <p>Cần bổ sung trước khi trình:</p>
          <ul className={styles.missing}>
            {opened.missing.map((each) => (
              <li key={each}>{upperFirst(each)}.</li>
            ))}
          </ul>
        </Dialog>
      )}
      {opened === 'terms' && <TermsDialog campaignId={campaignId} onClose={close} />}
      {opened === 'submit' && (
        <ConfirmDialog
          title="Trình dự thảo để Đoàn góp ý?"
          confirmLabel="Trình góp ý"
          wayOut="Để sau"
          onConfirm={async () => {
            await saveFirst()
            await submit(conclusionId)
            toast({ tone: 'good', text: 'Đã trình dự thảo. Đầu mối các lĩnh vực đã được báo.' })
          }}
          onClose={close}
        >
          Đầu mối từng lĩnh vực được hỏi ý kiến, có hạn trả lời. Trong lúc góp ý, câu chữ được giữ nguyên để mọi người
          cùng đọc một bản. Lấy lại để sửa được bất cứ lúc nào trước khi ban hành.
        </ConfirmDialog>
      )}
      {opened === 'return' && (
        <ConfirmDialog
          title="Lấy dự thảo lại để sửa?"
          confirmLabel="Lấy lại để sửa"
          onConfirm={async () => {
            await takeBack(conclusionId)
            toast({ tone: 'good', text: 'Dự thảo mở lại để sửa.' })
          }}
          onClose={close}
        >
          Các góp ý được giữ nguyên. Sửa xong, trình lại để góp ý hoặc ban hành.
        </ConfirmDialog>
      )}
      {opened === 'issue' && (
        <IssueDialog
          kind="conclusion-notice"
          summary={(issuedOn) => <IssueSummary conclusion={conclusion} issuedOn={issuedOn} />}
          onIssue={async (body) => {
            await issue(conclusionId, body)
            toast({ tone: 'good', text: 'Đã ban hành thông báo kết luận.' })
          }}
          onClose={close}
        />
      )}
    </>
  )
}
