import { z } from 'zod'

/** Shapes that every shelf's contract shares. */
export const Id = z.guid()
export const CampaignParams = z.object({ campaignId: Id })
export const InspectionParams = z.object({ inspectionId: Id })
/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime()
/** The revision that the writer read; a save with a stale one is refused. */
export const Revision = z.number().int().min(0)
/** With `once`, a stream tells what stands now and ends: for scripts and tests. */
export const StreamQuery = z.object({ once: z.literal('1').optional() })
export const Done = z.object({ done: z.literal(true) })
/** Control characters and halves of letters, which the database cannot hold; they come from broken pastes. */
const unstorable = /[^\P{Cc}\t\n]|\p{Surrogate}/gu
const cleaned = (text: string) => text.normalize('NFC').replaceAll('\r\n', '\n').replace(unstorable, '')

/** Free text of one field: trimmed, NFC, at most 20,000 characters. */
export const Text = z
  .string()
  .max(20_000)
  .transform((text) => cleaned(text).trim())
/** One line of text that may not be empty. */
export const Line = z.string().trim().min(1, 'không được để trống').max(500).transform(cleaned)
/** Text that may not be empty, of at most 5,000 characters. */
export const Passage = z.string().trim().min(1, 'không được để trống').max(5000).transform(cleaned)
/** The number a clerk gives a document, without its symbol: "215". */
export const DocumentNumber = z
  .string()
  .trim()
  .regex(/^[0-9]{1,6}[a-zđ]?$/i, 'số văn bản gồm chữ số, ví dụ 215')
