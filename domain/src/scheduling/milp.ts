/** A mixed-integer program to be minimised. Bounds may be infinite; `entries` are pairs of column and coefficient. */
export interface Milp {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}
export interface Column {
  readonly cost: number
  readonly upper: number
  readonly integer: boolean
}
export interface Row {
  readonly lower: number
  readonly upper: number
  readonly entries: readonly (readonly [column: number, coefficient: number])[]
}

/** `bound` is proven: nothing feasible is cheaper. `values` belong to the best solution found, empty when there is none. */
export interface MilpAnswer {
  readonly status: 'optimal' | 'feasible' | 'infeasible'
  readonly objective: number
  readonly bound: number
  readonly values: ArrayLike<number>
}

/** The kept solver, handed in from outside; columns start at zero. The same program gives the same answer. */
export type SolveMilp = (program: Milp) => MilpAnswer

/** Writes a program column by column and row by row. */
export function milpWriter() {
  const columns: Column[] = []
  const rows: Row[] = []
  return {
    program: { columns, rows } satisfies Milp,
    column(cost: number, upper: number, integer = true): number {
      return columns.push({ cost, upper, integer }) - 1
    },
    /** A row, unless nothing stands in it and nothing is asked of it. */
    row(lower: number, entries: Row['entries'], upper: number): void {
      if (entries.length > 0 || lower > 0 || upper < 0) rows.push({ lower, entries, upper })
    },
  }
}
