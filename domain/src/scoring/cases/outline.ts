import { item, outline } from '../../outlines/cases/sample.ts'

/** The outline that `sampleSheet` reads. */
export const sampleOutline = outline([
  item('admin-procedures.received', 'number'),
  item('admin-procedures.resolved', 'number'),
  item('admin-procedures.on-time', 'number'),
  item('admin-procedures.on-time-rate', 'percent', {
    formula: 'rate(admin_procedures__on_time, admin_procedures__resolved)',
  }),
  item('admin-procedures.satisfaction', 'percent'),
  item('admin-procedures.initiatives', 'text'),
])
