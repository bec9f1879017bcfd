import type { BoardView, PointView } from '@cchc/domain/conclusions/board-contract.ts'
import { IconLayoutColumns } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { sayFailure } from '../../platform/say-failure.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Message } from '../../ui/Message.tsx'
import { Page } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useSending } from '../../ui/use-sending.ts'
import styles from './Board.module.css'
import { BoardColumns } from './BoardColumns.tsx'
import { BoardToDo } from './BoardToDo.tsx'
import { begin, boardQuery, keepPoint, wordsOfPoint } from './data.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { PointDialog } from './PointDialog.tsx'

export type Opened =
  | { readonly what: 'point'; readonly pointId: string; readonly to?: PointView['place'] }
  | { readonly what: 'merge'; readonly pointId: string; readonly into: string | null }
  | null

/** Where findings of all fields meet and become the points of the conclusion. */
export default function BoardPage() {
  const { inspectionId = '' } = useParams({ strict: false })
  const { data: board, error } = useQuery(boardQuery(inspectionId))
  if (error && !board) throw error
  const title = board ? `Bảng kết luận ${board.unitName}` : 'Bảng kết luận'
  return (
    <Page
      title={title}
      above={
        <Link to="/ket-luan/$inspectionId" params={{ inspectionId }}>
          Thông báo kết luận
        </Link>
      }
      subtitle={board ? standing(board) : 'Đang tải…'}
      actions={
        board?.conclusionId && (
          <ButtonLink kind="primary" to="/ket-luan/$inspectionId" params={{ inspectionId }}>
            Tới dự thảo thông báo
          </ButtonLink>
        )
      }
    >
      {!board ? (
        <Card>
          <Skeleton lines={12} />
        </Card>
      ) : board.points.length === 0 ? (
        <NotBegun board={board} />
      ) : (
        <OpenBoard board={board} />
      )}
    </Page>
  )
}

function standing({ points, actions }: BoardView): string {
  if (points.length === 0) return 'Chưa có điểm nào'
  const told = points.filter(({ place }) => place !== 'unplaced' && place !== 'left-out').length
  return `${points.length} điểm, ${told} đưa vào kết luận${actions.includes('edit') ? '' : ' · chỉ xem'}`
}

function NotBegun({ board }: { board: BoardView }) {
  const { inspectionId, loose, actions } = board
  const mayOpen = actions.includes('open') && loose.length > 0
  return (
    <Card>
      <EmptyState
        icon={<IconLayoutColumns aria-hidden="true" />}
        title={loose.length > 0 ? 'Chưa lập bảng kết luận' : 'Chưa có phát hiện nào'}
        action={
          mayOpen && <BeginButton inspectionId={inspectionId} words={`Lập bảng từ ${loose.length} phát hiện`} primary />
        }
      >
        {mayOpen
          ? 'Mỗi phát hiện của buổi kiểm tra thành một điểm: xếp vào phần, gộp điểm trùng, ghi nguyên nhân và kiến nghị, rồi soạn thông báo.'
          : loose.length > 0
            ? 'Thư ký Đoàn lập bảng sau khi buổi kiểm tra kết thúc và biên bản được khóa.'
            : 'Phát hiện do thành viên Đoàn ghi tại buổi kiểm tra sẽ hiện ở đây.'}
      </EmptyState>
    </Card>
  )
}

function BeginButton({ inspectionId, words, primary }: { inspectionId: string; words: string; primary?: boolean }) {
  const sending = useSending(sayFailure)
  const run = () =>
    sending.send(async () => {
      await begin(inspectionId)
    })
  return (
    <Button
      kind={primary ? 'primary' : 'plain'}
      size={primary ? 'm' : 's'}
      busy={sending.busy}
      onClick={() => void run()}
    >
      {words}
    </Button>
  )
}

function OpenBoard({ board }: { board: BoardView }) {
  const named = useLocation({ select: ({ hash }) => hash })
  const [opened, setOpened] = useState<Opened>(named ? { what: 'point', pointId: named } : null)
  const editable = board.actions.includes('edit')
  const point = board.points.find(({ pointId }) => pointId === opened?.pointId)
  const close = () => setOpened(null)

  const move = async (moved: PointView, place: PointView['place']) => {
    if (place === 'left-out') return setOpened({ what: 'point', pointId: moved.pointId, to: place })
    try {
      await keepPoint(moved.pointId, moved.revision, { ...wordsOfPoint(moved), place })
    } catch (error) {
      sayFailure(error)
    }
  }

  return (
    <div className={styles.board}>
      {board.actions.includes('open') && (
        <Message kind="note" lead={`${board.loose.length} phát hiện chưa có trên bảng.`}>
          <BeginButton inspectionId={board.inspectionId} words="Đưa lên bảng" />
        </Message>
      )}
      <BoardToDo board={board} editable={editable} onOpen={setOpened} />
      <BoardColumns
        board={board}
        editable={editable}
        onOpen={setOpened}
        onMove={(moved, place) => void move(moved, place)}
      />
      {opened?.what === 'point' && point && (
        <PointDialog
          key={point.pointId}
          board={board}
          point={point}
          editable={editable}
          to={opened.to}
          onClose={close}
        />
      )}
      {opened?.what === 'merge' && point && (
        <MergeDialog board={board} point={point} into={opened.into} onClose={close} />
      )}
    </div>
  )
}
