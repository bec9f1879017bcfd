import { mostLetters, mostTableColumns, mostTableRows } from '@cchc/domain/outlines/rich-text.ts'
import { type AnyExtension, Extension } from '@tiptap/core'
import { Table, TableCell, TableRow } from '@tiptap/extension-table'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import StarterKit from '@tiptap/starter-kit'

/** A cell holds lines, never lists or tables; its columns take their width from the words in them. */
const one = { default: 1, rendered: false }
const none = { default: null, rendered: false }
const Cell = TableCell.extend({
  content: 'paragraph+',
  addAttributes: () => ({ colspan: one, rowspan: one, colwidth: none }),
})

const Row = TableRow.extend({ content: 'tableCell+' })

/** A table whose Tab leads on: through the cells, into a new row behind a filled one, and out behind an empty one. */
const PlainTable = Table.extend({
  renderHTML: () => ['table', ['tbody', 0]],
  addKeyboardShortcuts() {
    const { editor } = this
    return {
      ...this.parent?.(),
      Tab: () => {
        if (!editor.isActive('table')) return false
        if (editor.commands.goToNextCell()) return true
        const { $from } = editor.state.selection
        const row = Array.from({ length: $from.depth }, (_, at) => $from.node(at)).find(
          ({ type }) => type.name === 'tableRow',
        )
        return row?.textContent.trim() ? editor.chain().addRowAfter().goToNextCell().run() : false
      },
    }
  },
})

const kit = StarterKit.configure({
  ...{ blockquote: false, code: false, codeBlock: false, heading: false, horizontalRule: false, link: false },
  ...{ strike: false, dropcursor: false },
})

/** What the editor is made of. `onRefused` hears that a change was refused because an answer cannot hold it. */
export function extensions(onRefused: () => void): AnyExtension[] {
  const limits = Extension.create({
    name: 'limits',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction: (change, state) => {
          if (!change.docChanged || fits(change.doc) || change.doc.content.size < state.doc.content.size) return true
          onRefused()
          return false
        },
        // A list typed as "3. …" counts from 1, as it will be read and printed.
        appendTransaction: (changes, _, { doc, tr }) => {
          if (!changes.some((change) => change.docChanged)) return null
          doc.descendants((node, at) => {
            if (node.type.name === 'orderedList' && node.attrs.start !== 1) tr.setNodeAttribute(at, 'start', 1)
            return !node.isTextblock
          })
          return tr.docChanged ? tr : null
        },
      }),
    ],
  })
  return [kit, PlainTable.configure({ View: null }), Row, Cell, limits]
}

function fits(doc: Node): boolean {
  if (doc.textContent.length > mostLetters) return false
  let good = true
  doc.forEach((block) => {
    if (block.type.name === 'table')
      good &&= block.childCount <= mostTableRows && block.firstChild!.childCount <= mostTableColumns
    else if (block.type.name !== 'paragraph') good &&= depthOf(block) <= 3
  })
  return good
}

/** How many lists deep a list goes; what holds anything but lines and lists is too deep. */
function depthOf(list: Node): number {
  let deepest = 0
  list.forEach((item) => {
    item.forEach((child) => {
      if (child.type.name === 'table') deepest = Number.POSITIVE_INFINITY
      else if (child.type.name !== 'paragraph') deepest = Math.max(deepest, depthOf(child))
    })
  })
  return deepest + 1
}
