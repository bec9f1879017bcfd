/** The same words with a capital letter at their beginning, the rest as it is: "còn 3 ngày" → "Còn 3 ngày". */
export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
