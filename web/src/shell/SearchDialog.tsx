import { search } from '@cchc/domain/inspections/contract.ts'
import { IconBuildingCommunity, IconFileText, IconLayoutSidebar, IconUser } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { call } from '../platform/api.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { useSession } from '../platform/session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { matches } from '../ui/fold.ts'
import { navigationOf } from './navigation.ts'
import styles from './SearchDialog.module.css'

const icons = { inspection: IconBuildingCommunity, document: IconFileText, person: IconUser, page: IconLayoutSidebar }

/** Finds units, documents, people and pages by part of a name, with or without diacritics. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const asked = useSettled(text.trim(), 180)
  const navigate = useNavigate()
  const { campaign, viewer } = useSession()
  const { data, error, isFetching } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => call(search, { query: { q: asked }, signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const pages = navigationOf(viewer?.permissions ?? [], campaign?.scored)
    .filter((item) => text.trim() !== '' && matches(item.label, text))
    .map((item) => ({ kind: 'page' as const, title: item.label, detail: 'Trang', link: item.to as string }))
  const hits = asked === '' ? [] : [...pages, ...(data?.hits ?? [])]

  const open = (link: string) => {
    onClose()
    void navigate({ to: link })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && hits[at]) open(hits[at].link)
    else return
    event.preventDefault()
  }

  return (
    <Dialog title="Tìm trong phần mềm" onClose={onClose}>
      <input
        autoFocus
        type="search"
        role="combobox"
        className={styles.field}
        aria-label="Tên đơn vị, số văn bản, tên người"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={hits[at] ? `search-hit-${at}` : undefined}
        placeholder="Tên đơn vị, số văn bản, tên người…"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.hits}>
        <div id="search-hits" role="listbox" aria-label="Kết quả tìm">
          {hits.map((hit, place) => {
            const Icon = icons[hit.kind]
            return (
              <a
                key={`${hit.kind}${hit.link}${hit.title}`}
                id={`search-hit-${place}`}
                role="option"
                aria-selected={place === at}
                tabIndex={-1}
                href={hit.link}
                className={styles.hit}
                onMouseEnter={() => setAt(place)}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey) return
                  event.preventDefault()
                  open(hit.link)
                }}
              >
                <Icon aria-hidden="true" stroke={1.8} />
                <span>
                  <span className={styles.title}>{hit.title}</span>
                  <span className={styles.detail}>{hit.detail}</span>
                </span>
              </a>
            )
          })}
        </div>
        <p className={styles.note} role="status">
          {error
            ? sentenceOf(error)
            : asked === ''
              ? 'Gõ có dấu hoặc không dấu đều được, ví dụ “hung dao”.'
              : hits.length === 0 && !isFetching
                ? `Không tìm thấy gì khớp với “${asked}”.`
                : ''}
        </p>
      </div>
    </Dialog>
  )
}

/** A text once it has stood still for so many milliseconds. */
function useSettled(text: string, milliseconds: number): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds)
    return () => clearTimeout(timer)
  }, [text, milliseconds])
  return settled
}
