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
    smtpUrl: null,
    mailFrom: null,
  })
  expect(
    readConfig({ PORT: '', DATA_DIR: ' ', DATABASE_URL: '', SMTP_URL: ' ', MAIL_FROM: '', HOST: ' ', PUBLIC_URL: '' }),
  ).toEqual(readConfig({}))
})

test('everything can be set', () => {
  const env = {
    PORT: '8080',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://cchc.example.vn/',
    DATA_DIR: 'dữ liệu/của tôi',
    DATABASE_URL: 'postgresql://a:b@db.example.vn/cchc?sslmode=require',
    SMTP_URL: 'smtps://tai-khoan:mat-khau@thu.example.vn:465',
    MAIL_FROM: 'Sở Nội vụ <cchc@example.vn>',
  }
  expect(readConfig(env, '/somewhere')).toEqual({
    port: 8080,
    host: '0.0.0.0',
    publicUrl: 'https://cchc.example.vn',
    dataDir: resolve('/somewhere/dữ liệu/của tôi'),
    databaseUrl: env.DATABASE_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
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
    ['SMTP_URL', 'thu.example.vn'],
    ['SMTP_URL', 'https://thu.example.vn'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'Sở Nội vụ'],
    ['MAIL_FROM', 'a@b, c@d'],
    ['MAIL_FROM', 'Sở Nội vụ <không phải địa chỉ>'],
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
    expect(() => readConfig({ SMTP_URL: 'http://a:bi-mat@host' })).toThrow(/^(?!.*bi-mat)/)
  })
})
