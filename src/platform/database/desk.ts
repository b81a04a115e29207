import { sql } from 'kysely'
import { DatabaseError, type Pool } from 'pg'
import type { Id } from '../../values/ids.ts'
import type { Outcome } from '../../values/outcome.ts'
import { done, refused } from '../../values/outcome.ts'
import type { ServiceClock } from '../clock/service-clock.ts'
import type { ActJournal } from '../journal/act-journal.ts'
import type { ActIntent, Announced } from '../journal/act-lines.ts'
import { announcing, writeOutcomes } from '../journal/announcing.ts'
import { alone } from './alone.ts'
import { oneForEach, type Recorded, recording } from './records.ts'
import type { RoleNames } from './role-names.ts'
import { type ClosingStatement, inScope, type ScopeOpening } from './scope.ts'
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
  about(found: Found): void
  /** Says that one deed was about each of these, and records it for each. */
  aboutEach(found: readonly Found[]): void
  /**
   * Writes down outside the database what this act is about to do, before it does it, so that a database which is restored from an
   * older copy learns of it again. Every erasure, hold, restriction, withdrawal, objection and their ends announces itself:
   *
   *     const holdId = newId()
   *     await scope.announce({
   *       act: 'hold', caseId,
   *       puts: [{ table: 'hold', row: { id: holdId, case_id: caseId, review_on: reviewOn, placed_at: scope.now.toString() } }],
   *     })
   *     await addHold(scope, …holdId…)
   *
   * When this resolves the line is on disk. Call it when everything is decided and before the first row is written; identifiers, days
   * and code words only (a line with anything else throws). `puts` are rows that the act makes and `changes` those that it alters: they
   * are written again in the order given. An erasure names the `rows` that go by their keys, in any order, and the `files` of the vault.
   * The outcome is written by itself once the act is kept or refused. What a crash leaves open is settled at the next start by the mark
   * that this leaves in the transaction. An erasure with files is settled by whoever removes the files (`finish` of retention).
   */
  announce(act: Announced): Promise<ActIntent>
}

/** Identifiers and references that an act answers with; kept with its request key, so never words about a person. */
export type Answer = Readonly<Record<string, string>>

interface DeskParts {
  readonly pool: Pool
  readonly names: RoleNames
  readonly area: string
  readonly clock: ServiceClock
  /** Null for a command that announces nothing. */
  readonly journal: ActJournal | null
}

/** One of the things that are read together. */
interface Reading<Result> {
  readonly deed: Omit<Deed<string>, 'purpose'>
  readonly work: (scope: Scope) => Promise<Result>
}

/**
 * An area's way to the database: reads and acts, each under one purpose, each recorded in the same transaction. There is no other
 * way to it from a page, an action or a job.
 */
export class Desk<Purpose extends string> {
  readonly #parts: DeskParts
  readonly area: string
  readonly clock: ServiceClock

  constructor(parts: DeskParts) {
    this.#parts = parts
    this.area = parts.area
    this.clock = parts.clock
  }

  /** Reads under a purpose and records that it was read. */
  async read<Result>(actor: Id | null, deed: Deed<Purpose>, work: (scope: Scope) => Promise<Result>): Promise<Result> {
    const [result] = await this.readTogether(actor, deed, [{ deed, work }])
    return result as Result
  }

