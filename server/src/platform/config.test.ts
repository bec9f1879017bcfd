import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('everything has a default', () => {
  expect(readConfig({}, '/somewhere')).toEqual({
    port: 3000,
    host: 'localhost',
    publicUrl: 'http://localhost:3000',
    dataDir: resolve('/somewhere/data'),
    databaseUrl: null,
  })
  expect(readConfig({ PORT: '', DATA_DIR: ' ', DATABASE_URL: '', HOST: ' ', PUBLIC_URL: '' })).toEqual(readConfig({}))
})

test('everything can be set', () => {
  const env = {
    PORT: '8080',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://cchc.example.vn/',
    DATA_DIR: 'dữ liệu/của tôi',
    DATABASE_URL: 'postgresql://a:b@db.example.vn/cchc?sslmode=require',
  }
  expect(readConfig(env, '/somewhere')).toEqual({
    port: 8080,
    host: '0.0.0.0',
    publicUrl: 'https://cchc.example.vn',
    dataDir: resolve('/somewhere/dữ liệu/của tôi'),
    databaseUrl: env.DATABASE_URL,
  })
})

describe('nonsense is refused by the name of its setting', () => {
  test.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['PORT', '3000 4000'],
    ['DATA_DIR', 'a\0b'],
    ['DATABASE_URL', 'localhost'],
    ['DATABASE_URL', 'mysql://a:b@host/db'],
    ['DATABASE_URL', 'postgres://host'],
    ['PUBLIC_URL', 'cchc.example.vn'],
    ['PUBLIC_URL', 'ftp://cchc.example.vn'],
    ['PUBLIC_URL', 'https://example.vn/cchc'],
  ])('%s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      expect.objectContaining({ name: 'StartProblem', message: expect.stringContaining(name) }),
    )
  })

  test('a password is not repeated', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgres://a:bi-mat@host' })).toThrow(/^(?!.*bi-mat)/)
  })
})
