import { mostLetters, plainText, type RichText } from '@cchc/domain/outlines/rich-text.ts'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { classes } from '../../ui/classes.ts'
import type { ControlProps } from '../../ui/Field.tsx'
import { plainTools, type TextAct } from './editor-acts.ts'
import { editorNow, loadEditor, loadEditorWhenQuiet } from './load-editor.ts'
import { pastedText } from './pasted-text.ts'
import type { EditorStart, RichEditorComponent, RichEditorHandle } from './RichEditor.tsx'
import styles from './RichText.module.css'
import { RichTextView } from './RichTextView.tsx'
import { TextToolbar } from './TextToolbar.tsx'

interface Props {
  control: ControlProps
  value: string | RichText | null
  onChange: (value: string | RichText | null) => void
  /** The cursor has left the box: what waits may be saved at once. */
  onLeave?: () => void
  rows?: number
}

/** What the editor is wanted for, from wherever the cursor is when it begins. */
type Wanted = Omit<EditorStart, 'focus'>

const shortcuts: Readonly<Record<string, TextAct>> = { b: 'bold', i: 'italic', u: 'underline' }
const unloaded = 'Chưa tải được phần định dạng. Kiểm tra mạng rồi thử lại; chữ gõ thường vẫn được giữ.'

/**
 * A text of any length. Plain text is written in the browser's own box, which any input method knows; the editor is fetched
 * and takes over, with all that was typed meanwhile, when formatting is asked for, pasted, or there already.
 */
export function TextBox({ control, value, onChange, onLeave, rows = 3 }: Props) {
  const [editor, setEditor] = useState<{ Editor: RichEditorComponent; start: EditorStart } | null>(null)
  const [visited, setVisited] = useState(false)
  const [tools, setTools] = useState(plainTools)
  const [note, setNote] = useState<string | null>(null)
  /** What is being asked of the editor while it is fetched; null when nothing is. */
  const [asked, setAsked] = useState<Wanted | null>(null)
  /** The text in the middle of a composed letter; it is written when the letter is complete. */
  const [composed, setComposed] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const handle = useRef<RichEditorHandle>(null)
  const lastPoint = useRef<{ x: number; y: number } | null>(null)
  const current = useRef({ asked, composed })
  current.current = { asked, composed }
  const isRich = value !== null && typeof value !== 'string'

  useEffect(loadEditorWhenQuiet, [])

  /** Begins the editor in place of what stands there, in one go: no key falls between the two. */
  const begin = (Editor: RichEditorComponent, want: Wanted) => {
    const box = field.current
    const typed = isRich && box && box.value !== '' ? [box.value] : []
    const at = isRich || !box ? want.at : ([box.selectionStart, box.selectionEnd] as const)
    const focus = box ? document.activeElement === box : true
    setAsked(null)
    setEditor({ Editor, start: { ...want, focus, at, insert: [...typed, ...want.insert] } })
  }
  const beginRef = useRef(begin)
  beginRef.current = begin

  /** Asks for the editor, to do this once it is there. */
  const ask = (want: Partial<Wanted>) => {
    const all = {
      at: want.at ?? asked?.at ?? null,
      since: asked ? asked.since : (field.current?.selectionEnd ?? null),
      acts: [...(asked?.acts ?? []), ...(want.acts ?? [])],
      insert: [...(asked?.insert ?? []), ...(want.insert ?? [])],
    }
    const Editor = editorNow()
    if (Editor && composed === null) {
      begin(Editor, all)
      return
    }
    setAsked(all)
    if (asked) return
    loadEditor().then(
      (fetched) => takeOver(fetched),
      () => {
        const missed = current.current.asked
        setAsked(null)
        setNote(unloaded)
        // What was pasted goes in without its formatting rather than not at all.
        for (const text of missed?.insert ?? []) if (!isRich) insertInto(field.current, plainText(text))
      },
    )
  }
  const takeOver = (Editor: RichEditorComponent) => {
    const now = current.current
    if (!now.asked) return
    if (now.composed !== null) setTimeout(() => takeOver(Editor), 100)
    else flushSync(() => beginRef.current(Editor, now.asked!))
  }

  const act = (what: TextAct) => {
    if (editor) handle.current?.act(what)
    else ask({ acts: [what] })
  }
  const pressed = (event: KeyboardEvent) => {
    const shortcut = shortcuts[event.key.toLowerCase()]
    if (!shortcut || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    act(shortcut)
  }
  const pasted = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html')
    if (html === '') return
    const { text, note: about } = pastedText(html)
    event.preventDefault()
    setNote(about)
    if (typeof text === 'string') insertInto(field.current, text)
    else if (text !== null) ask({ insert: [text] })
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only learns that the cursor has come into one of its boxes
    <div className={styles.box} onFocus={() => setVisited(true)}>
      {editor ? (
        <editor.Editor
          ref={handle}
          control={control}
          value={value}
          start={editor.start}
          onChange={onChange}
          onLeave={() => onLeave?.()}
          onTools={(now) => setTools((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now))}
          onNote={setNote}
        />
      ) : isRich ? (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: shows formatted text, which no element of the browser edits */}
          <div
            id={control.id}
            className={classes(control.className, styles.view)}
            role="textbox"
            aria-multiline="true"
            aria-labelledby={`${control.id}-label`}
            aria-describedby={control['aria-describedby']}
            tabIndex={asked ? -1 : 0}
            onPointerDown={(event) => {
              lastPoint.current = { x: event.clientX, y: event.clientY }
            }}
            onFocus={() => {
              ask({ at: lastPoint.current })
              lastPoint.current = null
            }}
          >
            <RichTextView text={value} />
          </div>
          {asked && (
            // Takes what is typed until the editor is there.
            <textarea
              ref={(box) => {
                field.current = box
                box?.focus()
              }}
              className="hidden-visually"
              aria-labelledby={`${control.id}-label`}
            />
          )}
        </>
      ) : (
        <textarea
          {...control}
          ref={field}
          rows={rows}
          maxLength={mostLetters}
          spellCheck={false}
          value={composed ?? (typeof value === 'string' ? value : '')}
          onChange={(event) => {
            const isComposing = (event.nativeEvent as InputEvent).isComposing
            setComposed(isComposing ? event.target.value : null)
            if (!isComposing) onChange(event.target.value)
          }}
          onCompositionEnd={(event) => {
            setComposed(null)
            onChange(event.currentTarget.value)
          }}
          onKeyDown={pressed}
          onPaste={pasted}
          onBlur={(event) => {
            if (composed !== null) onChange(event.target.value)
            setComposed(null)
            onLeave?.()
          }}
        />
      )}
      {visited && <TextToolbar controls={control.id} tools={tools} busy={asked !== null} onAct={act} />}
      {note && (
        <p className={styles.note} role="status">
          {note}
        </p>
      )}
    </div>
  )
}

/** Puts text where the cursor of a plain box is, as if it had been typed, so that it can be undone. */
function insertInto(box: HTMLTextAreaElement | null, text: string): void {
  if (!box) return
  box.focus()
  if (!document.execCommand('insertText', false, text))
    box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end')
}
