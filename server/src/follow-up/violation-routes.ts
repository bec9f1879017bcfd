import * as contract from '@cchc/domain/follow-up/violation-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { flagViolation } from './flag-violation.ts'
import { handleViolation } from './handle-violation.ts'
import { listViolations } from './list-violations.ts'
import { takeBackViolation } from './take-back-violation.ts'
import { getViolationRoles, setViolationRoles } from './violation-roles.ts'

export function violationRoutes(edge: Edge): void {
  serve(edge, contract.flagViolation, flagViolation)
  serve(edge, contract.listViolations, listViolations)
  serve(edge, contract.handleViolation, handleViolation)
  serve(edge, contract.takeBackViolation, takeBackViolation)
  serve(edge, contract.getViolationRoles, getViolationRoles)
  serve(edge, contract.setViolationRoles, setViolationRoles)
}
