import { previewSheet, type SheetRow } from '@cchc/domain/thematic/contract.ts'
import { registrationsFromRows } from '@cchc/domain/thematic/sheet.ts'
import { IconDownload } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { useCampaignId } from '../platform/session.ts'
import { Button, ButtonAnchor } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Message } from '../ui/Message.tsx'
import { Page } from '../ui/Page.tsx'
import { toast } from '../ui/toasts.ts'
import { importRows, readSheetFile, templateAddress } from './data.ts'
import { isReady, type SettledRow, SheetRows, settled } from './SheetRows.tsx'
import styles from './Thematic.module.css'

/** Registering from a sheet: it is read and shown row by row; only what a person leaves ticked is registered. */
export default function SheetPage() {
  const campaignId = useCampaignId()
  const above = <Link to="/chuyen-de">Kiểm tra chuyên đề</Link>
  const [sheet, setSheet] = useState<{ fileName: string; rows: SheetRow[] } | null>(null)
  const [choices, setChoices] = useState<ReadonlyMap<number, SettledRow>>(new Map())
  const [failure, setFailure] = useState('')
  const [busy, setBusy] = useState(false)
  const navigate = useNavigate()
  if (!campaignId)
    return (
      <Page title="Nhập đăng ký từ Excel" above={above}>
        {null}
      </Page>
    )

  const read = async ([file]: File[]) => {
    if (!file) return
    setBusy(true)
    setFailure('')
    setSheet(null)
    try {
      const answer = await readSheetFile(campaignId, file)
      setSheet(answer)
      setChoices(new Map(answer.rows.map((row) => [row.line, { taken: isReady(row), unitCode: row.unitCode }])))
    } catch (error) {
      setFailure(sentenceOf(error))
    }
    setBusy(false)
  }
  const taken = sheet ? settled(sheet.rows, choices) : []
  const save = async () => {
    setBusy(true)
    setFailure('')
    try {
      const done = await importRows(campaignId, registrationsFromRows(taken))
      toast({
        tone: 'good',
        text: `Đã đăng ký ${done.registrations} chuyên đề, ${done.units} đơn vị; Sở Nội vụ được báo.`,
      })
      await navigate({ to: '/chuyen-de' })
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <Page
      title="Nhập đăng ký từ Excel"
      above={above}
      subtitle={
        sheet
          ? `${sheet.fileName} · ${sheet.rows.length} dòng · chọn ${taken.length}`
          : 'Xem trước từng dòng, xác nhận rồi mới đăng ký'
      }
      actions={
        sheet && (
          <Button kind="primary" busy={busy} disabled={taken.length === 0} onClick={() => void save()}>
            Đăng ký {taken.length} dòng đã chọn
          </Button>
        )
      }
    >
      <Card title="Tệp đăng ký">
        <ol className={styles.steps}>
          <li>
            <ButtonAnchor
              href={templateAddress(campaignId)}
              download
              size="s"
              icon={<IconDownload size={15} aria-hidden="true" />}
            >
              Tải tệp mẫu
            </ButtonAnchor>{' '}
            Mỗi đơn vị một dòng; thời gian ghi 17/9, 15-19/9 hoặc tháng 9.
          </li>
          <li>Điền và lưu, rồi chọn tệp ở dưới. Chưa có gì được đăng ký cho tới khi bạn xác nhận.</li>
        </ol>
        <FileDrop
          label={sheet ? 'Chọn tệp khác' : 'Chọn tệp Excel'}
          accept={['.xlsx']}
          maxBytes={previewSheet.upload?.maxBytes ?? 0}
          busy={busy}
          onFiles={(files) => void read(files)}
        />
        {failure && (
          <Message kind="error" live>
            {failure}
          </Message>
        )}
      </Card>
      {sheet && <SheetRows rows={sheet.rows} choices={choices} onChange={setChoices} />}
    </Page>
  )
}
