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
    clamav: null,
    s3: null,
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
    CLAMAV_URL: 'tcp://quet.example.vn:3310',
    S3_ENDPOINT: 'https://kho.example.vn',
    S3_BUCKET: 'kiem-tra-cchc',
    S3_ACCESS_KEY_ID: 'khoa',
    S3_SECRET_ACCESS_KEY: 'bi-mat',
  }
  expect(readConfig(env, '/somewhere')).toEqual({
    port: 8080,
    host: '0.0.0.0',
    publicUrl: 'https://cchc.example.vn',
    dataDir: resolve('/somewhere/dữ liệu/của tôi'),
    databaseUrl: env.DATABASE_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    clamav: { host: 'quet.example.vn', port: 3310 },
    s3: {
      endpoint: env.S3_ENDPOINT,
      bucket: env.S3_BUCKET,
      region: 'us-east-1',
      accessKeyId: 'khoa',
      secretAccessKey: 'bi-mat',
    },
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
    ['CLAMAV_URL', 'quet.example.vn'],
    ['CLAMAV_URL', 'tcp://quet.example.vn'],
    ['CLAMAV_URL', 'tcp://quet.example.vn:99999'],
    ['S3_ENDPOINT', 'kho.example.vn'],
    ['S3_BUCKET', 'Kho Của Tôi'],
    ['PUBLIC_URL', 'cchc.example.vn'],
    ['PUBLIC_URL', 'ftp://cchc.example.vn'],
    ['PUBLIC_URL', 'https://example.vn/cchc'],
  ])('%s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      expect.objectContaining({ name: 'StartProblem', message: expect.stringContaining(name) }),
    )
  })

  test('half an object store is named by what it lacks, without its keys', () => {
    const half = { S3_ENDPOINT: 'https://kho.example.vn', S3_SECRET_ACCESS_KEY: 'bi-mat' }
    expect(() => readConfig(half)).toThrow(/^(?!.*bi-mat).*thiếu S3_BUCKET, S3_ACCESS_KEY_ID\./)
    expect(() => readConfig({ S3_BUCKET: 'kho', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' })).toThrow(
      /S3_REGION/,
    )
  })

  test('a password is not repeated', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgres://a:bi-mat@host' })).toThrow(/^(?!.*bi-mat)/)
    expect(() => readConfig({ SMTP_URL: 'http://a:bi-mat@host' })).toThrow(/^(?!.*bi-mat)/)
  })
})
