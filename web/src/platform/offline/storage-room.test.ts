import { describe, expect, it } from 'vitest'
import { askToKeep, storeProblem } from './storage-room.ts'

const fails = async () => {
  throw new Error('forbidden')
}

describe('asking the browser to keep what is stored', () => {
  it.each([
    ['it has promised before', { persisted: async () => true, persist: fails }, null],
    ['it promises now', { persisted: async () => false, persist: async () => true }, null],
    ['it refuses', { persisted: async () => false, persist: async () => false }, /có thể tự xóa/],
    ['it fails', { persisted: fails }, /có thể tự xóa/],
    ['it cannot promise', {}, /có thể tự xóa/],
    ['it has no such thing (plain http)', undefined, /có thể tự xóa/],
  ])('%s', async (_, storage, sentence) => {
    const said = await askToKeep(storage)
    if (sentence === null) expect(said).toBeNull()
    else expect(said).toMatch(sentence)
  })
})

const named = (name: string, more: object = {}) => Object.assign(new Error(name), { name }, more)

it.each([
  ['no room left', named('QuotaExceededError'), /hết chỗ trống/],
  ['no room left, said in a wrapping', named('AbortError', { inner: named('QuotaExceededError') }), /hết chỗ trống/],
  ['no room left for one of many', named('BulkError', { failures: [named('QuotaExceededError')] }), /hết chỗ trống/],
  ['storage is forbidden', named('OpenFailedError', { inner: named('SecurityError') }), /ẩn danh/],
  ['there is no store', named('MissingAPIError'), /ẩn danh/],
  ['anything else', new Error('?'), /Chưa lưu được/],
  ['not even an error', null, /Chưa lưu được/],
])('%s is said in a sentence', (_, error, sentence) => {
  expect(storeProblem(error)).toMatch(sentence)
})
