import type { Milp, MilpAnswer, SolveMilp } from '@cchc/domain/scheduling/milp.ts'
import highsModule, { type Highs, type Model } from 'highs'

/** Where a running search stands. */
export interface SearchState {
  readonly best: number
  readonly bound: number
}

/** The search ends here at the latest with its proven gap; counted in nodes, never in seconds, so that runs repeat exactly. */
const mostNodes = 5_000

// The package declares its types as CommonJS, while what Node loads is the module itself.
const loadHighs = highsModule as unknown as () => Promise<Highs>

/** Loads HiGHS. Solving blocks the thread it runs on: `onSearch` hears of a search under way, at HiGHS's own pace. */
export async function openSolver(onSearch: (state: SearchState) => void = () => undefined): Promise<SolveMilp> {
  const highs = await loadHighs()
  return (program) => {
    if (program.columns.length === 0) return answerOfNothing(program)
    return highs.withModel(modelData(program), (model) => {
      model.options.set({
        output_flag: false,
        random_seed: 0,
        mip_rel_gap: 0,
        mip_abs_gap: 1e-6,
        mip_max_nodes: mostNodes,
      })
      model.run({
        [highs.constants.callbackType.mipLogging]: ({ data }) => {
          onSearch({ best: data.mip_primal_bound ?? Infinity, bound: data.mip_dual_bound ?? -Infinity })
          return undefined
        },
      })
      return answerOf(model, highs.constants.modelStatus)
    })
  }
}

/** A program without columns, which HiGHS does not solve. */
function answerOfNothing({ rows }: Milp): MilpAnswer {
  if (rows.every(({ lower, upper }) => lower <= 0 && upper >= 0))
    return { status: 'optimal', objective: 0, bound: 0, values: [] }
  return { status: 'infeasible', objective: Infinity, bound: Infinity, values: [] }
}

function modelData({ columns, rows }: Milp) {
  const entries = rows.flatMap((row) => row.entries)
  let start = 0
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(() => 0),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    integrality: Int32Array.from(columns, ({ integer }) => Number(integer)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts: Int32Array.from([0, ...rows.map((row) => (start += row.entries.length))]),
      indices: Int32Array.from(entries, ([column]) => column),
      values: Float64Array.from(entries, ([, coefficient]) => coefficient),
    },
  }
}

/** Only what is proven is passed on; anything but an optimum, an infeasible program or a search cut short is a fault. */
function answerOf(
  model: Model,
  status: { optimal: number; infeasible: number; solutionLimit: number; iterationLimit: number },
): MilpAnswer {
  const ended = model.getModelStatus()
  const none = { objective: Infinity, bound: Infinity, values: [] }
  if (ended === status.infeasible) return { status: 'infeasible', ...none }
  const objective = model.getObjectiveValue()
  const values = model.getSolution().colValue
  if (ended === status.optimal) return { status: 'optimal', objective, bound: boundOf(model, objective), values }
  if ((ended === status.solutionLimit || ended === status.iterationLimit) && Number.isFinite(objective))
    return { status: 'feasible', objective, bound: boundOf(model, objective), values }
  throw new Error(`HiGHS ended with status ${ended}`)
}

function boundOf(model: Model, objective: number): number {
  return Math.min(objective, Number(model.info.get('mip_dual_bound')))
}
