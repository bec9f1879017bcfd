import { useNavigate, useSearch } from '@tanstack/react-router'

/** One word of the address's search part, such as which tab is open, so that what is seen can be sent as a link. */
export function useWord(name: string): [string, (word: string) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const value = search[name]
  const change = (word: string) => {
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: ({ [name]: _, ...others }: Record<string, unknown>) => (word ? { ...others, [name]: word } : others),
    })
  }
  return [value === undefined || value === null ? '' : String(value), change]
}
