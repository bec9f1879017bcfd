import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import pdfmake from 'pdfmake'
import { pdfFont, pdfPages } from './pdf-pages.ts'

// Runs in a thread of its own: setting a long paper takes a second, in which nobody else's request should wait.
const fontOf = (style: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`))
/** Tinos has the measures of Times New Roman and every Vietnamese letter. */
const faces = {
  normal: fontOf('400Regular'),
  bold: fontOf('700Bold'),
  italics: fontOf('400Regular_Italic'),
  bolditalics: fontOf('700Bold_Italic'),
}
pdfmake.setFonts({ [pdfFont]: faces })
// A paper's only pictures are drawn signatures, which it brings with it; nothing but the four faces is ever opened.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => Object.values(faces).includes(path))

const bytes: Uint8Array = await pdfmake.createPdf(pdfPages(workerData as Paper)).getBuffer()
parentPort?.postMessage(new Uint8Array(bytes))
