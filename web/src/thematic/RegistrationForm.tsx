import type { RegistrationDetail } from '@cchc/domain/thematic/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { teamQuery } from '../campaigns/data.ts'
import { Refusal, sentenceOf } from '../platform/refusal.ts'
import { useSession } from '../platform/session.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { CheckField } from '../ui/ChoiceFields.tsx'
import { Row } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { edit, register } from './data.ts'
import { PeopleRows } from './PeopleRows.tsx'
import { bodyOf, type DraftProblems, draftOf, isBody, type RegistrationDraft } from './registration-draft.ts'
import styles from './Thematic.module.css'
import { UnitRows } from './UnitRows.tsx'

interface Props {
  campaignId: string
  /** The one that is changed; null for a new one. */
  registration: RegistrationDetail | null
}

/** Writing a registration. What the office has decided on is shown but stays as it is; its people may change. */
export function RegistrationForm({ campaignId, registration }: Props) {
  const navigate = useNavigate()
  const { campaign } = useSession()
  const team = useQuery(teamQuery(campaignId))
  const [base, setBase] = useState(registration)
  const [draft, setDraft] = useState(() => draftOf(registration))
  const [problems, setProblems] = useState<DraftProblems>({})
  const [failure, setFailure] = useState<{ sentence: string; theirs: RegistrationDetail | null } | null>(null)
  const [busy, setBusy] = useState(false)
  const peopleOnly = base !== null && !base.actions.includes('edit')
  const year = campaign?.year ?? 0
  const change = (part: Partial<RegistrationDraft>) => {
    setDraft({ ...draft, ...part })
    setProblems({})
  }

  const save = async () => {
    const body = bodyOf(draft, year)
    if (!isBody(body)) return setProblems(body)
    setBusy(true)
    setFailure(null)
    try {
      const saved = base
        ? await edit(base.registrationId, { ...body, revision: base.revision })
        : await register(campaignId, body)
      toast({ tone: 'good', text: base ? 'Đã lưu đăng ký.' : 'Đã đăng ký; Sở Nội vụ được báo.' })
      await navigate({ to: '/chuyen-de/$registrationId', params: { registrationId: saved.registrationId } })
    } catch (error) {
      const details = error instanceof Refusal && error.code === 'changed-meanwhile' ? error.details : null
      setFailure({
        sentence: sentenceOf(error),
        theirs: (details as { theirs?: RegistrationDetail } | null)?.theirs ?? null,
      })
      setBusy(false)
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Card>
        <div className={styles.form}>
          {peopleOnly && (
            <Message kind="note">
              Đăng ký đã có quyết định, nên nội dung và thời gian của đơn vị đã quyết định giữ như cũ. Sửa được người
              tham gia và đơn vị chưa được quyết định.
            </Message>
          )}
          <TextField
            label="Tên cuộc kiểm tra chuyên đề"
            required
            maxLength={500}
            disabled={peopleOnly}
            value={draft.title}
            error={problems.title}
            onChange={(title) => change({ title })}
          />
          <TextAreaField
            label="Nội dung kiểm tra"
            required
            rows={4}
            maxLength={5000}
            disabled={peopleOnly}
            value={draft.content}
            error={problems.content}
            onChange={(content) => change({ content })}
          />
          <TextAreaField
            label="Căn cứ"
            hint="Luật, nghị định, kế hoạch của ngành"
            rows={2}
            maxLength={5000}
            disabled={peopleOnly}
            value={draft.legalBasis}
            onChange={(legalBasis) => change({ legalBasis })}
          />
          <UnitRows
            units={draft.units}
            year={year}
            decided={decidedUnits(base)}
            error={problems.units}
            onChange={(units) => change({ units })}
          />
          <PeopleRows people={draft.people} onChange={(people) => change({ people })} />
          {!peopleOnly && (
            <fieldset>
              <legend>Lĩnh vực CCHC liên quan</legend>
              <div className={styles.fields}>
                {team.data?.fields.map(({ fieldKey, name }) => (
                  <CheckField
                    key={fieldKey}
                    label={name}
                    checked={draft.fieldKeys.includes(fieldKey)}
                    onChange={(checked) =>
                      change({
                        fieldKeys: checked
                          ? [...draft.fieldKeys, fieldKey]
                          : draft.fieldKeys.filter((key) => key !== fieldKey),
                      })
                    }
                  />
                ))}
              </div>
            </fieldset>
          )}
          {failure && (
            <Message kind="error" live>
              {failure.sentence}{' '}
              {failure.theirs && (
                <>
                  Bản đang có: “{failure.theirs.title}”, {failure.theirs.units.length} đơn vị.{' '}
                  <Button
                    size="s"
                    onClick={() => {
                      setBase(failure.theirs)
                      setDraft(draftOf(failure.theirs))
                      setFailure(null)
                    }}
                  >
                    Lấy bản đang có
                  </Button>{' '}
                  <Button
                    size="s"
                    onClick={() => {
                      setBase(failure.theirs)
                      setFailure(null)
                    }}
                  >
                    Giữ bản tôi viết
                  </Button>
                </>
              )}
            </Message>
          )}
          <Row justify="flex-end">
            <ButtonLink to="/chuyen-de">Hủy</ButtonLink>
            <Button type="submit" kind="primary" busy={busy}>
              {base ? 'Lưu đăng ký' : 'Đăng ký'}
            </Button>
          </Row>
        </div>
      </Card>
    </form>
  )
}

function decidedUnits(registration: RegistrationDetail | null): ReadonlySet<string> {
  const decided = registration?.units.filter(({ state }) => state !== 'registered' && state !== 'cancelled') ?? []
  return new Set(decided.map(({ unitCode }) => unitCode))
}
