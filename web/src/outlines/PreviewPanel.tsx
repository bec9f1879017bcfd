import type { Outline, UnitKind } from '@cchc/domain/outlines/outline.ts'
import { reportPaper } from '@cchc/domain/self-reports/report-paper.ts'
import { useMemo, useState } from 'react'
import { useSession } from '../platform/session.ts'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { Row, Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { PaperView } from '../ui/PaperView.tsx'
import { FormPreview } from './FormPreview.tsx'
import { emptyReport, previewUnits } from './preview-report.ts'

const kinds = Object.keys(previewUnits) as UnitKind[]

interface Props {
  outline: Outline
  year: number
}

/** The report as a unit of the chosen kind gets it: the form it fills in, or its print, each drawn by what draws the unit's own. */
export function PreviewPanel({ outline, year }: Props) {
  const [unitKind, setUnitKind] = useState<UnitKind>('commune')
  const [look, setLook] = useState('form')
  return (
    <Stack>
      <Row justify="space-between">
        <RadioField
          label="Xem như"
          look="segments"
          value={unitKind}
          onChange={(kind) => setUnitKind(kind as UnitKind)}
          options={kinds.map((value) => ({ value, label: previewUnits[value] }))}
        />
        <RadioField
          label="Cách xem"
          look="segments"
          value={look}
          onChange={setLook}
          options={[
            { value: 'form', label: 'Màn hình nhập' },
            { value: 'print', label: 'Bản in' },
          ]}
        />
      </Row>
      {look === 'form' ? (
        <>
          <Message kind="note">
            Đây là đúng màn hình của đơn vị. Gõ thử số liệu để xem các câu nhắc; không có gì được lưu.
          </Message>
          <FormPreview outline={outline} unitKind={unitKind} year={year} />
        </>
      ) : (
        <PrintPreview outline={outline} unitKind={unitKind} year={year} />
      )}
    </Stack>
  )
}

function PrintPreview({ outline, unitKind, year }: Props & { unitKind: UnitKind }) {
  const { provinceName } = useSession()
  const paper = useMemo(
    () => reportPaper({ view: emptyReport(outline, unitKind, year), provinceName, illustrative: false, year }),
    [outline, unitKind, year, provinceName],
  )
  return <PaperView paper={paper} />
}
