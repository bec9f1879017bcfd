import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { DeviceStore } from '../store.ts'

/** A store of its own, empty; `full` makes every further row one too many. */
export function openStore() {
  const store = new DeviceStore('test', { indexedDB: new IDBFactory(), IDBKeyRange })
  let isFull = false
  const refuse = () => {
    if (isFull) throw new DOMException('no room', 'QuotaExceededError')
  }
  for (const table of store.tables) {
    table.hook('creating', refuse)
    table.hook('updating', refuse)
  }
  const full = (now: boolean) => {
    isFull = now
  }
  return { store, full }
}

export const lan = { personId: '11111111-1111-4111-8111-111111111111', fullName: 'Trần Thị Lan (minh họa)' }
export const inspectionId = '22222222-2222-4222-8222-222222222222'
export const place = { personId: lan.personId, inspectionId, unitName: 'Phường A (minh họa)' }

export const visit: VisitView = {
  inspectionId,
  unitName: place.unitName,
  visitOn: '2026-07-15',
  halfDay: 'morning',
  place: null,
  state: 'open',
  places: [],
  session: {
    startedAt: '2026-07-15T01:00:00Z',
    endedAt: null,
    chair: '',
    secretary: '',
    exchange: '',
    unitOpinion: '',
    revision: 0,
  },
  attendance: [],
  attendanceRevision: 0,
  reported: '',
  figures: [
    {
      itemKey: 'c1.tong',
      label: 'Tổng số hồ sơ',
      sectionTitle: 'TTHC',
      fieldKey: 'tthc',
      kind: 'number',
      unit: 'hồ sơ',
      reported: 100,
      verified: null,
      difference: null,
      reason: '',
      verifiedBy: null,
      revision: 0,
    },
  ],
  findings: [],
  site: [],
  fields: [{ fieldKey: 'tthc', name: 'TTHC' }],
  thematic: [],
  guestOf: [],
  myFields: ['tthc'],
  actions: ['record', 'record-findings', 'close'],
}

export const finding = (text: string) => ({
  fieldKey: 'tthc',
  kind: 'shortcoming' as const,
  text,
  cause: '',
  responsible: '',
  registrationId: null,
})
