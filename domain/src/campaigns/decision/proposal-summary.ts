import type { DecisionProposal } from './proposal.ts'

/** The proposal as `cchc decision read --json` prints it: values without sources, null for what was not found; dates `YYYY-MM-DD`. */
export function proposalSummary(proposal: DecisionProposal) {
  const { number, issuedOn, issuer, signer, period, dataFrom, leadWorkingDays, outline } = proposal
  return {
    number: number?.value.text ?? null,
    issuedOn: issuedOn?.value ?? null,
    issuer: issuer?.value ?? null,
    signer: signer ? { name: signer.value.name, post: signer.value.post } : null,
    legalBases: proposal.legalBases.map(({ value }) => value),
    recipients: proposal.recipients.map(({ value }) => value),
    period: period?.value ?? null,
    dataFrom: dataFrom?.value ?? null,
    leadWorkingDays: leadWorkingDays?.value ?? null,
    team: proposal.team.map(({ value }) => ({
      role: value.role,
      post: value.post,
      agencies: value.agencies.map(({ text }) => text),
    })),
    fields: proposal.fields.map(({ value }) => value.name),
    units: proposal.units.map(({ line, text, type, verdict, code, candidates }) => ({
      line,
      text,
      type,
      verdict,
      code,
      candidates,
    })),
    outline: outline && {
      parts: outline.parts.map((part) => ({
        title: part.title,
        sections: part.sections.map((section) => ({
          title: section.title,
          items: section.items.map(({ text, kind, unit }) => ({ text, kind, unit })),
        })),
      })),
    },
    doubts: proposal.doubts.map(({ code, sentence, lines }) => ({ code, sentence, lines })),
  }
}
export type ProposalSummary = ReturnType<typeof proposalSummary>
