import type { OutlineView } from '@cchc/domain/outlines/contract.ts'
import { IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { sayFailure } from '../platform/say-failure.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useSending } from '../ui/use-sending.ts'
import { BackToList } from './BackToList.tsx'
import { ComparePanel } from './ComparePanel.tsx'
import { beginDraft, retireVersion, versionQuery } from './data.ts'
import { OutlineBadge } from './OutlineBadge.tsx'
import { OutlineEditor } from './OutlineEditor.tsx'
import styles from './Outlines.module.css'
import { PreviewPanel } from './PreviewPanel.tsx'

/** One version of the outline: a draft to be edited, or a published one to be read and compared. */
export default function OutlinePage() {
  const { outlineVersionId = '' } = useParams({ strict: false })
  const { data, error } = useQuery(versionQuery(outlineVersionId))
  if (error && !data) throw error
  if (!data)
    return (
      <Page title="Đề cương báo cáo" above={<BackToList />}>
        <Card>
          <Skeleton lines={12} label="Đang tải đề cương" />
        </Card>
      </Page>
    )
  return data.version.actions.includes('edit') ? (
    <OutlineEditor key={outlineVersionId} view={data} />
  ) : (
    <ReadOutline key={outlineVersionId} view={data} />
  )
}

/** What was published, as units see it and beside other versions; the way on is a new draft. */
function ReadOutline({ view: { version, outline } }: { view: OutlineView }) {
  const navigate = useNavigate()
  const [tab, setTab] = useState('xem-thu')
  const [retiring, setRetiring] = useState(false)
  const sending = useSending(sayFailure)

  const copy = () =>
    sending.send(async () => {
      const outlineVersionId = await beginDraft(version.year + 1, version.outlineVersionId, null)
      await navigate({ to: '/quan-tri/de-cuong/$outlineVersionId', params: { outlineVersionId } })
    })
  return (
    <Page
      title={version.title}
      tabTitle={`Đề cương ${version.year}`}
      above={<BackToList />}
      subtitle={
        <span className={styles.subtitle}>
          <OutlineBadge state={version.state} />
          <span>
            Năm {version.year} · {version.itemCount} chỉ mục · {version.checkCount} phép kiểm tra ·{' '}
            {version.campaigns.length > 0 ? `đang dùng cho ${version.campaigns.join('; ')}` : 'chưa đợt nào dùng'}
          </span>
        </span>
      }
      actions={
        <>
          {version.actions.includes('retire') && <Button onClick={() => setRetiring(true)}>Ngừng dùng</Button>}
          {version.actions.includes('copy') && (
            <Button
              kind="primary"
              busy={sending.busy}
              icon={<IconCopy size={16} aria-hidden="true" />}
              onClick={() => void copy()}
            >
              Soạn bản năm {version.year + 1} từ bản này
            </Button>
          )}
        </>
      }
    >
      <Tabs
        label="Đề cương"
        tabs={[
          { key: 'xem-thu', label: 'Xem như đơn vị' },
          { key: 'so-sanh', label: 'So sánh' },
        ]}
        active={tab}
        onChange={setTab}
      >
        {tab === 'xem-thu' ? (
          <PreviewPanel outline={outline} year={version.year} />
        ) : (
          <ComparePanel outline={outline} version={version} />
        )}
      </Tabs>
      {retiring && (
        <ConfirmDialog
          title="Ngừng dùng bản này?"
          confirmLabel="Ngừng dùng"
          danger
          onClose={() => setRetiring(false)}
          onConfirm={() => retireVersion(version.outlineVersionId)}
        >
          Đợt kiểm tra mới không chọn được bản này nữa. Báo cáo đã làm theo bản này vẫn giữ nguyên. Không đưa trở lại
          được; khi cần, soạn bản mới từ bản này.
        </ConfirmDialog>
      )}
    </Page>
  )
}
