import { plainText, type RichText } from '@cchc/domain/outlines/rich-text.ts'
import { Editor } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { handlePaste as pasteIntoTable } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { ControlProps } from '../../ui/Field.tsx'
import { sameText } from '../answer-saver.ts'
import type { TextAct, TextTools } from './editor-acts.ts'
import { docOf, nodesOf, textOfDoc } from './editor-doc.ts'
import { extensions } from './editor-extensions.ts'
import { pastedText } from './pasted-text.ts'
import styles from './RichText.module.css'

type Text = string | RichText | null

/** How the editor begins, taking over from the box that stood there. */
export interface EditorStart {
  /** Whether the cursor is in the box. */
  readonly focus: boolean
  /** What was selected: offsets in the plain string, a point on the screen, or nothing (the end). */
  readonly at: readonly [number, number] | { readonly x: number; readonly y: number } | null
  /** Where the cursor stood in the plain string when the first act was asked for: what was typed since gets it too. */
  readonly since: number | null
  /** What was asked for or typed meanwhile. */
  readonly acts: readonly TextAct[]
  readonly insert: readonly (string | RichText)[]
}

export interface RichEditorHandle {
  act(what: TextAct): void
}

interface Props {
  control: ControlProps
  value: Text
  start: EditorStart
  onChange: (value: Text) => void
  onLeave: () => void
  onTools: (tools: TextTools) => void
  /** Something to say about what was pasted or refused; null when that is over. */
  onNote: (note: string | null) => void
  ref: Ref<RichEditorHandle>
}

const full =
  'Mục này đã đủ lớn: nhiều nhất 20.000 chữ cái, bảng 200 dòng và 20 cột, danh sách ba cấp, không có bảng trong danh sách.'

/** The editor of a formatted answer. It writes what it holds at every change but those in the middle of a composed letter. */
export function RichEditor({ control, value, start, onChange, onLeave, onTools, onNote, ref }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | null>(null)
  /** What the outside is known to hold; another value coming in replaces the text. */
  const known = useRef<Text>(value)
  const heard = useRef({ onChange, onLeave, onTools, onNote })
  heard.current = { onChange, onLeave, onTools, onNote }
  const { id, className } = control
  const described = control['aria-describedby']

  useLayoutEffect(() => {
    const write = () => {
      if (made.isDestroyed || made.view.composing) return
      const text = textOfDoc(made.getJSON())
      if (sameText(text, known.current)) return
      known.current = text
      heard.current.onChange(text)
    }
    let leaving = false
    const made = new Editor({
      element: host.current,
      injectCSS: false,
      enableInputRules: ['bulletList', 'orderedList'],
      enablePasteRules: false,
      extensions: extensions(() => heard.current.onNote(full)),
      content: docOf(known.current),
      editorProps: {
        attributes: {
          class: `${className} ${styles.text} ${styles.editor}`,
          id,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': `${id}-label`,
          spellcheck: 'false',
        },
        handlePaste: (view, event) => pasteHtml(view, event, (note) => heard.current.onNote(note)),
        handleDOMEvents: {
          // Escape, then Tab, leaves the box from anywhere in it, without indenting or going to the next cell.
          keydown: (_, event) => {
            const leaves = leaving && event.key === 'Tab'
            if (event.key !== 'Shift') leaving = event.key === 'Escape'
            return leaves
          },
          compositionend: () => {
            setTimeout(write, 60)
            return false
          },
        },
      },
      onUpdate: write,
      onTransaction: ({ editor: changed }) => heard.current.onTools(toolsOf(changed)),
      onBlur: () => {
        write()
        heard.current.onLeave()
      },
    })
    editor.current = made
    begin(made, start)
    return () => {
      write()
      editor.current = null
      made.destroy()
    }
    // The editor is made once, for this box; what comes later goes in below.
  }, [])

  useEffect(() => {
    const dom = editor.current?.view.dom
    if (described) dom?.setAttribute('aria-describedby', described)
    else dom?.removeAttribute('aria-describedby')
  }, [described])

  useEffect(() => {
    if (sameText(value, known.current)) return
    known.current = value
    editor.current?.commands.setContent(docOf(value), { emitUpdate: false })
  }, [value])

  useImperativeHandle(ref, () => ({ act: (what) => editor.current && acts[what](editor.current) }), [])

  return <div ref={host} className={styles.host} />
}
export type RichEditorComponent = typeof RichEditor

