/** What the toolbar of a text box does. */
export type TextAct =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'bullets'
  | 'numbers'
  | 'indent'
  | 'outdent'
  | 'table'
  | 'add-row'
  | 'remove-row'
  | 'add-column'
  | 'remove-column'
  | 'remove-table'

/** What of it is on where the cursor stands, and where that is. */
export interface TextTools {
  readonly on: readonly TextAct[]
  readonly place: 'text' | 'list' | 'table'
}

export const plainTools: TextTools = { on: [], place: 'text' }
