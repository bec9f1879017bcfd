import { z } from 'zod'
import { Id } from '../shapes.ts'
import { teamRoleNames, teamRoles } from './contract.ts'

/** A seat as the decision that sets up the team names it. */
export const DecidedSeat = z.object({
  teamMemberId: Id,
  role: z.enum(teamRoles),
  post: z.string(),
  agencyName: z.string().nullable(),
  fullName: z.string().nullable(),
  /** Names of the fields that are theirs. */
  fields: z.array(z.string()),
})
export type DecidedSeat = z.infer<typeof DecidedSeat>

const words = ({ role, post, fullName }: DecidedSeat) =>
  `${teamRoleNames[role]} ${fullName ? `${fullName} (${post})` : post}`

/**
 * How the team differs by now from what the decision says, each as one sentence; empty while the decision matches. Order plays
 * no part.
 */
export function teamDifferences(decided: readonly DecidedSeat[], now: readonly DecidedSeat[]): string[] {
  const differences: string[] = []
  for (const before of decided) {
    const after = now.find(({ teamMemberId }) => teamMemberId === before.teamMemberId)
    if (!after) {
      differences.push(`${words(before)} không còn trong Đoàn.`)
      continue
    }
    const seat = `${teamRoleNames[before.role]}, ${before.post}`
    const none = 'chưa có tên'
    if (before.fullName !== after.fullName)
      differences.push(`${seat}: ${before.fullName ?? none} → ${after.fullName ?? none}.`)
    if (before.role !== after.role) differences.push(`${seat}: vai trò nay là ${teamRoleNames[after.role]}.`)
    if (before.post !== after.post) differences.push(`${seat}: chức danh nay là ${after.post}.`)
    if (before.agencyName !== after.agencyName)
      differences.push(`${seat}: cơ quan nay là ${after.agencyName ?? 'chưa chọn'}.`)
    if ([...before.fields].sort().join() !== [...after.fields].sort().join())
      differences.push(`${seat}: lĩnh vực nay là ${after.fields.join('; ') || 'chưa giao'}.`)
  }
  for (const after of now)
    if (!decided.some(({ teamMemberId }) => teamMemberId === after.teamMemberId))
      differences.push(`${words(after)} mới vào Đoàn, chưa có trong quyết định.`)
  return differences
}
