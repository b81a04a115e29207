import { sql } from 'kysely'
import { DatabaseError, type Pool } from 'pg'
import type { Id } from '../../values/ids.ts'
import type { Outcome } from '../../values/outcome.ts'
import { done, refused } from '../../values/outcome.ts'
import type { ServiceClock } from '../clock/service-clock.ts'
import { alone } from './alone.ts'
import type { RoleNames } from './role-names.ts'
import { inScope } from './scope.ts'
import type { ScopedQueries } from './scope-dialect.ts'

/** What is read or done, for the log: `case.opened`, `enquiry.listed`. Kinds and references, no values. */
export interface Deed<Purpose extends string> {
  readonly purpose: Purpose
  readonly deed: string
  readonly caseId?: Id | undefined
  readonly subjectId?: Id | undefined
}

/** Inside a scope: the queries, who acts, and the service's time. */
export interface Scope {
  readonly queries: ScopedQueries
  readonly actor: Id | null
  readonly now: Temporal.Instant
  /** Says which case or subject the deed turned out to be about, when that was not known before. */
  about(found: { readonly caseId?: Id; readonly subjectId?: Id }): void
}

/** Identifiers and references that an act answers with; kept with its request key, so never words about a person. */
export type Answer = Readonly<Record<string, string>>

/**
 * An area's way to the database: reads and acts, each under one purpose, each recorded in the same transaction. There is no other
 * way to it from a page, an action or a job.
 */
export class Desk<Purpose extends string> {
  readonly #pool: Pool
  readonly #names: RoleNames
  readonly area: string
  readonly clock: ServiceClock

  constructor(parts: { pool: Pool; names: RoleNames; area: string; clock: ServiceClock }) {
    this.#pool = parts.pool
    this.#names = parts.names
    this.area = parts.area
    this.clock = parts.clock
  }

  /** Reads under a purpose and records that it was read. */
  async read<Result>(actor: Id | null, deed: Deed<Purpose>, work: (scope: Scope) => Promise<Result>): Promise<Result> {
    return inScope(this.#pool, this.#opening(actor, deed, false), async (queries) => {
      const { scope, found } = this.#scope(queries, actor)
      const result = await work(scope)
      await record(queries, { ...deed, ...found }, Array.isArray(result) ? result.length : 0)
      return { keep: true, result }
    })
  }

  /**
   * Changes something, once for each request key: the same key again gets the first answer. A refusal keeps nothing. `refusals`
   * names the constraints whose violation a person can cause, and what to tell them then.
   */
  async act<Reason extends string = never>(
    actor: Id | null,
    deed: Deed<Purpose> & { readonly key: Id; readonly refusals?: Readonly<Record<string, Reason>> },
    work: (scope: Scope) => Promise<Outcome<Answer, Reason>>,
  ): Promise<Outcome<Answer, Reason>> {
    try {
      return await inScope<Outcome<Answer, Reason>>(this.#pool, this.#opening(actor, deed, true), async (queries) => {
        const earlier = await claim(queries, deed.key, deed.deed)
        if (earlier) return { keep: false, result: done(earlier) }
        const { scope, found } = this.#scope(queries, actor)
        const result = await work(scope)
        if (!result.done) return { keep: false, result }
        await record(queries, { ...deed, ...found }, 0)
        await answer(queries, deed.key, result.value)
        return { keep: true, result }
      })
    } catch (error) {
      const reason = error instanceof DatabaseError ? deed.refusals?.[error.constraint ?? ''] : undefined
      if (reason === undefined) throw error
      return refused(reason)
    }
  }

  /** Runs work while no other process of this service runs work of that name; null when another does. */
  alone<Result>(name: string, work: () => Promise<Result>): Promise<Result | null> {
    return alone(this.#pool, name, work)
  }

  #opening(actor: Id | null, deed: Deed<Purpose>, waitForDisk: boolean) {
    const role = this.#names.purpose(this.area, deed.purpose)
    return { role, actor, caseId: deed.caseId, now: this.clock.now(), waitForDisk }
  }

  #scope(queries: ScopedQueries, actor: Id | null): { scope: Scope; found: { caseId?: Id; subjectId?: Id } } {
    const found: { caseId?: Id; subjectId?: Id } = {}
    const about = (more: { readonly caseId?: Id; readonly subjectId?: Id }) => void Object.assign(found, more)
    return { scope: { queries, actor, now: this.clock.now(), about }, found }
  }
}

async function record(queries: ScopedQueries, deed: Omit<Deed<string>, 'purpose'>, rowCount: number): Promise<void> {
  await queries
    .insertInto('access_log')
    .values({ act: deed.deed, case_id: deed.caseId ?? null, subject_id: deed.subjectId ?? null, row_count: rowCount })
    .execute()
}

async function claim(queries: ScopedQueries, key: Id, deed: string): Promise<Answer | null> {
  const { rows } = await sql<{ earlier: Answer | null }>`SELECT ev.claim_request(${key}, ${deed}) AS earlier`.execute(
    queries,
  )
  return rows[0]?.earlier ?? null
}

async function answer(queries: ScopedQueries, key: Id, value: Answer): Promise<void> {
  await sql`SELECT ev.answer_request(${key}, ${JSON.stringify(value)})`.execute(queries)
}
