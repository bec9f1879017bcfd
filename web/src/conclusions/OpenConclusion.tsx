import type { ConclusionView } from '@cchc/domain/conclusions/contract.ts'
import { isDraft, isEnded } from '@cchc/domain/conclusions/states.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { DraftSaveState } from '../documents/DraftSaveState.tsx'
import { documentQuery, inspectionPaperQuery } from '../documents/data.ts'
import type { DraftDesk } from '../documents/draft-desk.ts'
import { LivePaper } from '../documents/LivePaper.tsx'
import { StrandedParts } from '../documents/StrandedParts.tsx'
import { useDraftDesk } from '../documents/use-draft-desk.ts'
import { useMay, useViewer } from '../platform/session.ts'
import { unsentPlace } from '../platform/unsent.ts'
import { useSavingState } from '../platform/use-saver.ts'
import { Card } from '../ui/Card.tsx'
import { useMedia } from '../ui/media.ts'
import { Page } from '../ui/Page.tsx'
import { type Tab, Tabs } from '../ui/Tabs.tsx'
import { BackLink } from './BackLink.tsx'
import { ConclusionActions } from './ConclusionActions.tsx'
import { ConclusionEditor } from './ConclusionEditor.tsx'
import styles from './Conclusions.module.css'
import { draftOf, partName, textOf } from './conclusion-words.ts'
import { clashOf, keepWords } from './data.ts'
import { FindingsPanel } from './FindingsPanel.tsx'
import { MinutesNote } from './MinutesNote.tsx'
import { NoticeHistory, PrintedCorrections } from './NoticeHistory.tsx'
import { RecommendationList } from './RecommendationList.tsx'
import { ReplacementCard } from './ReplacementCard.tsx'
import { ReviewPanel } from './ReviewPanel.tsx'
import { StateBadge } from './StateBadge.tsx'
import { showInPaper } from './show-in-paper.ts'
import { conclusionLooks } from './states.ts'
import { PaperWithSources } from './structure/PaperWithSources.tsx'
import { SourcesDialog } from './structure/SourcesDialog.tsx'
import { StructureNote } from './structure/StructureNote.tsx'
import { StructurePanel } from './structure/StructurePanel.tsx'
import { useCalendar } from './use-calendar.ts'
import { WithdrawnNote } from './WithdrawnNote.tsx'

type Part = 'soan' | 'ban-in' | 'nguon' | 'phat-hien' | 'kien-nghi' | 'gop-y' | 'van-ban'

/** One conclusion: findings beside the words while they are written, and always the paper as it will print. */
export function OpenConclusion({ conclusion }: { conclusion: ConclusionView }) {
  const writable = conclusion.actions.includes('edit')
  const desk = useConclusionDesk(conclusion, writable)
  // On paper the notice alone is printed, so it must stand on the page then, however narrow the sheet.
  const isRoomy = useMedia('(min-width: 1180px), print')
  const paper = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState<Part | null>(null)
  const [sourcesOf, setSourcesOf] = useState<string | null>(null)
  const reviews = useMay('conclusion.review')
  const parts = partsOf(conclusion, writable, isRoomy, reviews)
  const shown = parts.find(({ key }) => key === asked)?.key ?? firstPart(conclusion, parts)
  const goTo = (fieldKey: string) => {
    setAsked((before) => (isRoomy ? before : 'soan'))
    requestAnimationFrame(() => showField(fieldKey))
  }

  const panels: Record<Part, () => ReactNode> = {
    soan: () => (
      <ConclusionEditor
        conclusion={conclusion}
        desk={desk}
        onWriting={(title, fieldName) => showInPaper(paper.current, title, fieldName)}
      />
    ),
    'ban-in': () => (
      <PaperWithSources conclusion={conclusion} onSources={reviews ? setSourcesOf : undefined}>
        <PaperPart conclusion={conclusion} desk={writable ? desk : null} />
      </PaperWithSources>
    ),
    nguon: () => (
      <StructurePanel
        conclusion={conclusion}
        saveFirst={writable ? () => desk.saveAll() : undefined}
        onSources={setSourcesOf}
      />
    ),
    'phat-hien': () => <FindingsPanel conclusion={conclusion} onGo={writable ? goTo : undefined} />,
    'kien-nghi': () => (
      <Card>
        <RecommendationList recommendations={conclusion.recommendations} state={conclusion.state} />
      </Card>
    ),
    'gop-y': () => <ReviewPanel conclusion={conclusion} />,
    'van-ban': () => <NoticeHistory conclusion={conclusion} />,
  }
  const [only, ...more] = parts
  const side =
    only && more.length === 0 ? (
      <section aria-label={only.label}>
        <h2 className={styles.onlyHead}>
          {only.label} <span className={styles.count}>{only.count}</span>
        </h2>
        {panels[only.key]()}
      </section>
    ) : (
      <Tabs label="Phần của kết luận" tabs={parts} active={shown} onChange={(key) => setAsked(key as Part)}>
        {panels[shown]()}
      </Tabs>
    )

  return (
    <Page
      title={`Kết luận kiểm tra ${conclusion.unitName}`}
      tabTitle={`Kết luận ${conclusion.unitName}`}
      above={<BackLink />}
      subtitle={<Standing conclusion={conclusion} desk={writable ? desk : null} />}
      actions={<ConclusionActions conclusion={conclusion} desk={desk} onRemarks={() => setAsked('gop-y')} />}
    >
      <WithdrawnNote conclusion={conclusion} />
      <MinutesNote conclusion={conclusion} />
      <ReplacementCard conclusion={conclusion} />
      <StructureNote conclusion={conclusion} onShow={() => setAsked('nguon')} />
      {!writable && <StrandedParts desk={desk} labelOf={(part) => partName(part, conclusion.fields)} />}
      {isRoomy ? (
        <div className={writable ? styles.writing : styles.reading}>
          <div className={styles.side}>{side}</div>
          {writable && panels.soan()}
          <div ref={paper} className={writable ? styles.inSight : styles.paper}>
            {panels['ban-in']()}
          </div>
        </div>
      ) : (
        side
      )}
      {sourcesOf && <SourcesDialog conclusion={conclusion} pieceKey={sourcesOf} onClose={() => setSourcesOf(null)} />}
    </Page>
  )
}

