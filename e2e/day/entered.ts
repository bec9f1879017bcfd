import { createHash } from 'node:crypto'
import type { FindingKind } from '@cchc/domain/fieldwork/contract.ts'
import { fieldName } from '@cchc/domain/outlines/fields.ts'
import sharp from 'sharp'
import { member, otherMember, planner, type TestPerson } from '../../server/test/people.ts'

/** A finding as somebody wrote it. */
export interface Entered {
  readonly by: TestPerson
  readonly fieldKey: string
  readonly kind: FindingKind
  text: string
  readonly cause: string
  readonly responsible: string
  /** The tone of its photo, 0 to 255; null where it has none. */
  readonly tone: number | null
}

/** The three members, each with the fields that they answer for. */
export const fieldsOf = new Map<TestPerson, readonly string[]>([
  [planner, ['steering', 'apparatus', 'civil-service', 'general']],
  [member, ['institutions', 'admin-procedures', 'citizen-reception']],
  [otherMember, ['public-finance', 'digital-government']],
])

const kinds: readonly FindingKind[] = ['shortcoming', 'strength', 'shortcoming', 'violation', 'good-practice']

/** The next finding of a person who has written `written`; with a photo where `tone` says of which. */
export function nextFinding(by: TestPerson, written: number, tone: number | null): Entered {
  const fields = fieldsOf.get(by)!
  const fieldKey = fields[written % fields.length]!
  const kind = kinds[written % kinds.length]!
  const isBlamed = kind === 'shortcoming' || kind === 'violation'
  const number = written + 1
  return {
    by,
    fieldKey,
    kind,
    text: `${fieldName(fieldKey)}: điều thứ ${number} do ${by.fullName} ghi tại nơi làm việc`,
    cause: isBlamed ? `Nguyên nhân của điều ${number}` : '',
    responsible: isBlamed ? `Bộ phận số ${number}` : '',
    tone,
  }
}

/** A picture of its own, of one grey: what a camera would give, and known again after it has been scaled and written anew. */
export function photograph(tone: number): Promise<Buffer> {
  const size = { width: 640, height: 480 }
  return sharp({ create: { ...size, channels: 3, background: { r: tone, g: tone, b: tone } } })
    .jpeg({ quality: 92 })
    .toBuffer()
}

export async function toneOf(bytes: Uint8Array): Promise<number> {
  const { channels } = await sharp(bytes).stats()
  return channels[0]!.mean
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
