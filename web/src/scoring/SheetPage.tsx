import { downloadSheet, type SheetView, sheetStateNames } from '@cchc/domain/scoring/sheet-contract.ts'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { addressOf } from '../platform/api.ts'
import { useCampaignId } from '../platform/session.ts'
import { ButtonAnchor } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SheetEditor } from './SheetEditor.tsx'
import { SheetPaper } from './SheetPaper.tsx'
import { sheetQuery } from './sheet-data.ts'
import { TryOutCard } from './TryOutCard.tsx'

/** One version of the scoring sheet: a draft to be edited, or one that stands. */
export default function SheetPage() {
  const { sheetId = '' } = useParams({ strict: false })
  const { data, error } = useQuery({ ...sheetQuery(sheetId), refetchOnWindowFocus: false })
  if (error && !data) throw error
  if (!data)
    return (
      <Page title="Phiếu chấm điểm" subtitle="Đang tải…">
        <Card>
          <Skeleton lines={8} />
        </Card>
      </Page>
    )
  return data.version.state === 'draft' ? <SheetEditor key={sheetId} view={data} /> : <StandingSheet view={data} />
}

function StandingSheet({ view }: { view: SheetView }) {
  const { version, sheet } = view
  const campaignId = useCampaignId()
  return (
    <Page
      title={sheet.title}
      above={<Link to="/cham-diem/phieu">Phiếu chấm điểm</Link>}
      subtitle={`Phiên bản ${version.version} · ${sheetStateNames[version.state]} · không sửa được nữa; muốn sửa, soạn phiên bản mới`}
      actions={
        <ButtonAnchor
          href={addressOf(downloadSheet.path, { sheetId: version.sheetId })}
          icon={<IconDownload size={16} aria-hidden="true" />}
        >
          Tải Excel
        </ButtonAnchor>
      }
    >
      <SheetPaper sheet={sheet} fields={view.fields} />
      {campaignId && <TryOutCard view={view} sheet={sheet} campaignId={version.campaignId} />}
    </Page>
  )
}
