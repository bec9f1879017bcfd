import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ComboOption } from '../ui/ComboField.tsx'
import { unitsQuery } from './data.ts'

const typeNames = { department: 'sở, ban, ngành', ward: 'phường', commune: 'xã', 'special-zone': 'đặc khu' } as const

/** Every unit of the catalogue, to be chosen by typing part of its name. */
export function useUnitOptions(): ComboOption[] {
  const { data } = useQuery(unitsQuery)
  return useMemo(
    () =>
      (data?.units ?? []).map(({ code, fullName, type }) => ({
        value: code,
        label: fullName,
        note: type === 'department' ? typeNames[type] : `mã ${code}`,
      })),
    [data],
  )
}

/** The departments alone: those that can send people to the team or lead a field. */
export function useAgencyOptions(): ComboOption[] {
  const { data } = useQuery(unitsQuery)
  return useMemo(
    () =>
      (data?.units ?? [])
        .filter(({ type }) => type === 'department')
        .map(({ code, fullName }) => ({ value: code, label: fullName })),
    [data],
  )
}

/** The catalogue's full name of a code; the code itself while the catalogue is on its way. */
export function useUnitNames(): (code: string) => string {
  const { data } = useQuery(unitsQuery)
  return useMemo(() => {
    const names = new Map((data?.units ?? []).map(({ code, fullName }) => [code, fullName]))
    return (code: string) => names.get(code) ?? code
  }, [data])
}
