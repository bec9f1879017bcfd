import { formatDate } from '@cchc/domain/formats/dates.ts'
import { type SelfReportView, selfReportStateNames } from '@cchc/domain/self-reports/contract.ts'
import { IconListTree } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { RequestsCard } from '../document-requests/RequestsCard.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useMedia } from '../ui/media.ts'
import { Page } from '../ui/Page.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { ClashDialog } from './ClashDialog.tsx'
import { CorrectionNote } from './CorrectionNote.tsx'
import { DeadlineCard, isLate, standing } from './DeadlineCard.tsx'
import { selfReportQuery } from './data.ts'
import type { Desk } from './desk.ts'
import { EvidenceCard } from './EvidenceCard.tsx'
import { ExtensionCard } from './ExtensionCard.tsx'
import { HistoryDialog } from './HistoryDialog.tsx'
import { OutlineNav } from './OutlineNav.tsx'
import { OutstandingCard } from './OutstandingCard.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import { ReceiptCard } from './ReceiptCard.tsx'
import { LastRemark, RemarksCard } from './RemarksCard.tsx'
import { ReportActions } from './ReportActions.tsx'
import { ReportSkeleton } from './ReportSkeleton.tsx'
import { reportStateLooks } from './report-states.ts'
import { SaveState } from './SaveState.tsx'
import { SectionForm } from './SectionForm.tsx'
import styles from './SelfReport.module.css'
import { sectionsOf } from './sections.ts'
import { BesideContext, useBeside } from './use-beside.ts'
import { FormContext, useDeskOf, useOverview } from './use-desk.ts'
import { useFormMoves } from './use-form-moves.ts'
import { useLiveReport } from './use-live-report.ts'
import { VersionsCard } from './VersionsCard.tsx'

const title = 'Báo cáo phục vụ kiểm tra CCHC'

/** Báo cáo tự kiểm tra: the outline, the form one section at a time, and what the deadline and the checks say. */
export default function SelfReportPage() {
  const { inspectionId = '' } = useParams({ strict: false })
  const { data, error } = useQuery(selfReportQuery(inspectionId))
  if (error && !data) throw error
  return data ? <OpenReport key={data.selfReportId} view={data} /> : <ReportSkeleton title={title} />
}

function OpenReport({ view }: { view: SelfReportView }) {
  const desk = useDeskOf(view)
  const writable = view.actions.includes('write')
  const { at, form, tools, open, dialogs } = useFormMoves(desk, writable)
  const beside = useBeside(desk, view)
  useLiveReport(view, desk, form)
  const [outlineOpen, setOutlineOpen] = useState(false)
  // The three columns need the room of a PC; narrower, the outline opens over the form.
  const hasRoomForOutline = useMedia('(min-width: 1180px)')
  const sections = sectionsOf(desk.outline)
  const index = sections.findIndex(({ section }) => section.key === at?.section.key)
  const { icon: StateIcon, tone } = reportStateLooks[view.state]

  return (
    <FormContext value={tools}>
      <BesideContext value={beside}>
        <Page
          title={title}
          tabTitle={`Báo cáo ${view.unitName}`}
          subtitle={
            <span className={styles.subtitle}>
              <StatusBadge tone={tone} icon={<StateIcon aria-hidden="true" stroke={2} />}>
                {selfReportStateNames[view.state]}
              </StatusBadge>
              <span>
                {view.unitName} · số liệu từ {formatDate(view.dataFrom)} · <SaveState view={view} desk={desk} />
              </span>
            </span>
          }
          actions={<ReportActions view={view} desk={desk} onOpen={open} />}
        >
          <CorrectionNote view={view} />
          <LastRemark view={view} />
          <ReceiptCard view={view} />
          <div className={styles.desk}>
            {hasRoomForOutline ? (
              <Card className={styles.left}>
                <OutlineNav activeKey={at?.section.key} onOpen={open} />
              </Card>
            ) : (
              <div className={styles.picker}>
                <Button
                  wide
                  icon={<IconListTree size={18} aria-hidden="true" />}
                  aria-haspopup="dialog"
                  onClick={() => setOutlineOpen(true)}
                >
                  <span className={styles.pickerWords}>{at?.section.title}</span>
                  <AnsweredCount desk={desk} />
                </Button>
                <p className={styles.glance}>
                  <span className={isLate(view) ? styles.toneLate : undefined}>{standing(view)}</span>
                  <PointsLink desk={desk} />
                </p>
              </div>
            )}
            <div ref={form} className={styles.form}>
              {at && (
                <SectionForm
                  key={at.section.key}
                  at={at}
                  previous={sections[index - 1]}
                  next={sections[index + 1]}
                  onOpen={open}
                />
              )}
            </div>
            <aside className={styles.right} aria-label="Hạn gửi và những điều cần xem">
              <DeadlineCard view={view} />
              <ExtensionCard view={view} />
              <OutstandingCard onOpen={open} />
              <EvidenceCard onOpen={open} />
              <RequestsCard inspectionId={view.inspectionId} unitName={view.unitName} />
              <VersionsCard view={view} desk={desk} />
              <RemarksCard remarks={view.remarks} />
              <PeopleCard view={view} desk={desk} />
            </aside>
          </div>
          {outlineOpen && !hasRoomForOutline && (
            <Dialog title="Đề cương" look="left" onClose={() => setOutlineOpen(false)}>
              <OutlineNav
                activeKey={at?.section.key}
                onOpen={(key) => {
                  setOutlineOpen(false)
                  open(key)
                }}
              />
            </Dialog>
          )}
          {dialogs.history && <HistoryDialog item={dialogs.history} onClose={dialogs.close} />}
          {dialogs.clash && <ClashDialog key={dialogs.clash.key} item={dialogs.clash} onClose={dialogs.close} />}
        </Page>
      </BesideContext>
    </FormContext>
  )
}

// What the checks say is read by the parts that show it alone: drawing the whole page anew costs a frame while somebody types.

function AnsweredCount({ desk }: { desk: Desk }) {
  const { answered, toAnswer } = useOverview(desk)
  return (
    <span className={styles.sectionCount}>
      {answered}/{toAnswer} mục
    </span>
  )
}

function PointsLink({ desk }: { desk: Desk }) {
  const { points } = useOverview(desk)
  return points.length > 0 && <a href="#con-xem">{points.length} điều cần xem</a>
}
