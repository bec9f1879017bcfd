import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { compareOutlines } from '@cchc/domain/outlines/compare-outlines.ts'
import type { OutlineView } from '@cchc/domain/outlines/contract.ts'
import { findItem, outlineItems } from '@cchc/domain/outlines/outline.ts'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useViewer } from '../platform/session.ts'
import { useSavingHabits } from '../platform/use-saver.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import { Page } from '../ui/Page.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { toast } from '../ui/toasts.ts'
import { BackToList } from './BackToList.tsx'
import { ChecksPanel } from './ChecksPanel.tsx'
import { ComparePanel } from './ComparePanel.tsx'
import { DropDraft } from './DropDraft.tsx'
import { versionQuery } from './data.ts'
import { LinesPanel } from './LinesPanel.tsx'
import { OutlineBadge } from './OutlineBadge.tsx'
import styles from './Outlines.module.css'
import { outlineDeskOf } from './outline-desk.ts'
import { PreviewPanel } from './PreviewPanel.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { RetiredPanel } from './RetiredPanel.tsx'
import { type Editor, EditorContext, type Selection } from './use-editor.ts'

const sayAllSaved = () => toast({ tone: 'good', text: 'Đã lưu bản soạn.' })

/** Soạn đề cương: the lines, the checks, how units will see it, what differs from last year, publishing. */
export function OutlineEditor({ view }: { view: OutlineView }) {
  const { personId } = useViewer()
  const desk = useMemo(() => outlineDeskOf(view, personId), [view.version.outlineVersionId, personId])
  useEffect(() => desk.load(view), [desk, view])
  const state = useSyncExternalStore(
    (changed) => desk.subscribe(changed),
    () => desk.state,
  )
  useSavingHabits(desk.savers, sayAllSaved)
  const { outline, problems, slot } = state
  const { version } = slot.saved ?? view
  const { data: base } = useQuery({ ...versionQuery(version.basedOn ?? ''), enabled: version.basedOn !== null })

  const [tab, setTab] = useState('soan')
  const [selected, select] = useState<Selection>({ what: 'outline', key: '' })
  const [openedCheck, setOpenedCheck] = useState<string | null>(null)
  const [publishing, setPublishing] = useState(false)

  const differences = useMemo(() => (base ? compareOutlines(base.outline, outline) : []), [base, outline])
  const marks = useMemo(
    () =>
      new Map(
        differences
          .filter(({ kind }) => kind !== 'retired')
          .map(({ key, kind }) => [key, kind === 'added' ? 'added' : 'changed'] as const),
      ),
    [differences],
  )
  const wrong = useMemo(() => new Set(problems.map(({ key }) => key)), [problems])

  const goTo = (key: string) => {
    const what = lineKind(outline, key)
    if (what) {
      setTab('soan')
      select({ what, key })
      requestAnimationFrame(() => document.getElementById(`dong-${key}`)?.scrollIntoView({ block: 'nearest' }))
    } else if (outline.checks.some((check) => check.key === key)) {
      setTab('kiem-tra')
      setOpenedCheck(key)
    }
  }
  const editor: Editor = {
    state,
    outline,
    edit: (edit) => {
      const problem = desk.edit(edit)
      if (problem) toast({ tone: 'error', text: problem })
      return problem === null
    },
    selected: isThere(outline, selected) ? selected : { what: 'outline', key: '' },
    select,
    wrong,
    marks,
    kindBefore: (key) => (base ? (findItem(base.outline, key)?.kind ?? null) : null),
    goTo,
    openCheck: (key) => {
      setTab('kiem-tra')
      setOpenedCheck(key)
    },
  }
  return (
    <EditorContext value={editor}>
      <Page
        title={outline.title}
        tabTitle={`Soạn đề cương ${state.year}`}
        above={<BackToList />}
        subtitle={
          <span className={styles.subtitle}>
            <OutlineBadge state="draft" />
            <span>
              Năm {state.year} · {saveWords(slot.phase, version.savedAt)}
            </span>
          </span>
        }
        actions={
          <>
            <IconButton label="Hoàn tác" disabled={!state.canUndo} onClick={() => desk.undo()}>
              <IconArrowBackUp size={18} aria-hidden="true" />
            </IconButton>
            <IconButton label="Làm lại" disabled={!state.canRedo} onClick={() => desk.redo()}>
              <IconArrowForwardUp size={18} aria-hidden="true" />
            </IconButton>
            <DropDraft desk={desk} version={version} />
            <Button kind="primary" onClick={() => setPublishing(true)}>
              Công bố
            </Button>
          </>
        }
      >
        {slot.phase === 'failed' && (
          <Message kind="error" lead="Chưa lưu được; bản đang sửa giữ trên máy này." live>
            {slot.problem}{' '}
            <Button size="s" onClick={() => desk.retry()}>
              Lưu lại
            </Button>
          </Message>
        )}
        {slot.phase === 'clash' && slot.theirs && (
          <Message kind="warning" lead={`${slot.theirs.version.savedBy ?? 'Người khác'} vừa sửa bản soạn này.`} live>
            Chưa có gì bị ghi đè. Giữ bản nào? ({compareOutlines(slot.theirs.outline, outline).length} chỗ khác nhau){' '}
            <Button size="s" onClick={() => desk.keep('mine')}>
              Giữ bản của tôi
            </Button>{' '}
            <Button size="s" onClick={() => desk.keep('theirs')}>
              Lấy bản của người kia
            </Button>
          </Message>
        )}
        {slot.restoredAt && (
          <Message kind="note">
            Đã lấy lại những sửa đổi chưa kịp lưu từ lần trước, lúc {formatInstant(slot.restoredAt)}.
          </Message>
        )}
        <Tabs
          label="Các phần của bản soạn"
          tabs={[
            { key: 'soan', label: 'Câu hỏi', count: outlineItems(outline).length },
            { key: 'kiem-tra', label: 'Phép kiểm tra', count: outline.checks.length },
            { key: 'xem-thu', label: 'Xem như đơn vị' },
            { key: 'so-sanh', label: 'So sánh', count: base ? differences.length : undefined },
            { key: 'ngung-hoi', label: 'Ngừng hỏi', count: outline.retired.items.length },
          ]}
          active={tab}
          onChange={setTab}
        >
          {tab === 'soan' && <LinesPanel desk={desk} />}
          {tab === 'kiem-tra' && <ChecksPanel opened={openedCheck} onOpen={setOpenedCheck} />}
          {tab === 'xem-thu' && <PreviewPanel outline={outline} year={state.year} />}
          {tab === 'so-sanh' && <ComparePanel outline={outline} version={version} onGo={goTo} />}
          {tab === 'ngung-hoi' && <RetiredPanel />}
        </Tabs>
        {publishing && (
          <PublishDialog
            desk={desk}
            differences={base ? differences.length : null}
            onGo={(key) => {
              setPublishing(false)
              goTo(key)
            }}
            onClose={() => setPublishing(false)}
          />
        )}
      </Page>
    </EditorContext>
  )
}

function lineKind(outline: OutlineView['outline'], key: string): Selection['what'] | null {
  if (outlineItems(outline).some(({ item }) => item.key === key)) return 'item'
  if (outline.parts.some((part) => part.sections.some((section) => section.key === key))) return 'section'
  return outline.parts.some((part) => part.key === key) ? 'part' : null
}

function isThere(outline: OutlineView['outline'], { what, key }: Selection): boolean {
  if (what === 'outline') return true
  if (what === 'part') return outline.parts.some((part) => part.key === key)
  if (what === 'section') return outline.parts.some(({ sections }) => sections.some((section) => section.key === key))
  return outlineItems(outline).some(({ item }) => item.key === key)
}

function saveWords(phase: string, savedAt: string | null): string {
  if (phase === 'failed') return 'chưa lưu được'
  if (phase === 'clash') return 'có hai bản'
  if (phase !== 'still') return 'đang lưu…'
  return savedAt ? `đã lưu ${formatInstant(savedAt)}` : 'chưa sửa gì'
}
