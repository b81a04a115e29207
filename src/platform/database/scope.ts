import { Pool, type PoolClient } from 'pg'
import type { Id } from '../../values/ids.ts'
import { isId } from '../../values/ids.ts'
import { queriesOn, type ScopedQueries, statementName } from './scope-dialect.ts'
import { literal } from './sql-names.ts'
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
  const client = await pool.connect()
  client.on('error', ignore)
  const { queries, end } = queriesOn(client, opening.role, { onlyReads: !opening.writes })
  let broken = true
  try {
    const opened = client.query(openingText(opening))
    opened.catch(ignore)
    const outcome = await workOrRollBack(
      client,
      opened,
      () => work(queries).finally(end),
      () => {
        broken = false
      },
    )
    if (outcome.keep) {
      const committed = commit(client, opening.role, outcome.closing ?? [])
      // After the answer to a commit no transaction is open, whatever it said.
      await committed.answered.then(() => {
        broken = false
      }, ignore)
      await committed.done
    } else {
      await client.query('ROLLBACK')
      broken = false
    }
    return outcome.result
  } finally {
    client.off('error', ignore)
    client.release(broken)
  }
}

const ignore = () => {}

/** Sends the last statements and the commit at once. `done` fails with the error of whichever failed first. */
function commit(client: PoolClient, role: string, closing: readonly ClosingStatement[]) {
  const last = closing.map(({ text, values }) => {
    const sent = client.query({ name: statementName(role, text), text, values: [...values] })
    sent.catch(ignore)
    return sent
  })
  const answered = client.query('COMMIT')
  answered.catch(ignore)
  const settle = async () => {
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
  client: PoolClient,
  opened: Promise<unknown>,
  work: () => Promise<T>,
  onRolledBack: () => void,
): Promise<T> {
  try {
    const result = await work()
    await opened
    return result
  } catch (error) {
    // A refused opening aborts all that follows with a lesser error: the opening's own says why.
    const cause = await opened.then(
      () => error,
      (reason: unknown) => reason,
    )
    await client.query('ROLLBACK').then(onRolledBack, ignore)
    throw cause
  }
}

/** Travels by the simple protocol, which has no parameters: each value is checked by its pattern, then quoted. */
function openingText(opening: ScopeOpening): string {
  const { role, actor, caseId, now, writes } = opening
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(role)) throw new TypeError('not a role')
  if (actor !== null && !isId(actor)) throw new TypeError('not an actor')
  if (caseId !== undefined && !isId(caseId)) throw new TypeError('not a case')
  const settings = [
    ['ev.actor', actor ?? ''],
    ['ev.case', caseId ?? ''],
    ['ev.now', now.toString()],
    ['synchronous_commit', writes ? 'on' : 'off'],
    ['role', role],
  ].map(([name, value]) => `set_config(${literal(name as string)}, ${literal(value as string)}, true)`)
  return `BEGIN; SELECT ${settings.join(', ')}`
}
