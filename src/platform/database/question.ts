import type { Compilable, CompiledQuery } from 'kysely'
import type { Scope } from './desk.ts'
import { connectionOf, type ScopedQueries } from './scope-dialect.ts'

/**
 * A question of a page that is asked all day: building and compiling it costs more than sending it, so its words are made once for each
 * choice of them, with stand-ins for the values. `undefined` and yes or no choose; into a value, `build` neither looks nor reckons with it,
 * but puts it where it belongs.
 *
 *     const peopleOf = question((queries, { caseId }: { caseId: Id }) =>
 *       queries.selectFrom('party').select('person_id').where('case_id', '=', caseId))
 *     const rows = await peopleOf(scope, { caseId })
 */
export function question<Values extends object, Row>(
  build: (queries: ScopedQueries, values: Values) => Compilable<Row>,
): (scope: Pick<Scope, 'queries'>, values: Values) => Promise<Row[]> {
  const made = new Map<string, Made<Row>>()
  return async ({ queries }, values) => {
    const choice = choiceOf(values)
    const known: Made<Row> = made.get(choice) ?? make(queries, build, values)
    made.set(choice, known)
    const parameters = known.parameters.map((it) => (it instanceof StandIn ? values[it.name as keyof Values] : it))
    return (await connectionOf(queries).executeQuery<Row>({ ...known.query, parameters })).rows
  }
}

class StandIn {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

interface Made<Row> {
  readonly query: CompiledQuery<Row>
  readonly parameters: readonly unknown[]
}

const isChoice = (value: unknown) => value === undefined || typeof value === 'boolean'
const choiceOf = (values: object) =>
  Object.entries(values)
    .map(([name, value]) => {
      if (value === null) throw new TypeError(`${name} has no value to ask with`)
      return isChoice(value) ? `${name}=${value}` : name
    })
    .join()

/** A list stands for itself by a list of one, which the dialect keeps together. */
function make<Values extends object, Row>(
  queries: ScopedQueries,
  build: (queries: ScopedQueries, values: Values) => Compilable<Row>,
  values: Values,
): Made<Row> {
  const standing = Object.entries(values).map(([name, value]) => {
    if (isChoice(value)) return [name, value]
    return [name, Array.isArray(value) ? [new StandIn(name)] : new StandIn(name)]
  })
  const query = build(queries, Object.fromEntries(standing) as Values).compile()
  const parameters = query.parameters.map((it) => (Array.isArray(it) && it[0] instanceof StandIn ? it[0] : it))
  return { query, parameters }
}
