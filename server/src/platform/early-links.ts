import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSession } from '@cchc/domain/accounts/contract.ts'
import { getSelfReport } from '@cchc/domain/self-reports/contract.ts'

/** What the slowest page to open asks for first, besides who is signed in. */
const asked: Readonly<Record<string, string>> = {
  '/bao-cao/$inspectionId': getSelfReport.path.replace(':inspectionId', '$inspectionId'),
}

/**
 * Reads the bundle's `pages.json`. Gives for an address the `Link` header of its page: the files of its code and what it asks
 * the server for, so that they come while the application is still being read; undefined for an address without such a page.
 * A stranger's page asks nothing, since it would be refused.
 */
export async function earlyLinks(folder: string): Promise<(path: string, isStranger: boolean) => string | undefined> {
  const written = await readFile(join(folder, 'pages.json'), 'utf8').catch(() => '{}')
  const pages = Object.entries(JSON.parse(written) as Record<string, string[]>).map(([address, files]) => ({
    names: [...address.matchAll(/\$(\w+)/g)].map(([, name]) => name!),
    pattern: new RegExp(`^${address.replace(/\$\w+/g, '([\\w-]+)')}$`),
    code: files.map((file) => `<${file}>; rel=modulepreload`),
    data: asked[address],
  }))
  return (path, isStranger) => {
    const page = pages.find(({ pattern }) => pattern.test(path))
    if (!page) return undefined
    const [, ...values] = page.pattern.exec(path)!
    const data = page.names.reduce((text, name, at) => text?.replace(`$${name}`, values[at]!), page.data)
    const questions = [readSession.path, ...(data === undefined || isStranger ? [] : [data])]
    return [...page.code, ...questions.map((address) => `</api${address}>; rel=preload; as=fetch; crossorigin`)].join(
      ', ',
    )
  }
}
