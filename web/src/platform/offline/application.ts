import { type UpdateDesk, watchApplication } from './application-update.ts'
import { noteUpdate } from './update-waiting.ts'

/** The service worker of this page; tells the frame once a newer version of the application lies ready. */
export function startApplication(): UpdateDesk {
  const desk = watchApplication(navigator.serviceWorker, () => location.reload())
  desk.subscribe(() => noteUpdate(desk))
  return desk
}
