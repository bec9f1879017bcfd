import type { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'

/** One thing that files hang on, as it stands now for this viewer. */
export interface OpenOwner {
  readonly inspectionId: string
  /** Why this viewer may not change the files of this part of it now, or null when they may. */
  refusal(place: string): Refusal | null
  /** Whether the files of this part are not for this viewer yet, such as an answer that has not been given. */
  hides(place: string): boolean
}

/** What a shelf says about the files of its things. */
export interface AttachmentOwner {
  /** Refuses with the shelf's own "no such …" where the viewer may not know it. */
  open(context: Context, ownerId: string): Promise<OpenOwner>
  /** After a file was added, taken away or put back, in the same transaction; may still refuse. */
  changed(context: Context, ownerId: string): Promise<void>
}