  /** The same desk for a page of many parts: reads that are asked for at once share a transaction for each purpose. */
  gathering(): Desk<Purpose> {
    return new GatheringDesk<Purpose>(this.#parts)
  }

  /** Several reads under one purpose in one transaction, each recorded. None waits for another; one that fails fails all. */
  protected readTogether<Result>(
    actor: Id | null,
    common: Pick<Deed<Purpose>, 'purpose' | 'caseId'>,
    readings: readonly Reading<Result>[],
  ): Promise<Result[]> {
    const opening = this.#opening(actor, common, false)
    return inScope(this.#parts.pool, opening, async (queries) => {
      const all = await everyOne(
        readings.map(async ({ deed, work }) => {
          const { scope, found } = scopeOf(opening, queries, announcesNothing)
          const result = await work(scope)
          return { result, deed: { ...deed, ...found }, also: [], rowCount: Array.isArray(result) ? result.length : 0 }
        }),
      )
      return { keep: true, result: all.map((it) => it.result), closing: [recording(oneForEach(all))] }
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
    const opening = this.#opening(actor, deed, true)
    const { journal } = this.#parts
    const announced: ActIntent[] = []
    try {
      const outcome = await inScope<Outcome<Answer, Reason>>(this.#parts.pool, opening, async (queries) => {
        const earlier = await claim(queries, deed.key, deed.deed)
        if (earlier) return { keep: false, result: done(earlier) }
        const announce = journal ? announcing(journal, queries, opening.now, announced) : announcesNothing
        const { scope, found, each } = scopeOf(opening, queries, announce)
        const result = await work(scope)
        if (!result.done) return { keep: false, result }
        const recorded = recording(deedsOf({ ...deed, ...found }, each))
        return { keep: true, result, closing: [recorded, answering(deed.key, result.value)] }
      })
      if (journal) await writeOutcomes(journal, announced, outcome.done, opening.now)
      return outcome
    } catch (error) {
      const reason = error instanceof DatabaseError ? deed.refusals?.[error.constraint ?? ''] : undefined
      if (reason === undefined) throw error
      return refused(reason)
    }
  }

  /** Runs work while no other process of this service runs work of that name; null when another does. */
  alone<Result>(name: string, work: () => Promise<Result>): Promise<Result | null> {
    return alone(this.#parts.pool, name, work)
  }

  #opening(actor: Id | null, deed: Pick<Deed<Purpose>, 'purpose' | 'caseId'>, writes: boolean): ScopeOpening {
    const role = this.#parts.names.purpose(this.area, deed.purpose)
    return { role, actor, caseId: deed.caseId, now: this.clock.now(), writes }
  }
}

/** Everybody in a transaction has its one time, so that the same question asked by two is the same. */
function scopeOf(
  { actor, now }: ScopeOpening,
  queries: ScopedQueries,
  announce: Scope['announce'],
): { scope: Scope; found: Found; each: Found[] } {
  const found: Found = {}
  const each: Found[] = []
  const about = (more: Found) => void Object.assign(found, more)
  return { scope: { queries, actor, now, announce, about, aboutEach: (more) => void each.push(...more) }, found, each }
}

const deedsOf = (deed: Omit<Deed<string>, 'purpose'>, each: readonly Found[]): Recorded[] =>
  (each.length > 0 ? each : [{}]).map((it) => ({ deed: { ...deed, ...it }, also: [], rowCount: 0 }))

const announcesNothing = () => Promise.reject(new TypeError('what only reads, or has no journal, announces nothing'))

interface Found {
  readonly caseId?: Id
  readonly subjectId?: Id
}

interface Gathered extends Reading<unknown> {
  settle(result: unknown): void
  fail(error: unknown): void
}

/** Waits until everybody who asks at once has asked, then reads for all of them: once for each actor, purpose and case. */
class GatheringDesk<Purpose extends string> extends Desk<Purpose> {
  readonly #waiting = new Map<string, { readonly readings: Gathered[] }>()

  override read<Result>(
    actor: Id | null,
    deed: Deed<Purpose>,
    work: (scope: Scope) => Promise<Result>,
  ): Promise<Result> {
    const together = JSON.stringify([actor, deed.purpose, deed.caseId])
    return new Promise<Result>((resolve, reject) => {
      const reading = { deed, work, settle: (result: unknown) => resolve(result as Result), fail: reject }
      const others = this.#waiting.get(together)
      if (others) return void others.readings.push(reading)
      const readings: Gathered[] = [reading]
      this.#waiting.set(together, { readings })
      queueMicrotask(() => {
        this.#waiting.delete(together)
        this.readTogether(actor, deed, readings).then(
          (results) => readings.forEach((it, place) => void it.settle(results[place])),
          (error: unknown) => readings.forEach((it) => void it.fail(error)),
        )
      })
    })
  }
}

/** All results, once every one has come to its end: what still runs must not reach into a transaction that is over. */
async function everyOne<Result>(works: readonly Promise<Result>[]): Promise<Result[]> {
  const ends = await Promise.allSettled(works)
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
}

async function claim(queries: ScopedQueries, key: Id, deed: string): Promise<Answer | null> {
  const { rows } = await sql<{ earlier: Answer | null }>`SELECT ev.claim_request(${key}, ${deed}) AS earlier`.execute(
    queries,
  )
  return rows[0]?.earlier ?? null
}

const answering = (key: Id, value: Answer): ClosingStatement => ({
  text: 'SELECT ev.answer_request($1, $2)',
  values: [key, JSON.stringify(value)],
})
