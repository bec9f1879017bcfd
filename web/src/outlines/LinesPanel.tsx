import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useMedia } from '../ui/media.ts'
import { ItemForm } from './ItemForm.tsx'
import styles from './Outlines.module.css'
import { OutlineTree } from './OutlineTree.tsx'
import type { OutlineDesk } from './outline-desk.ts'
import { OutlineForm, PartForm, SectionForm } from './PlaceForms.tsx'
import { ProblemsCard } from './ProblemsCard.tsx'
import { useEditor } from './use-editor.ts'

/** The outline's lines on the left, the chosen one's form on the right; on a phone the form lies over the lines. */
export function LinesPanel({ desk }: { desk: OutlineDesk }) {
  const { selected } = useEditor()
  const isWide = useMedia('(min-width: 980px)')
  const [open, setOpen] = useState(false)
  const form = <SelectedForm key={`${selected.what} ${selected.key}`} desk={desk} />
  if (isWide)
    return (
      <div className={styles.desk}>
        <Card className={styles.tree}>
          <OutlineTree onPick={() => undefined} />
        </Card>
        <div className={styles.side}>
          <ProblemsCard />
          {form}
        </div>
      </div>
    )
  return (
    <div className={styles.side}>
      <ProblemsCard onGo={() => setOpen(true)} />
      <Card>
        <OutlineTree onPick={() => setOpen(true)} />
      </Card>
      {open && (
        <Dialog
          title="Sửa dòng này"
          look="side"
          onClose={() => setOpen(false)}
          actions={
            <Button kind="primary" onClick={() => setOpen(false)}>
              Xong
            </Button>
          }
        >
          {form}
        </Dialog>
      )}
    </div>
  )
}

function SelectedForm({ desk }: { desk: OutlineDesk }) {
  const { selected } = useEditor()
  switch (selected.what) {
    case 'outline':
      return <OutlineForm desk={desk} />
    case 'part':
      return <PartForm partKey={selected.key} />
    case 'section':
      return <SectionForm sectionKey={selected.key} />
    case 'item':
      return <ItemForm itemKey={selected.key} />
  }
}
