import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { outlineQuery } from './data.ts'
import { OutlineDialog } from './OutlineDialog.tsx'

/** Which outline the units report on, and a look into it. */
export function OutlineCard({ outlineVersionId }: { outlineVersionId: string }) {
  const [open, setOpen] = useState(false)
  const { data } = useQuery(outlineQuery(outlineVersionId))
  if (!data) return null
  return (
    <Card
      title="Đề cương báo cáo"
      aside={
        <Button kind="quiet" size="s" onClick={() => setOpen(true)}>
          Xem đề cương
        </Button>
      }
    >
      <p>
        {data.version.title}: {data.version.itemCount} chỉ mục, {data.version.checkCount} phép đối chiếu số liệu.
      </p>
      {open && <OutlineDialog outline={data.outline} onClose={() => setOpen(false)} />}
    </Card>
  )
}
