import {
  compareOutlines,
  type DifferenceKind,
  differenceNames,
  type OutlineDifference,
} from '@cchc/domain/outlines/compare-outlines.ts'
import type { OutlineVersionSummary } from '@cchc/domain/outlines/contract.ts'
import type { Outline } from '@cchc/domain/outlines/outline.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTableView } from '../platform/table-view.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SelectField } from '../ui/TextFields.tsx'
import { outlinesQuery, versionQuery } from './data.ts'
import styles from './Outlines.module.css'

const whatNames: Record<OutlineDifference['what'], string> = {
  outline: 'Đề cương',
  part: 'Phần',
  section: 'Mục',
  item: 'Chỉ mục',
  check: 'Phép kiểm tra',
}

interface Props {
  outline: Outline
  version: OutlineVersionSummary
  /** Leads to a line that can be edited. */
  onGo?: (key: string) => void
}

/** What became of every line since another version, known by its key. */
export function ComparePanel({ outline, version, onGo }: Props) {
  const { data: list, error } = useQuery(outlinesQuery)
  const others = list?.outlines.filter(({ outlineVersionId }) => outlineVersionId !== version.outlineVersionId) ?? []
  const usual =
    others.find(({ outlineVersionId }) => outlineVersionId === version.basedOn) ??
    others.find(({ year }) => year < version.year) ??
    others[0]
  const [chosen, setChosen] = useState('')
  const beforeId = chosen || usual?.outlineVersionId || ''
  const { data: before } = useQuery({ ...versionQuery(beforeId), enabled: beforeId !== '' })
  const [view, setView] = useTableView()
  const rows = useMemo(() => (before ? compareOutlines(before.outline, outline) : []), [before, outline])
  if (error && !list) throw error
  if (list && others.length === 0)
    return (
      <Card>
        <EmptyState title="Chưa có bản nào khác để so sánh">
          Khi có bản thứ hai, các điểm khác nhau hiện ở đây.
        </EmptyState>
      </Card>
    )
  return (
    <Stack>
      <div className={styles.compareHead}>
        <SelectField
          label="So với bản"
          value={beforeId}
          onChange={setChosen}
          options={others.map(({ outlineVersionId, year, title }) => ({
            value: outlineVersionId,
            label: `${year}: ${title}`,
          }))}
        />
      </div>
      <Card flush={Boolean(before)}>
        {before ? (
          <DataTable
            label="Những điểm khác nhau"
            rows={rows}
            rowKey={({ what, key, kind }) => `${what} ${key} ${kind}`}
            columns={columnsFor(onGo)}
            filters={[
              {
                key: 'kieu',
                label: 'Thay đổi',
                options: kindsIn(rows).map((value) => ({ value, label: differenceNames[value] })),
                holds: (row, kind) => row.kind === kind,
              },
            ]}
            view={view}
            onView={setView}
            exportName={`so-sanh-de-cuong-${before.version.year}-${version.year}`}
            empty={
              <EmptyState title="Hai bản giống hệt nhau">
                Chưa có câu hỏi, công thức hay phép kiểm tra nào khác.
              </EmptyState>
            }
          />
        ) : (
          <Skeleton lines={8} />
        )}
      </Card>
    </Stack>
  )
}

const kindsIn = (rows: readonly OutlineDifference[]) => [...new Set(rows.map(({ kind }) => kind))] as DifferenceKind[]

function columnsFor(onGo: Props['onGo']): Column<OutlineDifference>[] {
  return [
    {
      key: 'dong',
      header: 'Dòng',
      text: ({ name }) => name,
      width: '32%',
      render: (row) => (
        <>
          <span className={styles.compareName}>{row.name}</span>
          <span className={styles.quiet}>
            {[whatNames[row.what], row.place && `mục ${row.place}`].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'thay-doi', header: 'Thay đổi', text: ({ kind }) => differenceNames[kind], oneLine: true, onCard: 'aside' },
    { key: 'truoc', header: 'Bản trước', text: ({ before }) => before },
    { key: 'nay', header: 'Bản này', text: ({ after }) => after },
    ...(onGo
      ? [
          {
            key: 'mo',
            header: '',
            headerText: 'Mở dòng',
            text: () => '',
            render: ({ key, kind, name, what }: OutlineDifference) =>
              kind === 'retired' || what === 'outline' ? null : (
                <Button kind="quiet" size="s" aria-label={`Mở ${name}`} onClick={() => onGo(key)}>
                  Mở
                </Button>
              ),
          },
        ]
      : []),
  ]
}
