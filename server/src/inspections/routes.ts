import * as announcements from '@cchc/domain/inspections/announcement-contract.ts'
import * as contract from '@cchc/domain/inspections/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { addPlannedInspection } from './add-planned-inspection.ts'
import { announceInspection } from './announce-inspection.ts'
import { announceVisits } from './announce-visits.ts'
import { cancelInspection } from './cancel-inspection.ts'
import { checkRoster } from './check-roster.ts'
import { checkSlot } from './check-slot.ts'
import { getHome } from './get-home.ts'
import { getInspection } from './get-inspection.ts'
import { listAnnouncements, previewAnnouncement } from './list-announcements.ts'
import { listInspections } from './list-inspections.ts'
import { listPlaces } from './list-places.ts'
import { listSlots } from './list-slots.ts'
import { moveInspection } from './move-inspection.ts'
import { scheduleInspection } from './schedule-inspection.ts'
import { search } from './search.ts'
import { swapInspections } from './swap-inspections.ts'

export function inspectionRoutes(edge: Edge): void {
  serve(edge, contract.getHome, getHome)
  serve(edge, contract.listInspections, listInspections)
  serve(edge, contract.getInspection, getInspection)
  serve(edge, contract.addPlannedInspection, addPlannedInspection)
  serve(edge, contract.checkSlot, checkSlot)
  serve(edge, contract.listSlots, listSlots)
  serve(edge, contract.checkRoster, checkRoster)
  serve(edge, contract.scheduleInspection, scheduleInspection)
  serve(edge, contract.moveInspection, moveInspection)
  serve(edge, contract.swapInspections, swapInspections)
  serve(edge, contract.listPlaces, listPlaces)
  serve(edge, contract.announceInspection, announceInspection)
  serve(edge, announcements.listAnnouncements, listAnnouncements)
  serve(edge, announcements.previewAnnouncement, previewAnnouncement)
  serve(edge, announcements.announceVisits, announceVisits)
  serve(edge, contract.cancelInspection, cancelInspection)
  serve(edge, contract.search, search)
}
