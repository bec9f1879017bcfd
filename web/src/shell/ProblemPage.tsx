import { IconAlertTriangle, IconMapOff } from '@tabler/icons-react'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Refusal, sentenceOf } from '../platform/refusal.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Row } from '../ui/Layout.tsx'
import { Page } from '../ui/Page.tsx'

/** A part of the application that the server no longer has: it was updated while this page stood open. */
const isOldPart = (error: unknown) =>
  error instanceof Error &&
  /dynamically imported module|Importing a module script failed|preload CSS/i.test(error.message)

const updated = 'Phần mềm vừa được cập nhật trong lúc trang này đang mở. Hãy tải lại trang; những gì đã lưu vẫn còn.'

/** A no that stays a no, by its status: nothing to be tried again. */
const titles: Record<number, string> = { 403: 'Trang này dành cho vai trò khác', 404: 'Không thấy hồ sơ này' }

/** Stands where a page could not be shown: what happened, in a sentence, and the ways out. */
export function ProblemPage({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) {
  const mustReload = isOldPart(error) || !(error instanceof Refusal) || error.code === 'other-version'
  const finalTitle = error instanceof Refusal ? titles[error.status] : undefined
  return (
    <Page title="Không mở được trang này">
      <Card>
        <EmptyState
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={finalTitle ?? 'Đã có trục trặc'}
          action={
            <Row justify="center">
              {!finalTitle && (
                <Button kind="primary" onClick={() => (mustReload ? location.reload() : reset())}>
                  {mustReload ? 'Tải lại trang' : 'Thử lại'}
                </Button>
              )}
              <ButtonLink kind={finalTitle ? 'primary' : 'plain'} to="/">
                Về trang đầu
              </ButtonLink>
            </Row>
          }
        >
          {isOldPart(error) ? updated : sentenceOf(error)}
        </EmptyState>
      </Card>
    </Page>
  )
}

/** Stands at an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title="Không có trang này">
      <Card>
        <EmptyState
          icon={<IconMapOff aria-hidden="true" />}
          title="Địa chỉ này không dẫn tới đâu"
          action={
            <ButtonLink kind="primary" to="/">
              Về trang đầu
            </ButtonLink>
          }
        >
          Có thể đường dẫn bị gõ thiếu, hoặc hồ sơ đã được chuyển. Tìm đơn vị hoặc văn bản bằng ô tìm phía trên (Ctrl
          K).
        </EmptyState>
      </Card>
    </Page>
  )
}
