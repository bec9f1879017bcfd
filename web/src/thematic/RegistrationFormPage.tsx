import type { RegistrationDetail } from '@cchc/domain/thematic/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useSession } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { registrationQuery } from './data.ts'
import { RegistrationForm } from './RegistrationForm.tsx'

/** Registering a thematic inspection, or changing one that is registered. */
export default function RegistrationFormPage() {
  const { registrationId } = useParams({ strict: false })
  const { campaign } = useSession()
  const above = <Link to="/chuyen-de">Kiểm tra chuyên đề</Link>
  if (registrationId) return <Edited registrationId={registrationId} above={above} />
  return (
    <Page title="Đăng ký kiểm tra chuyên đề" above={above} narrow>
      {campaign && <RegistrationForm campaignId={campaign.campaignId} registration={null} />}
    </Page>
  )
}

function Edited({ registrationId, above }: { registrationId: string; above: React.ReactNode }) {
  const { data, error } = useQuery(registrationQuery(registrationId))
  if (error && !data) throw error
  return (
    <Page title="Sửa đăng ký chuyên đề" above={above} subtitle={data?.title} narrow>
      {data ? (
        <RegistrationForm campaignId={data.campaignId} registration={data as RegistrationDetail} />
      ) : (
        <Card>
          <Skeleton lines={8} />
        </Card>
      )}
    </Page>
  )
}
