/** The letters that number points (điểm): the Vietnamese alphabet without f, j, w, z and the letters with marks. */
const pointLetters = 'abcdđeghiklmnopqrstuvxy'

/** The label of the n-th point, n from 1: "a)", "b)", … "đ)", … and "aa)" after "y)". Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I. */
export function pointLabel(n: number): string {
  const letter = pointLetters[(n - 1) % pointLetters.length] as string
  return `${letter.repeat(Math.ceil(n / pointLetters.length))})`
}

const romanParts: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** A Roman numeral for 1 to 399, as sections and appendices bear. */
export function romanNumeral(n: number): string {
  let rest = n
  let numeral = ''
  for (const [value, letters] of romanParts) {
    while (rest >= value) {
      numeral += letters
      rest -= value
    }
  }
  return numeral
}
