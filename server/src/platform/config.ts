import { resolve } from 'node:path'
import type { S3Settings } from './object-store.ts'
import { StartProblem } from './start-problem.ts'

/** The settings of one installation; all of them come from the environment, all of them have a default. */
export type Config = {
  /** TCP port the web server listens on. `PORT`, 3000. */
  port: number
  /** Address it listens on. `HOST`, localhost: reachable from this machine alone; `0.0.0.0` is every address of it. */
  host: string
  /** How browsers reach it, without a trailing slash. `PUBLIC_URL`, http://localhost and the port. */
  publicUrl: string
  /** Absolute path of the folder with the database and the files. `DATA_DIR`, `./data`. */
  dataDir: string
  /** An outside PostgreSQL; null starts the embedded one in `dataDir`. `DATABASE_URL`. */
  databaseUrl: string | null
  /** The mail server; null keeps mail queued. `SMTP_URL`, such as smtp://may-chu:25 or smtps://tai-khoan:mat-khau@may-chu:465. */
  smtpUrl: string | null
  /** Who mail is from: an address, or "Tên <địa chỉ>". `MAIL_FROM`; null is an address of PUBLIC_URL's host. */
  mailFrom: string | null
  /** A virus scanner (clamd) that every file sent is shown to; null opens files unscanned. `CLAMAV_URL`, such as tcp://may-chu:3310. */
  clamav: { host: string; port: number } | null
  /** An S3-compatible service for files; null keeps them in `dataDir`. `S3_ENDPOINT`, `S3_BUCKET`, `S3_REGION`, `S3_ACCESS_KEY_ID`, `S3_SECRET_ACCESS_KEY`. */
  s3: S3Settings | null
}

/** Reads the settings; refuses nonsense with a `StartProblem` that names the setting. */
export function readConfig(env: Record<string, string | undefined>, workingDir = process.cwd()): Config {
  const port = readPort(env.PORT)
  return {
    port,
    host: env.HOST?.trim() || 'localhost',
    publicUrl: readPublicUrl(env.PUBLIC_URL) ?? `http://localhost:${port}`,
    dataDir: resolve(workingDir, readPath(env.DATA_DIR) ?? 'data'),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    smtpUrl: readSmtpUrl(env.SMTP_URL),
    mailFrom: readMailFrom(env.MAIL_FROM),
    clamav: readClamavUrl(env.CLAMAV_URL),
    s3: readS3(env),
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined || text.trim() === '') return 3000
  const port = Number(text)
  if (/^\d+$/.test(text.trim()) && port >= 1 && port <= 65535) return port
  throw new StartProblem(`PORT phải là một số từ 1 đến 65535, đang là "${text}".`)
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash) return url.origin
  throw new StartProblem(`PUBLIC_URL phải có dạng https://tên-máy-chủ, đang là "${text}".`)
}

function readPath(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined
  if (text.includes('\0')) throw new StartProblem('DATA_DIR có ký tự không dùng được trong đường dẫn.')
  return text
}

function readDatabaseUrl(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return text.trim()
  // The value may hold a password, so it is not repeated.
  throw new StartProblem('DATABASE_URL phải có dạng postgres://tài-khoản:mật-khẩu@máy-chủ:5432/tên-cơ-sở-dữ-liệu.')
}

function readSmtpUrl(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined
  if (url && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return text.trim()
  // The value may hold a password, so it is not repeated.
  throw new StartProblem('SMTP_URL phải có dạng smtp://máy-chủ:25 hoặc smtps://tài-khoản:mật-khẩu@máy-chủ:465.')
}

const mailAddress = /^[^\s<>@,;"]+@[^\s<>@,;"]+$/

function readMailFrom(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null
  const [, name, address] = /^(?:([^<>\r\n]*)<([^<>]+)>)$/.exec(text.trim()) ?? []
  if (mailAddress.test(address ?? text.trim()))
    return name === undefined ? text.trim() : `${name.trim()} <${address}>`.trim()
  throw new StartProblem(`MAIL_FROM phải là một địa chỉ thư, ví dụ "Sở Nội vụ <cchc@tên-miền>", đang là "${text}".`)
}

function readClamavUrl(text: string | undefined): { host: string; port: number } | null {
  if (text === undefined || text.trim() === '') return null
  const [, host, port] = /^tcp:\/\/(\[[0-9a-f:]+\]|[^/:@\s]+):(\d{1,5})\/?$/i.exec(text.trim()) ?? []
  if (host && Number(port) >= 1 && Number(port) <= 65535)
    return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
  throw new StartProblem(`CLAMAV_URL phải có dạng tcp://máy-chủ:3310, đang là "${text}".`)
}

/** All of it or nothing: half a setting would keep files where nobody looks for them. Keys are never repeated in a sentence. */
function readS3(env: Record<string, string | undefined>): S3Settings | null {
  const given = (name: string) => env[name]?.trim() || null
  const names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
  if (names.every((name) => !given(name))) return null
  const endpoint = given('S3_ENDPOINT')
  const url = endpoint && URL.canParse(endpoint) ? new URL(endpoint) : undefined
  if (endpoint && !(url && /^https?:$/.test(url.protocol) && !url.username && !url.search))
    throw new StartProblem(`S3_ENDPOINT phải có dạng https://máy-chủ-lưu-trữ, đang là "${endpoint}".`)
  const bucket = given('S3_BUCKET')
  if (bucket && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw new StartProblem(
      `S3_BUCKET phải là tên kho gồm 3–63 chữ thường, số, dấu chấm, gạch nối, đang là "${bucket}".`,
    )
  const [accessKeyId, secretAccessKey] = [given('S3_ACCESS_KEY_ID'), given('S3_SECRET_ACCESS_KEY')]
  const region = given('S3_REGION') ?? (endpoint ? 'us-east-1' : null)
  if (bucket && accessKeyId && secretAccessKey && region)
    return { endpoint, bucket, region, accessKeyId, secretAccessKey }
  const missing = [
    ...(bucket ? [] : ['S3_BUCKET']),
    ...(accessKeyId ? [] : ['S3_ACCESS_KEY_ID']),
    ...(secretAccessKey ? [] : ['S3_SECRET_ACCESS_KEY']),
    ...(region ? [] : ['S3_REGION (hoặc S3_ENDPOINT)']),
  ]
  throw new StartProblem(
    `Lưu tệp trên S3 còn thiếu ${missing.join(', ')}. Đặt đủ, hoặc bỏ hết các biến S3_… để lưu trong DATA_DIR.`,
  )
}
