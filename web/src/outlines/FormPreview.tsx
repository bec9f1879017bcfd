import { noEarlierFigures } from '@cchc/domain/outlines/jumps.ts'
import type { AnswerValue, Outline, UnitKind } from '@cchc/domain/outlines/outline.ts'
import type { SavedAnswer } from '@cchc/domain/self-reports/contract.ts'
import type { EarlierFiguresView } from '@cchc/domain/self-reports/sending-contract.ts'
import { useMemo, useState } from 'react'
import { Saver } from '../platform/saver.ts'
import { sameAnswer } from '../self-reports/answer-saver.ts'
import { Desk } from '../self-reports/desk.ts'
import { RemarkDrafts } from '../self-reports/remark-drafts.ts'
import { SectionForm } from '../self-reports/SectionForm.tsx'
import { sectionsOf } from '../self-reports/sections.ts'
import { BesideContext, type BesideOfReport } from '../self-reports/use-beside.ts'
import { FormContext, type FormTools } from '../self-reports/use-desk.ts'
import { Stack } from '../ui/Layout.tsx'
import { SelectField } from '../ui/TextFields.tsx'
import { emptyReport, emptyReportId } from './preview-report.ts'

/** Nothing typed into a preview goes anywhere. */
const never = (): Promise<never> => Promise.reject(new Error('a preview saves nothing'))
const drafts = new RemarkDrafts('', emptyReportId)
const local = { send: never, isComplete: () => false, revisionOf: () => 0, unsent: null }

function previewDesk(outline: Outline, unitKind: UnitKind, year: number): Desk {
  const view = { ...emptyReport(outline, unitKind, year), actions: ['write' as const] }
  return new Desk(view, '', {
    answers: new Saver<AnswerValue | null, SavedAnswer>({
      ...local,
      blank: null,
      valueOf: (saved) => saved.value,
      same: sameAnswer,
    }),
    explanations: new Saver<string, { checkKey: string; text: string }>({
      ...local,
      blank: '',
      valueOf: (saved) => saved.text,
      same: (a, b) => a === b,
    }),
  })
}

/** The very form that a unit of this kind fills in; figures typed here are checked as the unit's would be, and kept nowhere. */
export function FormPreview({ outline, unitKind, year }: { outline: Outline; unitKind: UnitKind; year: number }) {
  const desk = useMemo(() => previewDesk(outline, unitKind, year), [outline, unitKind, year])
  const sections = sectionsOf(desk.outline)
  const [chosen, setChosen] = useState('')
  const index = Math.max(
    0,
    sections.findIndex(({ section }) => section.key === chosen),
  )
  const at = sections[index]
  const tools: FormTools = {
    desk,
    writable: true,
    step: () => undefined,
    showHistory: () => undefined,
    compare: () => undefined,
    isPreview: true,
  }
  const beside: BesideOfReport = {
    view: emptyReport(outline, unitKind, year),
    earlier: noEarlierFigures as EarlierFiguresView,
    remarks: [],
    drafts,
  }
  if (!at) return <p>Loại đơn vị này không phải trả lời câu nào.</p>
  return (
    <FormContext value={tools}>
      <BesideContext value={beside}>
        <Stack>
          <SelectField
            label="Mục"
            value={at.section.key}
            onChange={setChosen}
            options={sections.map(({ part, section }) => ({
              value: section.key,
              label: [part.number, section.number].filter(Boolean).join('.').concat(' ', section.title),
            }))}
          />
          <SectionForm
            key={at.section.key}
            at={at}
            previous={sections[index - 1]}
            next={sections[index + 1]}
            onOpen={setChosen}
          />
        </Stack>
      </BesideContext>
    </FormContext>
  )
}
