import { useEffect, useRef, useState } from 'react'

/** Reading aloud by the browser, where it can; a Vietnamese voice where there is one. */
export function useSpeech(text: string, onRead: () => boolean) {
  const [isOn, setOn] = useState(false)
  const [problem, setProblem] = useState('')
  const whenRead = useRef(onRead)
  whenRead.current = onRead
  const isKnown = typeof window !== 'undefined' && 'speechSynthesis' in window

  useEffect(() => {
    if (!isOn || !isKnown) return
    const voice = speechSynthesis.getVoices().find(({ lang }) => /^vi\b/i.test(lang))
    const words = new SpeechSynthesisUtterance(text)
    words.lang = 'vi-VN'
    if (voice) words.voice = voice
    words.rate = 0.95
    words.onend = () => {
      if (!whenRead.current()) setOn(false)
    }
    words.onerror = ({ error }) => {
      if (error === 'interrupted' || error === 'canceled') return
      setOn(false)
      setProblem('Máy này không đọc thành tiếng được. Hãy đọc theo chữ trên màn hình.')
    }
    speechSynthesis.speak(words)
    return () => {
      words.onend = null
      speechSynthesis.cancel()
    }
  }, [isOn, isKnown, text])

  const toggle = () => {
    const voices = isKnown ? speechSynthesis.getVoices() : []
    setProblem(
      !isOn && voices.length > 0 && !voices.some(({ lang }) => /^vi\b/i.test(lang))
        ? 'Máy chưa có giọng đọc tiếng Việt nên có thể đọc sai dấu.'
        : '',
    )
    setOn(!isOn)
  }
  return { isKnown, isOn, problem, toggle }
}
