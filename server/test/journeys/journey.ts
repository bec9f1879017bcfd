import type { TestHouse } from '../house.ts'

/** One thing that somebody does in a story; `run` does it over HTTP and fails when it does not come out as told. */
export interface Step<Story> {
  /** When it happens, in Vietnam: "2026-07-14 08:00". The house's clock stands there while the step runs. */
  readonly at: string
  readonly who: string
  /** What happens, in one English sentence. */
  readonly does: string
  run(house: TestHouse, story: Story): Promise<void>
}

/** A story of the product as data: run as a test, and printed as documentation. */
export interface Journey<Story> {
  readonly name: string
  readonly title: string
  readonly prose: string
  /** Who takes part, and as what. */
  readonly people: Readonly<Record<string, string>>
  /** What the story knows of itself while it runs; empty at the start. */
  begin(house: TestHouse): Promise<Story>
  readonly steps: readonly Step<Story>[]
}

/** The instant of a step. */
export function instantOf({ at }: Pick<Step<never>, 'at'>): string {
  return new Date(`${at.replace(' ', 'T')}:00+07:00`).toISOString()
}

/** The story as a page of Markdown. */
export function printJourney<Story>({ title, prose, people, steps }: Journey<Story>): string {
  return [
    `# ${title}`,
    '',
    prose,
    '',
    '| who | as |',
    '|---|---|',
    ...Object.entries(people).map(([who, role]) => `| ${who} | ${role} |`),
    '',
    '| when | who | what happens |',
    '|---|---|---|',
    ...steps.map(({ at, who, does }) => `| ${at} | ${who} | ${does} |`),
    '',
  ].join('\n')
}
