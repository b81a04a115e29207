import type { Writable } from 'node:stream'
import { Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg'
import type { Id } from '../../values/ids.ts'
import { isId } from '../../values/ids.ts'
import { queriesOn, type ScopedQueries, type Sender, statementName } from './scope-dialect.ts'
import { valueTypes } from './value-types.ts'

/** The commit answered ROLLBACK: an error was swallowed inside the scope and nothing was kept. */
export class LostTransaction extends Error {
  override name = 'LostTransaction'
}

export interface ScopeOpening {
  /** The database role that the transaction takes. */
  readonly role: string
  readonly actor: Id | null
  /** Narrows row rules to one case. */
  readonly caseId?: Id | undefined
  readonly now: Temporal.Instant
  /** Writes wait for the disk at commit. Reads need not: a crash may lose the last moments of the read log, nothing else. */
  readonly writes: boolean
}

/** What is written last, when nothing depends on its answer: it travels in one packet with the commit. */
export interface ClosingStatement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** How the work in a scope ended. `keep` false rolls back what was done. */
export interface ScopeEnd<Result> {
  readonly keep: boolean
  readonly result: Result
  readonly closing?: readonly ClosingStatement[]
}

export function openPool(url: string, size: number, onError: (error: Error) => void): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    types: valueTypes,
    connectionTimeoutMillis: 5_000,
    pipeline: true,
  } as ConstructorParameters<typeof Pool>[0])
  pool.on('error', onError)
  return pool
}

/**
 * Runs `work` in one transaction that has taken a purpose's role and names the actor. The opening travels in one packet with the
 * first query, the closing with the commit. Throws what the work or the database throws, after rolling back.
 */
export async function inScope<Result>(
  pool: Pool,
  opening: ScopeOpening,
  work: (queries: ScopedQueries) => Promise<ScopeEnd<Result>>,
): Promise<Result> {
  const settings = settingsOf(opening)
  const client = await pool.connect()
  client.on('error', ignore)
  const transaction = new Transaction(client, settings)
  const { queries, end } = queriesOn(transaction, opening.role, { onlyReads: !opening.writes })
  let broken = true
  const onEnded = () => {
    broken = false
  }
  try {
    const outcome = await workOrRollBack(transaction, () => work(queries).finally(end), onEnded)
    if (outcome.keep) {
      const committed = commit(transaction, opening.role, outcome.closing ?? [])
      // After the answer to a commit no transaction is open, whatever it said.
      await committed.answered.then(onEnded, ignore)
      await committed.done
    } else {
      await transaction.query('ROLLBACK')
      onEnded()
    }
    return outcome.result
  } finally {
    client.off('error', ignore)
    client.release(broken)
  }
}

const ignore = () => {}

/** A transaction that begins with its first statement. */
class Transaction implements Sender {
  readonly #client: PoolClient
  readonly #settings: QueryConfig
  #opened: Promise<unknown> | null = null

  constructor(client: PoolClient, settings: QueryConfig) {
    this.#client = client
    this.#settings = settings
  }

  /** Fails as the opening did. */
  get opened(): Promise<unknown> {
    return this.#opened ?? Promise.resolve()
  }

  query(statement: string | QueryConfig): Promise<QueryResult> {
    return this.inOnePacket(() => {
      this.#opened ??= this.#open()
      return this.#client.query(statement)
    })
  }

  #open(): Promise<unknown> {
    const begun = this.#client.query('BEGIN')
    const set = this.#client.query(this.#settings)
    const opened = Promise.all([begun, set])
    opened.catch(ignore)
    return opened
  }

  /** What is sent meanwhile leaves at once: each packet costs both sides a turn. */
  inOnePacket<Sent>(send: () => Sent): Sent {
    const { stream } = (this.#client as unknown as { readonly connection: { readonly stream: Writable } }).connection
    stream.cork()
    try {
      return send()
    } finally {
      stream.uncork()
    }
  }
}

/** Sends the last statements and the commit at once. `done` fails with the error of whichever failed first. */
function commit(transaction: Transaction, role: string, closing: readonly ClosingStatement[]) {
  const { last, answered } = transaction.inOnePacket(() => ({
    last: closing.map(({ text, values }) =>
      transaction.query({ name: statementName(role, text), text, values: [...values] }),
    ),
    answered: transaction.query('COMMIT'),
  }))
  for (const sent of [...last, answered]) sent.catch(ignore)
  const settle = async () => {
    // Work that asked nothing opens only now: a refused opening says why, and what follows it only that it was refused.
    await transaction.opened
    await Promise.all(last)
    const end = await answered
    if (end.command !== 'COMMIT')
      throw new LostTransaction('the transaction was rolled back by an error that somebody swallowed')
  }
  const done = settle()
  // Looked at only after the answer to the commit: until then nobody waits for it, and a failure must not end the process.
  done.catch(ignore)
  return { answered, done }
}

async function workOrRollBack<T>(
  transaction: Transaction,
  work: () => Promise<T>,
  onRolledBack: () => void,
): Promise<T> {
  try {
    const result = await work()
    await transaction.opened
    return result
  } catch (error) {
    // A refused opening aborts all that follows with a lesser error: the opening's own says why.
    const cause = await transaction.opened.then(
      () => error,
      (reason: unknown) => reason,
    )
    await transaction.query('ROLLBACK').then(onRolledBack, ignore)
    throw cause
  }
}

/** How a scope stands: prepared once on a connection, since to plan it anew would cost more than to do it. */
const settingText = {
  name: 'opening',
  text: `SELECT set_config('ev.actor', $1, true), set_config('ev.case', $2, true), set_config('ev.now', $3, true),
    set_config('search_path', 'ev, pg_temp', true), set_config('synchronous_commit', $4, true),
    set_config('plan_cache_mode', $5, true), set_config('role', $6, true)`,
} as const

/**
 * The settings of a transaction. Tables are named without their schema and temporary ones are found last: nobody can put one of their
 * own in the way. What is asked of one case is planned well without knowing which, and a page of many questions takes longer to plan
 * than to answer.
 */
function settingsOf({ role, actor, caseId, now, writes }: ScopeOpening): QueryConfig {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(role)) throw new TypeError('not a role')
  if (actor !== null && !isId(actor)) throw new TypeError('not an actor')
  if (caseId !== undefined && !isId(caseId)) throw new TypeError('not a case')
  const planning = caseId === undefined ? 'auto' : 'force_generic_plan'
  const values = [actor ?? '', caseId ?? '', now.toString(), writes ? 'on' : 'off', planning, role]
  return { ...settingText, values }
}
