import { readingPieces } from '@cchc/domain/papers/reading.ts'
import { IconArrowLeft, IconArrowRight, IconPlayerStop, IconVolume, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { IllustrativeBanner } from '../shell/IllustrativeBanner.tsx'
import { productName } from '../theme/product.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { minutesPaperQuery } from './data.ts'
import styles from './ReadMinutes.module.css'
import { useSpeech } from './use-speech.ts'

const forward = ['ArrowRight', 'ArrowDown', 'PageDown', ' ']
const back = ['ArrowLeft', 'ArrowUp', 'PageUp']
const sizes = [1, 1.25, 1.5, 1.8]

/** Đọc biên bản: the minutes in large type, one paragraph at a time, before both sides sign. */
export default function ReadMinutesPage() {
  const { inspectionId = '' } = useParams({ strict: false })
  const { data, error } = useQuery({ ...minutesPaperQuery(inspectionId), refetchOnWindowFocus: false })
  if (error && !data) throw error
  const pieces = useMemo(() => (data ? readingPieces(data.paper) : []), [data])
  return data ? (
    <Reader inspectionId={inspectionId} pieces={pieces} />
  ) : (
    <Skeleton lines={10} label="Đang tải biên bản" />
  )
}

function Reader({ inspectionId, pieces }: { inspectionId: string; pieces: ReturnType<typeof readingPieces> }) {
  const { doan } = useSearch({ strict: false }) as { doan?: string | number }
  const navigate = useNavigate()
  const frame = useRef<HTMLDialogElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState(0)
  const at = Math.min(Math.max(1, Number(doan) || 1), pieces.length) - 1
  const piece = pieces[at]!
  const heading = piece.kind === 'heading' ? null : pieces.slice(0, at).findLast(({ kind }) => kind === 'heading')
  const isLast = at === pieces.length - 1

  const go = (place: number) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, doan: place + 1 }),
      replace: true,
      resetScroll: false,
    })
  const next = () => {
    if (!isLast) go(at + 1)
    return !isLast
  }
  const previous = () => at > 0 && go(at - 1)
  const leave = () =>
    void navigate({
      to: '/kiem-tra/$inspectionId/buoi-kiem-tra',
      params: { inspectionId },
      search: { tab: 'bien-ban' } as never,
    })
  const speech = useSpeech(piece.text, next)

  useEffect(() => {
    const element = frame.current!
    element.showModal()
    return () => element.close()
  }, [])
  useEffect(() => {
    // A paragraph is read from its beginning.
    if (at >= 0) text.current?.scrollTo(0, 0)
  }, [at])

  const press = (event: React.KeyboardEvent) => {
    // On a button, Space is the button's own.
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return
    if (forward.includes(event.key)) next()
    else if (back.includes(event.key)) previous()
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(pieces.length - 1)
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={frame}
      className={styles.frame}
      aria-labelledby="doc-bien-ban"
      onCancel={(event) => {
        event.preventDefault()
        leave()
      }}
      onKeyDown={press}
    >
      <title>{`Đọc biên bản · ${productName}`}</title>
      <IllustrativeBanner />
      <header className={styles.head}>
        <h1 id="doc-bien-ban">Đọc biên bản</h1>
        <span className={styles.place}>
          Đoạn {at + 1}/{pieces.length}
        </span>
        {speech.isKnown && (
          <IconButton label={speech.isOn ? 'Dừng đọc thành tiếng' : 'Đọc thành tiếng'} onClick={speech.toggle}>
            {speech.isOn ? (
              <IconPlayerStop size={24} aria-hidden="true" />
            ) : (
              <IconVolume size={24} aria-hidden="true" />
            )}
          </IconButton>
        )}
        <IconButton label="Chữ to hơn" onClick={() => setSize((size + 1) % sizes.length)}>
          <span aria-hidden="true" className={styles.letters}>
            Aa
          </span>
        </IconButton>
        <IconButton label="Thôi đọc" onClick={leave}>
          <IconX size={24} aria-hidden="true" />
        </IconButton>
      </header>
      <progress className={styles.progress} value={at + 1} max={pieces.length} aria-label="Đã đọc" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: tapping is a second way; keys and buttons are the first */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the whole frame */}
      <div ref={text} className={styles.text} onClick={next}>
        {heading && <p className={styles.over}>{heading.text}</p>}
        <p
          className={piece.kind === 'heading' ? styles.heading : styles.words}
          style={{ '--size': sizes[size] } as React.CSSProperties}
          aria-live="polite"
          lang="vi"
        >
          {piece.text}
        </p>
        {isLast && <p className={styles.over}>Hết biên bản. Hai bên thống nhất thì ký.</p>}
      </div>
      {speech.problem && (
        <p className={styles.problem} role="status">
          {speech.problem}
        </p>
      )}
      <div className={styles.buttons}>
        <Button icon={<IconArrowLeft size={22} aria-hidden="true" />} disabled={at === 0} onClick={previous}>
          Trước
        </Button>
        <Button
          kind="primary"
          icon={<IconArrowRight size={22} aria-hidden="true" />}
          onClick={() => (isLast ? leave() : next())}
        >
          {isLast ? 'Đọc xong' : 'Đoạn tiếp'}
        </Button>
      </div>
    </dialog>
  )
}
