import type { RichEditorComponent } from './RichEditor.tsx'

let loaded: RichEditorComponent | null = null

/** The editor, if it has been fetched already. */
export const editorNow = () => loaded

/** Fetches the editor, once; a failed fetch may be tried again. */
export async function loadEditor(): Promise<RichEditorComponent> {
  loaded ??= (await import('./RichEditor.tsx')).RichEditor
  return loaded
}

/** How long nobody must have typed or pointed before the editor is fetched ahead, in milliseconds. */
const quiet = 2_000

/** Dictation, input methods and a phone's keyboard write without a key going down. */
const signsOfWork = ['keydown', 'input', 'pointerdown', 'scroll'] as const

/** Fetches the editor while the person is reading, so that it is at hand without the network too; gives the way to stop. */
export function loadEditorWhenQuiet(): () => void {
  if (loaded) return () => {}
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void loadEditor().then(stop, () => {}), quiet)
  }
  const stop = () => {
    clearTimeout(timer)
    for (const kind of signsOfWork) removeEventListener(kind, wait, true)
  }
  for (const kind of signsOfWork) addEventListener(kind, wait, { capture: true, passive: true })
  wait()
  return stop
}
