import { previewAttachment } from '@cchc/domain/evidence/contract.ts'
import type { SitePhoto, SiteRecordView } from '@cchc/domain/fieldwork/site-contract.ts'
import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'
import { addressOf } from '../platform/api.ts'
import type { Place } from '../platform/offline/outbox-store.ts'
import { deviceStore, type KeptFile } from '../platform/offline/store.ts'

type Photo = SiteRecordView & { readonly content: SitePhoto }
type Standing = Pick<KeptFile, 'size' | 'sent' | 'isUp' | 'problem'>

/** The pictures to show of a photo, small and large: the device's own, else the server's; and how its sending stands. */
export function usePhotoFile({ personId, inspectionId }: Place, { content: { sha256 }, attachmentId }: Photo) {
  const [file, setFile] = useState<Standing | null>(null)
  const [own, setOwn] = useState<{ thumb: string | null; large: string | null }>({ thumb: null, large: null })
  useEffect(() => {
    const reading = liveQuery(() => deviceStore().files.get([personId, inspectionId, sha256]))
    const urls: string[] = []
    const drawn = (blob: Blob | null) => {
      const url = blob && URL.createObjectURL(blob)
      if (url) urls.push(url)
      return url
    }
    const following = reading.subscribe({
      next: (kept) => {
        setFile(kept ?? null)
        // Its bytes never change; they are drawn once.
        if (kept && urls.length === 0 && (kept.thumb || kept.blob))
          setOwn({ thumb: drawn(kept.thumb ?? kept.blob), large: drawn(kept.blob) })
      },
      error: () => undefined,
    })
    return () => {
      following.unsubscribe()
      for (const url of urls) URL.revokeObjectURL(url)
    }
  }, [personId, inspectionId, sha256])
  const there = attachmentId && addressOf(previewAttachment.path, { attachmentId })
  return { file, thumb: own.thumb ?? there, large: own.large ?? there ?? own.thumb }
}
