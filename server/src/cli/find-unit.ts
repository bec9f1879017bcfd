import type { Call, Command } from './command.ts'

/** `cchc unit find`: looks a unit up in the catalogue. */
export const findUnit: Command = {
  name: 'unit find',
  usage: 'NAME [--json]',
  summary: { vi: 'Tìm đơn vị trong danh mục theo tên.', en: 'Find a unit of the catalogue by name.' },
  help: {
    vi: [
      '  NAME        tên hoặc một phần tên, có dấu hay không dấu, hoặc mã đơn vị',
      '  --json      trả lời dạng JSON',
      'Dùng danh mục của phần mềm đang chạy ở đây nếu có, nếu không thì dùng danh mục kèm theo.',
    ].join('\n'),
    en: [
      '  NAME        a name or part of one, with or without diacritics, or a unit code',
      '  --json      answer as JSON',
      "Uses the running installation's catalogue where there is one, else the shipped one.",
    ].join('\n'),
  },
  options: { json: { type: 'boolean' } },
  words: { least: 1, most: 20 },
  run: listHits,
}

async function listHits(call: Call): Promise<0 | 1> {
  const [{ searchUnits }, { unitFullName }, { readCatalogue }] = await Promise.all([
    import('@cchc/domain/units/match.ts'),
    import('@cchc/domain/units/unit.ts'),
    import('./installation.ts'),
  ])
  const query = call.words.join(' ')
  const { source, units } = await readCatalogue(call)
  const found = searchUnits(query, units).map(({ unit, rank }) => ({
    ...unit,
    fullName: unitFullName(unit),
    match: rank,
  }))
  if (call.options.json) call.print(JSON.stringify({ query, catalogue: source, units: found }, null, 2))
  else for (const unit of found) call.print(`${unit.code.padEnd(10)}${unit.fullName}`)
  if (found.length > 0) return 0
  call.remark(`Không tìm thấy đơn vị nào giống "${query}" trong danh mục ${units.length} đơn vị.`)
  return 1
}
