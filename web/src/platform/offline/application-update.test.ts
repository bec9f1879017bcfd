import { expect, it } from 'vitest'
import { watchApplication } from './application-update.ts'

class Worker extends EventTarget {
  state = 'installing'
  readonly heard: string[] = []
  postMessage(word: string) {
    this.heard.push(word)
  }
  become(state: string) {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}
class Registration extends EventTarget {
  waiting: Worker | null = null
  installing: Worker | null = null
  update = async () => undefined
  bring(worker: Worker) {
    this.installing = worker
    this.dispatchEvent(new Event('updatefound'))
    worker.become('installed')
  }
}

async function house({ controlled = true, waiting = null as Worker | null, refuses = false } = {}) {
  const registration = new Registration()
  registration.waiting = waiting
  let reloads = 0
  const workers = Object.assign(new EventTarget(), {
    controller: controlled ? {} : null,
    register: async () => {
      if (refuses) throw new Error('forbidden')
      return registration
    },
  })
  let told = 0
  const desk = watchApplication(
    workers,
    () => {
      reloads += 1
    },
    2 ** 30,
  )
  desk.subscribe(() => {
    told += 1
  })
  await new Promise((resolve) => setTimeout(resolve))
  const exchanged = () => workers.dispatchEvent(new Event('controllerchange'))
  return { desk, registration, exchanged, reloads: () => reloads, told: () => told }
}

it('says nothing when the application is installed for the first time', async () => {
  const { desk, registration, exchanged, reloads } = await house({ controlled: false })
  registration.bring(new Worker())
  exchanged()
  expect([desk.isWaiting, reloads()]).toEqual([false, 0])
})

it('lets a newer worker wait until a person takes it, and loads the page again only then', async () => {
  const { desk, registration, exchanged, reloads, told } = await house()
  const newer = new Worker()
  registration.bring(newer)
  expect([desk.isWaiting, told(), newer.heard, reloads()]).toEqual([true, 1, [], 0])
  // Another page of this browser exchanged it: this one may be in the middle of a visit.
  exchanged()
  expect(reloads()).toBe(0)
  desk.takeOver()
  expect(newer.heard).toEqual(['take-over'])
  exchanged()
  expect(reloads()).toBe(1)
})

it('finds one that has waited since an earlier visit', async () => {
  const { desk } = await house({ waiting: new Worker() })
  expect(desk.isWaiting).toBe(true)
})

it('goes on without a worker where the browser forbids them', async () => {
  const { desk } = await house({ refuses: true })
  expect(desk.isWaiting).toBe(false)
})
