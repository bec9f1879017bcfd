import { useEffect, useRef, useState } from 'react'

/** What is used of the browser's own dictation, where it has one. */
interface Recognition {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: (event: { resultIndex: number; results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void
  onend: () => void
  onerror: (event: { error: string }) => void
  start(): void
  stop(): void
}
type Maker = new () => Recognition

function maker(): Maker | undefined {
  const here = globalThis as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker }
  return here.SpeechRecognition ?? here.webkitSpeechRecognition
}

const problems: Record<string, string> = {
  'not-allowed':
    'Trình duyệt chưa được phép dùng micrô. Cho phép trong cài đặt trang, hoặc dùng nút micrô trên bàn phím.',
  network: 'Trình duyệt này cần mạng để đọc ra chữ. Gõ chữ, hoặc dùng nút micrô trên bàn phím của máy.',
  'audio-capture': 'Không tìm thấy micrô trên máy này.',
}

/** Writing down what is spoken in Vietnamese, where the browser can; `onText` is given each finished piece. */
export function useDictation(onText: (text: string) => void) {
  const [isOn, setOn] = useState(false)
  const [problem, setProblem] = useState('')
  const running = useRef<Recognition | null>(null)
  const told = useRef(onText)
  told.current = onText
  useEffect(() => () => running.current?.stop(), [])
  const Program = maker()
  const toggle = () => {
    if (running.current) return running.current.stop()
    if (!Program) return
    const program = Object.assign(new Program(), { lang: 'vi-VN', continuous: true, interimResults: false })
    program.onresult = ({ resultIndex, results }) => {
      for (let at = resultIndex; at < results.length; at += 1) told.current(results[at]![0]!.transcript.trim())
    }
    program.onerror = ({ error }) => {
      if (error !== 'aborted' && error !== 'no-speech')
        setProblem(problems[error] ?? 'Không nghe ra được. Thử lại, hoặc gõ chữ.')
    }
    program.onend = () => {
      running.current = null
      setOn(false)
    }
    running.current = program
    setProblem('')
    setOn(true)
    program.start()
  }
  return { isKnown: Program !== undefined, isOn, problem, toggle }
}
