import type { importDecision as contract } from '@cchc/domain/campaigns/contract.ts'
import { NotADecision } from '@cchc/domain/campaigns/decision/not-a-decision.ts'
import { splitPaper } from '@cchc/domain/campaigns/decision/paper-lines.ts'
import { readDecision } from '@cchc/domain/campaigns/decision/read-decision.ts'
import { planFromProposal } from '@cchc/domain/campaigns/plan.ts'
import type { UploadedFile } from '@cchc/domain/endpoint.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { publishedOutlines } from '../outlines/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { readCatalogue } from '../units/queries.ts'
import { nationalCatalogue } from './national-catalogue.ts'
import { readPaperText } from './read-paper-text.ts'
import { UnreadablePaper } from './unreadable-paper.ts'

/** Reads an uploaded decision into a draft campaign; a paper that cannot be read leaves nothing behind. */
export const importDecision: Act<typeof contract> = async (context, { file }) => ({
  campaignId: await importDecisionFile(context, file!),
})

/** The same for the first run. */
export async function importDecisionFile(
  { db, viewer, files, now, record }: Context,
  file: UploadedFile,
): Promise<string> {
  const catalogue = await readCatalogue(db)
  const { text, proposal } = await read(file, catalogue)
  const { number, issuedOn } = proposal
  if (number?.value.ordinal && issuedOn) {
    const twin = await db
      .selectFrom('campaigns')
      .select('campaignId')
      .where('number', '=', number.value.ordinal)
      .where('symbol', '=', number.value.symbol)
      .where('issuedOn', '=', issuedOn.value)
      .executeTakeFirst()
    if (twin)
      throw new Refusal(
        'decision-already-imported',
        { number: number.value.text ?? '', date: formatDate(issuedOn.value) },
        { campaignId: twin.campaignId },
      )
  }
  const outlines = await publishedOutlines(db)
  const departments = catalogue.filter(({ type }) => type === 'department')
  const plan = planFromProposal(proposal, departments, outlines)
  const sha256 = await files.put(file.bytes)
  const { fileId } = await db
    .insertInto('files')
    .values({
      sha256,
      name: file.name,
      size: file.bytes.length,
      mediaType: file.mediaType,
      uploadedBy: viewer.personId,
      uploadedAt: now,
    })
    .returning('fileId')
    .executeTakeFirstOrThrow()
  const { campaignId } = await db
    .insertInto('campaigns')
    .values({
      state: 'draft',
      name: plan.name || file.name,
      year: plan.year,
      number: plan.number,
      symbol: plan.symbol,
      issuedOn: plan.issuedOn,
      plan: JSON.stringify(plan),
      proposal: JSON.stringify(proposal),
      lines: JSON.stringify(splitPaper(text)),
      sourceFileId: fileId,
      sourceFileName: file.name,
      createdBy: viewer.personId,
      createdAt: now,
    })
    .returning('campaignId')
    .executeTakeFirstOrThrow()
  await record('campaign.import', campaignId, { file: file.name, sha256, doubts: proposal.doubts.length })
  return campaignId
}

async function read(file: UploadedFile, catalogue: Parameters<typeof readDecision>[1]) {
  try {
    const { text } = await readPaperText(Buffer.from(file.bytes), file.name)
    return { text, proposal: readDecision(text, catalogue, nationalCatalogue([...catalogue]).provinces) }
  } catch (error) {
    if (error instanceof UnreadablePaper || error instanceof NotADecision)
      throw new Refusal('unreadable-paper', { sentence: error.sentence })
    throw error
  }
}
