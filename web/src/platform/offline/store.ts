import Dexie, { type DexieOptions, type EntityTable, type Table } from 'dexie'

/** A visit that a person has taken along. */
export interface Pack {
  readonly personId: string
  readonly inspectionId: string
  readonly unitName: string
  readonly visitOn: string | null
  /** By this device's clock, ISO 8601. */
  readonly takenAt: string
  /** Of all its answers together. */
  readonly bytes: number
  /** Addresses of what it could not get, because this person may not read it. */
  readonly without: readonly string[]
}

/** What the server answered to one question, word for word. */
export interface KeptAnswer {
  readonly personId: string
  /** `/api/…` with its query. */
  readonly address: string
  /** The pack that it belongs to; empty for what all of a person's packs share. */
  readonly inspectionId: string
  readonly answer: unknown
}

/** What of one visit waits to be sent, as text of `outbox.ts`. */
export interface KeptOutbox {
  readonly personId: string
  readonly inspectionId: string
  readonly unitName: string
  readonly outbox: string
  /** When the server last took something in; null before the first time. */
  readonly sentAt: string | null
}

/** A photo of one visit, by the hash of what is sent. It stays whole here until the server has it and what needed it is done. */
export interface KeptFile {
  readonly personId: string
  readonly inspectionId: string
  readonly sha256: string
  readonly name: string
  readonly size: number
  /** Null once it is not needed here any more. */
  readonly blob: Blob | null
  /** A small picture of it. */
  readonly thumb: Blob | null
  /** The part of the visit that it is sent for. */
  readonly place: string
  /** The upload that it is being sent by, and how far that has come, in bytes. */
  readonly uploadId: string | null
  readonly sent: number
  readonly isUp: boolean
  /** Why the server does not take it; null while nothing is wrong. */
  readonly problem: string | null
}

/** The store of this device: one for all who use it, every row bearing whose it is. */
export class DeviceStore extends Dexie {
  readonly packs!: Table<Pack, [string, string]>
  readonly answers!: Table<KeptAnswer, [string, string]>
  readonly outboxes!: Table<KeptOutbox, [string, string]>
  readonly files!: Table<KeptFile, [string, string, string]>
  readonly device!: EntityTable<{ name: string; value: string }, 'name'>

  constructor(name = 'cchc', options: DexieOptions = {}) {
    // What is said to be kept is on the disk: a battery may be empty the next moment.
    super(name, { chromeTransactionDurability: 'strict', ...options })
    this.version(1).stores({
      packs: '[personId+inspectionId], personId',
      answers: '[personId+address], [personId+inspectionId]',
      outboxes: '[personId+inspectionId], personId',
      device: 'name',
    })
    this.version(2).stores({ files: '[personId+inspectionId+sha256], [personId+inspectionId], personId' })
  }
}

let opened: DeviceStore | undefined

/** The store, opened when it is first needed; what it throws is worded by `storeProblem`. */
export function deviceStore(): DeviceStore {
  opened ??= new DeviceStore()
  return opened
}
