import { formatDate } from '@cchc/domain/formats/dates.ts'
import { downloadSynthesisPaper, type SynthesisView } from '@cchc/domain/synthesis/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { DownloadPaper } from '../documents/DownloadPaper.tsx'
import { DraftField } from '../documents/DraftField.tsx'
import { DraftSaveState } from '../documents/DraftSaveState.tsx'
import type { DraftDesk } from '../documents/draft-desk.ts'
import { IssueDialog } from '../documents/IssueDialog.tsx'
import { LivePaper } from '../documents/LivePaper.tsx'
import { StrandedParts } from '../documents/StrandedParts.tsx'
import { useDraftDesk } from '../documents/use-draft-desk.ts'
import { call } from '../platform/api.ts'
import { Refusal } from '../platform/refusal.ts'
import { useViewer } from '../platform/session.ts'
import { unsentPlace } from '../platform/unsent.ts'
import { useSavingState } from '../platform/use-saver.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { toast } from '../ui/toasts.ts'
import { clashOf, draftOf, issue, keepNarrative, narrativeParts, synthesisPaperQuery, synthesisQuery } from './data.ts'
import styles from './Synthesis.module.css'

/** The report to the People's Committee: the office's own words beside the paper, whose figures write themselves. */
export default function ReportPart({ view }: { view: SynthesisView }) {
  const writable = view.actions.includes('edit')
  const desk = useNarrativeDesk(view, writable)
  return (
    <div className={writable ? styles.writing : undefined}>
      {writable && <Words view={view} desk={desk} />}
      <div className={writable ? styles.inSight : styles.paper}>
        {!writable && (
          <>
            <ReadHead view={view} />
            <StrandedParts
              desk={desk}
              labelOf={(part) => narrativeParts[part as keyof typeof narrativeParts] ?? part}
            />
          </>
        )}
        <PaperPart view={view} desk={writable ? desk : null} />
      </div>
    </div>
  )
}

function useNarrativeDesk({ campaignId, narrative }: SynthesisView, writable: boolean): DraftDesk {
  const { personId } = useViewer()
  // Colleagues write the report too, so what they saved is asked for while it is open.
  useQuery({ ...synthesisQuery(campaignId), refetchInterval: 30_000 })
  const draft = useMemo(() => draftOf(narrative), [narrative])
  return useDraftDesk(campaignId, draft, writable, () => ({
    save: (words) => keepNarrative(campaignId, words),
    clashOf,
    unsent: unsentPlace(`${personId}.${campaignId}.synthesis`),
  }))
}

function Words({ view, desk }: { view: SynthesisView; desk: DraftDesk }) {
  const [issuing, setIssuing] = useState(false)
  const { campaignId, actions } = view
  const saveFirst = async () => {
    const unsaved = await desk.saveAll()
    if (unsaved > 0)
      throw new Refusal(0, 'unsaved', `Còn ${unsaved} phần chưa lưu được. Lưu xong các phần này rồi làm lại.`)
  }
  return (
    <Stack gap={3}>
      <Card title="Lời văn của báo cáo" aside={<DraftSaveState desk={desk} />}>
        <Stack>
          <p className={styles.note}>
            Số liệu, tồn tại lặp lại, cách làm hay, tình hình kiến nghị và phụ lục tự vào báo cáo. Phần dưới đây do cơ
            quan viết; dòng bắt đầu bằng “-” thành một ý gạch đầu dòng.
          </p>
          <DraftField
            desk={desk}
            part="overview"
            label={narrativeParts.overview}
            hint="In sau bảng độ phủ và tình hình gửi báo cáo."
            rows={4}
          />
          <DraftField
            desk={desk}
            part="assessment"
            label={narrativeParts.assessment}
            hint="Để trống thì bản in không có phần này."
            rows={5}
          />
          <DraftField
            desk={desk}
            part="proposals"
            label={narrativeParts.proposals}
            hint="Với Ủy ban nhân dân thành phố, các sở, ngành, địa phương. Để trống thì bản in không có phần này."
            rows={5}
          />
        </Stack>
      </Card>
      <div className={styles.reportActions}>
        <Download view={view} before={saveFirst} />
        {actions.includes('issue') && (
          <Button kind="primary" onClick={() => setIssuing(true)}>
            Ban hành báo cáo
          </Button>
        )}
      </div>
      {issuing && (
        <IssueDialog
          kind="synthesis-report"
          summary={() => <IssueSummary view={view} />}
          onIssue={async (body) => {
            await saveFirst()
            await issue(campaignId, body)
            toast({ tone: 'good', text: 'Đã ban hành báo cáo tổng hợp.' })
          }}
          onClose={() => setIssuing(false)}
        />
      )}
    </Stack>
  )
}

function IssueSummary({ view: { coverage, reports, asOf } }: { view: SynthesisView }) {
  const done = coverage.reduce((sum, block) => sum + block.done, 0)
  const planned = coverage.reduce((sum, block) => sum + block.planned, 0)
  return (
    <>
      <ul className={styles.outcome}>
        <li>
          Báo cáo được khóa với số liệu đến {formatDate(asOf)}, đúng như bản in đang thấy, kèm mã kiểm chứng; sau đó
          không sửa được.
        </li>
        <li>Số liệu trên màn hình Tổng hợp vẫn tiếp tục cập nhật theo đợt kiểm tra.</li>
      </ul>
      {(done < planned || reports.missing > 0) && (
        <Message kind="warning" lead={`Mới kiểm tra ${done}/${planned} đơn vị theo kế hoạch.`}>
          {reports.missing > 0 && `${reports.missing} đơn vị chưa gửi báo cáo. `}
          Vẫn ban hành được; báo cáo ghi rõ độ phủ này.
        </Message>
      )}
    </>
  )
}

/** Above the paper where nothing is written: what stands issued, or that it is a draft. */
function ReadHead({ view }: { view: SynthesisView }) {
  const { issued } = view
  return (
    <div className={styles.readHead}>
      <p>
        {issued
          ? `Đã ban hành: số ${issued.number}, ngày ${formatDate(issued.issuedOn)}.`
          : 'Dự thảo, số liệu cập nhật theo đợt kiểm tra.'}
      </p>
      <div className={styles.reportActions}>
        {issued && (
          <ButtonLink to="/van-ban/$documentId" params={{ documentId: issued.documentId }}>
            Mở văn bản
          </ButtonLink>
        )}
        <Download view={view} primary={issued !== null} />
      </div>
    </div>
  )
}

interface DownloadProps {
  view: SynthesisView
  primary?: boolean
  before?: () => Promise<unknown>
}

function Download({ view: { campaignId }, primary, before }: DownloadProps) {
  return (
    <DownloadPaper
      kind={primary ? 'primary' : 'plain'}
      before={before}
      fetchFile={(format) => call(downloadSynthesisPaper, { params: { campaignId }, query: { format } })}
    />
  )
}

const none: DraftDesk['savers'] | [] = []

/** The report as it will print, asked for again whenever the words or the figures change. */
function PaperPart({ view, desk }: { view: SynthesisView; desk: DraftDesk | null }) {
  const query = useQuery({ ...synthesisPaperQuery(view.campaignId), refetchOnMount: 'always' })
  const { refetch } = query
  useEffect(() => void refetch(), [view, refetch])
  const { unsent } = useSavingState(desk?.savers ?? none)
  return <LivePaper query={query} head={desk !== null} behind={unsent > 0} />
}