const acts: Record<TextAct, (editor: Editor) => void> = {
  bold: (editor) => editor.chain().focus().toggleBold().run(),
  italic: (editor) => editor.chain().focus().toggleItalic().run(),
  underline: (editor) => editor.chain().focus().toggleUnderline().run(),
  bullets: (editor) => editor.chain().focus().toggleBulletList().run(),
  numbers: (editor) => editor.chain().focus().toggleOrderedList().run(),
  indent: (editor) => editor.chain().focus().sinkListItem('listItem').run(),
  outdent: (editor) => editor.chain().focus().liftListItem('listItem').run(),
  table: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: false }).run(),
  'add-row': (editor) => editor.chain().focus().addRowAfter().run(),
  'remove-row': (editor) => editor.chain().focus().deleteRow().run(),
  'add-column': (editor) => editor.chain().focus().addColumnAfter().run(),
  'remove-column': (editor) => editor.chain().focus().deleteColumn().run(),
  'remove-table': (editor) => editor.chain().focus().deleteTable().run(),
}

function toolsOf(editor: Editor): TextTools {
  const active: [TextAct, string][] = [
    ['bold', 'bold'],
    ['italic', 'italic'],
    ['underline', 'underline'],
    ['bullets', 'bulletList'],
    ['numbers', 'orderedList'],
  ]
  const on = active.filter(([, name]) => editor.isActive(name)).map(([act]) => act)
  const place = editor.isActive('table') ? 'table' : editor.isActive('listItem') ? 'list' : 'text'
  return { on, place }
}

function begin(editor: Editor, { focus, at, since, acts: asked, insert }: EditorStart): void {
  const { view } = editor
  const { doc } = view.state
  const selection = () => {
    if (at === null) return TextSelection.atEnd(doc)
    if ('x' in at) {
      const place = view.posAtCoords({ left: at.x, top: at.y })
      return place ? TextSelection.near(doc.resolve(place.pos)) : TextSelection.atEnd(doc)
    }
    // Two tokens stand between paragraphs where the string has one line feed.
    const text = doc.textBetween(0, doc.content.size, '\n')
    const placeOf = (offset: number) =>
      Math.min(doc.content.size - 1, 1 + offset + (text.slice(0, offset).split('\n').length - 1))
    return TextSelection.create(doc, placeOf(at[0]), placeOf(at[1]))
  }
  view.dispatch(view.state.tr.setSelection(selection()).setMeta('addToHistory', false))
  if (focus) view.focus()
  for (const text of insert) insertText(view, text)
  const { from, empty } = view.state.selection
  const typed = empty && since !== null && at !== null && !('x' in at) ? at[1] - since : 0
  if (typed > 0) editor.commands.setTextSelection({ from: Math.max(1, from - typed), to: from })
  for (const act of asked) acts[act](editor)
  if (typed > 0) editor.commands.setTextSelection(from)
}

/** Markup of other programs goes in cleaned; what this editor copied goes in by itself. */
function pasteHtml(view: EditorView, event: ClipboardEvent, onNote: (note: string | null) => void): boolean {
  const html = event.clipboardData?.getData('text/html') ?? ''
  if (html === '' || html.includes('data-pm-slice')) return false
  const { text, note } = pastedText(html)
  onNote(note)
  if (text !== null) insertText(view, text)
  return true
}

/** Puts a text where the cursor is; a table pasted into a table goes cell by cell, other text into a cell as its lines. */
function insertText(view: EditorView, text: string | RichText): void {
  const { state } = view
  const inTable = state.selection.$from.depth > 1 && state.selection.$from.node(1).type.name === 'table'
  const isTable = typeof text !== 'string' && text.blocks.length === 1 && text.blocks[0]!.kind === 'table'
  const nodes = nodesOf(inTable && !isTable ? plainText(text) : text)
  const fragment = Fragment.fromJSON(state.schema, nodes)
  if (inTable && isTable) {
    pasteIntoTable(view, new ClipboardEvent('paste'), new Slice(fragment, 0, 0))
    return
  }
  view.dispatch(state.tr.replaceSelection(Slice.maxOpen(fragment, false)).scrollIntoView())
}
