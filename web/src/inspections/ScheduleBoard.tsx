import type { InspectionRow, SlotView } from '@cchc/domain/inspections/contract.ts'
import { lazy, Suspense, useEffect, useState } from 'react'
import { sayFailure } from '../platform/say-failure.ts'
import { useTableView } from '../platform/table-view.ts'
import { Card } from '../ui/Card.tsx'
import { classes } from '../ui/classes.ts'
import { useMedia, useNarrow } from '../ui/media.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { BoardHead } from './BoardHead.tsx'
import { DayList } from './DayList.tsx'
import { keepDragFresh } from './drag.ts'
import { LiftPanel } from './LiftPanel.tsx'
import { MonthGrid } from './MonthGrid.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import styles from './Schedule.module.css'
import { ScheduleDialog } from './ScheduleDialog.tsx'
import { SwapDialog } from './SwapDialog.tsx'
import { BoardContext } from './schedule-board.ts'
import { move } from './schedule-data.ts'
import { filtered, scheduleFilters } from './schedule-filters.ts'
import { focusChip, type Question, useLifting } from './schedule-lift.ts'
import { monthOfSchedule, type Season, unscheduled, weekOfSchedule } from './schedule-month.ts'
import { toastMoved, toastSwapped } from './schedule-undo.ts'
import { changesAt } from './schedule-verdicts.ts'
import type { ShownSpan } from './schedule-view.ts'
import { UnscheduledList } from './UnscheduledList.tsx'
import { WeekGrid } from './WeekGrid.tsx'

const SeasonMap = lazy(() => import('./map/SeasonMap.tsx'))

interface Props {
  campaignId: string
  span: ShownSpan
  rows: readonly InspectionRow[]
  season: Season
  maySchedule: boolean
  onStep: (by: 1 | -1) => void
  onShow: (date: string) => void
}

/** Month or week as a board on which visits are lifted and put down, with what waits for a day and the map beside it. */
export function ScheduleBoard({ campaignId, span, rows, season, maySchedule, onStep, onShow }: Props) {
  const [view, setView] = useTableView()
  const [question, setQuestion] = useState<Question | null>(null)
  const [chosen, choose] = useState<string | null>(null)
  const filters = scheduleFilters(rows)
  const isNarrow = useNarrow()
  const hasSide = useMedia('(min-width: 1080px)')

  const moved = (row: InspectionRow, view: Awaited<ReturnType<typeof move>>) => {
    toastMoved(view, row)
    focusChip(row.inspectionId)
  }
  const moveAtOnce = async (row: InspectionRow, { visitOn, halfDay }: SlotView, teamGroup: number) => {
    try {
      moved(row, await move(row.inspectionId, { revision: row.revision, visitOn, halfDay, teamGroup, reason: null }))
    } catch (error) {
      sayFailure(error)
    }
  }
  const { lifting, said, letGo } = useLifting({
    season,
    rows,
    stretch: span.stretch,
    show: onShow,
    question: setQuestion,
    move: (...sent) => void moveAtOnce(...sent),
  })
  useEffect(() => keepDragFresh(lifting))
  const { lift, verdicts } = lifting
  const shown = filtered(rows, filters, view.filters)
  const days = span.view === 'tuan' ? weekOfSchedule(span.monday, shown, season) : null
  const weeks = days ? [] : monthOfSchedule(span.month, shown, season)
  const listed = days ?? weeks.flat().filter(({ inMonth }) => inMonth)
  const waiting = unscheduled(shown)
  const lifted = maySchedule && lift !== null

  return (
    <BoardContext value={{ rows, lifting: maySchedule ? lifting : null, chosen, choose }}>
      <div
        className={classes(
          styles.board,
          (waiting.length > 0 || span.hasMap || lifted) && styles.withSide,
          span.hasMap && styles.withMap,
          lifted && styles.lifted,
        )}
      >
        <Card flush className={styles.days}>
          <BoardHead
            span={span}
            today={season.today}
            filters={filters}
            chosen={view}
            onFilter={setView}
            onStep={onStep}
            onToday={() => onShow(season.today)}
          />
          {isNarrow ? (
            <DayList days={listed} season={season} span={days ? 'Tuần này' : 'Tháng này'} />
          ) : days ? (
            <WeekGrid days={days} today={season.today} />
          ) : (
            <MonthGrid weeks={weeks} today={season.today} />
          )}
          {maySchedule && !isNarrow && !lifted && (
            <p className={styles.hint}>
              Kéo một buổi sang chỗ khác để dời, hoặc chọn buổi rồi bấm <kbd>M</kbd>. Bấm chuột để sửa địa điểm, thành
              phần.
            </p>
          )}
        </Card>
        <div className={styles.side}>
          {lifted && <LiftPanel />}
          {span.hasMap && (
            <Suspense
              fallback={
                <Card>
                  <Skeleton lines={10} label="Đang mở bản đồ" />
                </Card>
              }
            >
              <SeasonMap
                campaignId={campaignId}
                rows={rows}
                today={season.today}
                chosen={chosen}
                onChoose={choose}
                onShow={onShow}
              />
            </Suspense>
          )}
          {waiting.length > 0 && !(lifted && (hasSide || isNarrow)) && <UnscheduledList rows={waiting} />}
        </div>
      </div>
      <p className="hidden-visually" aria-live="assertive">
        {said}
      </p>
      {lift?.by === 'mouse' && (
        <div className={styles.ghost} data-ghost="" aria-hidden="true">
          {lift.row.unitName}
        </div>
      )}
      {question?.kind === 'schedule' && (
        <ScheduleDialog
          key={question.asked.inspectionId}
          inspectionId={question.asked.inspectionId}
          proposed={question.asked}
          onClose={() => {
            setQuestion(null)
            letGo()
          }}
        />
      )}
      {question?.kind === 'move' && verdicts.changes && (
        <MoveDialog
          {...question}
          changes={changesAt(verdicts.changes, question.row, question.to)}
          onClose={() => setQuestion(null)}
          onDone={(view) => {
            setQuestion(null)
            letGo()
            moved(question.row, view)
          }}
        />
      )}
      {question?.kind === 'swap' && (
        <SwapDialog
          {...question}
          onClose={() => setQuestion(null)}
          onDone={(views) => {
            setQuestion(null)
            letGo()
            toastSwapped(views)
            focusChip(question.row.inspectionId)
          }}
        />
      )}
    </BoardContext>
  )
}
