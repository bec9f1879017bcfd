import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { EarlierFigures } from '@cchc/domain/outlines/jumps.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { downloadReportFigures, downloadReportPaper } from '@cchc/domain/self-reports/exchange-contract.ts'
import { reportPaper } from '@cchc/domain/self-reports/report-paper.ts'
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { DownloadButton } from '../documents/DownloadButton.tsx'
import { DownloadPaper } from '../documents/DownloadPaper.tsx'
import { attachmentsQuery } from '../evidence/data.ts'
import { call } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Page } from '../ui/Page.tsx'
import { PaperView } from '../ui/PaperView.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { selfReportQuery } from './data.ts'
import styles from './Reports.module.css'
import { earlierFiguresQuery } from './sending-data.ts'

/** The whole report as it is printed, to be read and put on paper; nothing is written here. */
export default function PrintedReportPage() {
  const { inspectionId = '' } = useParams({ strict: false })
  const { provinceName, illustrative, today } = useSession()
  const { data, error } = useQuery({
    ...selfReportQuery(inspectionId),
    refetchInterval: false,
    refetchOnMount: 'always',
  })
  const earlier = useEarlierFigures(data)
  const { data: files } = useQuery({ ...attachmentsQuery(inspectionId), refetchOnMount: 'always' })
  const paper = useMemo(() => {
    if (!data || !files) return undefined
    const evidence = files.attachments.filter(
      ({ ownerId, state }) => ownerId === data.selfReportId && state !== 'infected',
    )
    const year = Number(today.slice(0, 4))
    return reportPaper({ view: data, provinceName, illustrative, year, earlier, evidence })
  }, [data, files, provinceName, illustrative, today, earlier])
  if (error && !data) throw error
  return (
    <Page
      title="Bản in báo cáo"
      tabTitle={data ? `Bản in báo cáo ${data.unitName}` : undefined}
      subtitle={data && `${data.unitName} · ${standingOf(data)}`}
      above={
        <Link to="/bao-cao/$inspectionId" params={{ inspectionId }} className={styles.back}>
          <IconArrowLeft size={15} aria-hidden="true" /> Về báo cáo
        </Link>
      }
      actions={
        <>
          <Button icon={<IconPrinter size={16} aria-hidden="true" />} disabled={!paper} onClick={() => window.print()}>
            In
          </Button>
          <DownloadPaper
            kind="primary"
            fetchFile={(format) => call(downloadReportPaper, { params: { inspectionId }, query: { format } })}
          />
          <DownloadButton fetchFile={() => call(downloadReportFigures, { params: { inspectionId } })}>
            Số liệu .xlsx
          </DownloadButton>
        </>
      }
    >
      {paper ? (
        <PaperView paper={paper} />
      ) : (
        <Card>
          <Skeleton lines={16} label="Đang tải báo cáo" />
        </Card>
      )}
    </Page>
  )
}

/** The figures whose jumps the printed explanations are about; none while they are being fetched. */
function useEarlierFigures(view: SelfReportView | undefined): EarlierFigures | undefined {
  return useQuery({ ...earlierFiguresQuery(view ?? nothing), enabled: view !== undefined }).data
}

const nothing = { selfReportId: '', state: 'not-started', version: 0 } as const

function standingOf({ state, sentAt }: SelfReportView): string {
  const isSent = state === 'sent' || state === 'accepted'
  return isSent && sentAt ? `đã gửi ${formatInstant(sentAt)}` : 'bản đang soạn'
}
