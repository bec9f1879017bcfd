import { belongsToOffice, holds, type Viewer } from '../access/permissions.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { Paper, Signature } from '../papers/paper.ts'
import { Refusal } from '../refusals.ts'
import type { AttendanceRow } from './contract.ts'
import {
  type MinutesSignature,
  type SigningSide,
  type SigningWay,
  signingSideNames,
  signingSides,
} from './minutes-contract.ts'
import type { Seat } from './rules.ts'
import { plainName, type Signers } from './signers.ts'

/** What a version of the minutes is frozen with. */
export interface FrozenMinutes {
  readonly inspectionId: string
  readonly version: number
  /** Why it was written anew; '' for the first. */
  readonly reason: string
  readonly paper: Paper
  readonly present: readonly AttendanceRow[]
  /** Each finding with the revision that the paper tells. */
  readonly findings: readonly { readonly findingId: string; readonly revision: number }[]
}

/** The text that the fingerprint of a version is the SHA-256 of, over UTF-8. */
export function minutesFingerprintText(frozen: FrozenMinutes): string {
  const { inspectionId, version, reason, paper, present, findings } = frozen
  return canonicalJson({ inspectionId, version, reason, paper, present, findings })
}

/** The viewer beside the newest version of the minutes; `names` are those that the paper has for its signers. */
export interface MinutesStanding {
  readonly viewer: Pick<Viewer, 'personId' | 'fullName' | 'roles'>
  readonly seat: Seat | null
  readonly names: Readonly<Record<SigningSide, string>>
  /** The people of the roster or the office that these names are, as they were when the version was frozen. */
  readonly signers: Signers
}

/** Who signs, by the paper's own order. */
export function namesOnPaper({ signatures }: Pick<Paper, 'signatures'>): Record<SigningSide, string> {
  const nameAt = (side: SigningSide) => signatures[signingSides.indexOf(side)]?.name ?? ''
  return { secretary: nameAt('secretary'), chair: nameAt('chair'), unit: nameAt('unit') }
}

/** Whether the viewer is who the paper names: the very person where they have an account, a guest by the name. */
function isNamed({ viewer, names, signers }: MinutesStanding, side: 'secretary' | 'chair'): boolean {
  const signer = signers[side]
  if (signer !== null) return viewer.personId === signer
  return names[side] !== '' && plainName(names[side]) === plainName(viewer.fullName)
}

/** Whether this person keeps the minutes: the secretary of the team, of the visit, or the one that the paper names. */
function isSecretary(standing: MinutesStanding): boolean {
  const { viewer, seat } = standing
  return viewer.roles.includes('planner') || seat?.role === 'secretary' || isNamed(standing, 'secretary')
}

/** Whoever is neither of the team nor of the office, and guests of a merged thematic inspection, sign nothing. */
function outsiderRefusal({ viewer, seat }: MinutesStanding): Refusal | null {
  if (!holds(viewer, 'fieldwork.record')) return new Refusal('not-permitted')
  if (belongsToOffice(viewer)) return null
  if (!seat) return new Refusal('not-on-roster')
  return seat.guestOf === undefined ? null : new Refusal('only-own-findings')
}

/**
 * Why this person may not put this word under the minutes, or null. Secretary and chair draw their signatures themselves, in
 * their own account; the unit's representative, who has none here, draws before one of these two. What was signed on paper,
 * and who would not sign, is noted by the secretary or the chair. Basis: Nghị định 30/2020/NĐ-CP, mẫu 1.9; the rest is this
 * product's own.
 */
export function signRefusal(standing: MinutesStanding, side: SigningSide, way: SigningWay): Refusal | null {
  const outsider = outsiderRefusal(standing)
  if (outsider) return outsider
  const keeps = isSecretary(standing) || isNamed(standing, 'chair')
  if (way !== 'drawn') return keeps ? null : new Refusal('minutes-noted-by-keepers')
  if (side === 'unit') return keeps ? null : new Refusal('unit-signs-before-keepers')
  if (standing.names[side] === '') return new Refusal('signer-not-named', { side: signingSideNames[side] })
  return isNamed(standing, side)
    ? null
    : new Refusal('not-the-signer', {
        side: signingSideNames[side].toLocaleLowerCase('vi'),
        name: standing.names[side],
      })
}

/** Why this person may not propose a change of closed minutes, or null: the secretary does. */
export function proposeRefusal(standing: MinutesStanding): Refusal | null {
  return outsiderRefusal(standing) ?? (isSecretary(standing) ? null : new Refusal('secretary-proposes'))
}

/**
 * Why this person may not decide on a proposed change, or null: the chair does, or a head of the team in their place, and never
 * the one who proposed it.
 */
export function decideRefusal(standing: MinutesStanding, proposedBy: string): Refusal | null {
  const { viewer } = standing
  const outsider = outsiderRefusal(standing)
  if (outsider) return outsider
  if (viewer.personId === proposedBy) return new Refusal('own-minutes-change')
  const isHead = viewer.roles.includes('team-leader') || viewer.roles.includes('standing-deputy')
  return isHead || isNamed(standing, 'chair') ? null : new Refusal('chair-agrees', { name: standing.names.chair })
}

/** Which sides have not spoken yet on a version; the unit's signature is wanted and not needed. */
export function signaturesMissing(signatures: readonly Pick<MinutesSignature, 'side'>[]): SigningSide[] {
  return signingSides.filter((side) => !signatures.some((one) => one.side === side))
}

/** A signature as the paper shows it; `picture` is a PNG as a data address. */
export interface ShownSignature extends Pick<MinutesSignature, 'side' | 'way' | 'name' | 'reason'> {
  readonly picture: string | null
}

/** The first letters of a fingerprint, to be compared by eye: "3f2a 91c0 77de 0b14". */
export const inGroups = (fingerprint: string) => (fingerprint.slice(0, 16).match(/.{4}/g) ?? []).join(' ')

/** The frozen paper with what stands over each name by now, and on every page which version it is. */
export function signedPaper(
  paper: Paper,
  shown: readonly ShownSignature[],
  { version, fingerprint }: { readonly version: number; readonly fingerprint: string },
): Paper {
  const withWord = (signature: Signature, place: number): Signature => {
    const word = shown.find(({ side }) => side === signingSides[place])
    if (!word) return signature
    const name = signature.name ?? word.name
    if (word.way === 'drawn') return { ...signature, name, ...(word.picture ? { picture: word.picture } : {}) }
    if (word.way === 'paper') return { ...signature, name, note: '(Đã ký trên bản giấy)' }
    return { ...signature, name, note: `(Không ký; lý do: ${word.reason})` }
  }
  const versionMark = `Bản ${version} – mã bản ${inGroups(fingerprint)}`
  return { ...paper, signatures: paper.signatures.map(withWord), printed: { ...paper.printed, versionMark } }
}