function useConclusionDesk(conclusion: ConclusionView, writable: boolean): DraftDesk {
  const { personId } = useViewer()
  const { conclusionId, fields } = conclusion
  const draft = useMemo(() => draftOf(conclusion), [conclusion])
  return useDraftDesk(conclusionId, draft, writable, () => ({
    save: async (words) => draftOf(await keepWords(conclusionId, words.revision, textOf(words, fields))),
    clashOf: (error) => {
      const theirs = clashOf(error)
      return theirs && draftOf(theirs)
    },
    unsent: unsentPlace(`${personId}.${conclusionId}.conclusion`),
  }))
}

/** What can be chosen: beside the paper where there is room, instead of it where there is not. */
function partsOf(
  conclusion: ConclusionView,
  writable: boolean,
  isRoomy: boolean,
  reviews: boolean,
): (Tab & { key: Part })[] {
  const { findings, recommendations, remarks, state } = conclusion
  const isOut = !isDraft(state)
  const parts: (Tab & { key: Part; shown: boolean })[] = [
    { key: 'soan', label: 'Soạn thảo', shown: writable && !isRoomy },
    { key: 'ban-in', label: 'Bản in', shown: !isRoomy },
    { key: 'phat-hien', label: 'Phát hiện', count: findings.length, shown: findings.length > 0 },
    { key: 'kien-nghi', label: 'Kiến nghị', count: recommendations.length, shown: !writable },
    { key: 'gop-y', label: 'Góp ý', count: remarks.length, shown: reviews && (remarks.length > 0 || !isOut) },
    { key: 'van-ban', label: 'Văn bản', shown: isOut || conclusion.replaces !== null },
    { key: 'nguon', label: 'Nguồn', shown: reviews },
  ]
  return parts.filter(({ shown }) => shown).map(({ shown: _, ...part }) => part)
}

/** Remarks while they are waited for, else the first of the parts. */
function firstPart({ state }: ConclusionView, parts: readonly (Tab & { key: Part })[]): Part {
  const reviewing = state === 'under-review' && parts.some(({ key }) => key === 'gop-y')
  const issued = state === 'issued' && parts.some(({ key }) => key === 'kien-nghi') && parts[0]?.key === 'phat-hien'
  return reviewing ? 'gop-y' : issued ? 'kien-nghi' : (parts[0]?.key ?? 'kien-nghi')
}

function showField(fieldKey: string): void {
  const place = ['shortcomings', 'results']
    .map((part) => document.querySelector<HTMLElement>(`[data-part="${CSS.escape(`${part}.${fieldKey}`)}"]`))
    .find((element) => element !== null)
  place?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  place?.querySelector('textarea')?.focus({ preventScroll: true })
}

function Standing({ conclusion, desk }: { conclusion: ConclusionView; desk: DraftDesk | null }) {
  const { state, visitOn, number, issuedOn, dueOn, minutesVersion } = conclusion
  const { leftInWords } = useCalendar()
  const left = leftInWords(dueOn)
  return (
    <span className={styles.standing}>
      <StateBadge look={conclusionLooks[state]} />
      <span>
        {visitOn && `kiểm tra ${formatDate(visitOn)} · `}
        {number && issuedOn ? (
          `số ${number}, ngày ${formatDate(issuedOn)}`
        ) : (
          <>
            hạn ban hành {formatDate(dueOn)}
            {left && (
              <>
                , <span className={left.startsWith('quá') ? styles.overdue : undefined}>{left}</span>
              </>
            )}
          </>
        )}
        {minutesVersion !== null && ` · theo bản ${minutesVersion} của biên bản`}
        {desk && (
          <>
            {' · '}
            <DraftSaveState desk={desk} />
          </>
        )}
      </span>
    </span>
  )
}

const none: DraftDesk['savers'] | [] = []

/** The notice as it will print, asked for again whenever the conclusion changes. */
function PaperPart({ conclusion, desk }: { conclusion: ConclusionView; desk: DraftDesk | null }) {
  const hasEnded = isEnded(conclusion.state)
  const query = useQuery({
    ...inspectionPaperQuery(conclusion.inspectionId, 'conclusion-notice'),
    enabled: !hasEnded,
    refetchOnMount: 'always',
  })
  const { refetch } = query
  useEffect(() => {
    if (!isEnded(conclusion.state)) void refetch()
  }, [conclusion, refetch])
  const { unsent } = useSavingState(desk?.savers ?? none)
  const ended = useQuery({
    ...documentQuery(conclusion.documentId ?? ''),
    enabled: hasEnded && conclusion.documentId !== null,
  })
  return (
    <>
      <LivePaper query={hasEnded ? ended : query} head={desk !== null} behind={unsent > 0} />
      <PrintedCorrections conclusion={conclusion} />
    </>
  )
}
