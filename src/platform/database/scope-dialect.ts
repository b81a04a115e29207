import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { ClientBase } from 'pg'
import type { Tables } from './tables.gen.ts'
import { toParameter } from './value-types.ts'

/** A query builder bound to one open transaction. It can neither begin another nor reach another connection. */
export type ScopedQueries = Kysely<Tables>

/**
 * Queries on an open transaction, and how to end them: what is asked after the end, by work that nobody waited for, is refused, so that
 * it cannot fall into the next transaction on the same connection. With `remembers` the same question asked twice is sent once, and
 * both get the same answer, until something else than a question is sent.
 */
export function queriesOn(
  client: ClientBase,
  role: string,
  { remembers }: { readonly remembers: boolean },
): { readonly queries: ScopedQueries; end(): void } {
  const connection = new ScopeConnection(client, role, remembers)
  return { queries: queriesOver(connection), end: () => connection.end() }
}

/** Statements are prepared and named by role and text: a name that roles share is planned anew at every change of role. */
export const statementName = (role: string, text: string): string =>
  createHash('sha1').update(role).update(text).digest('base64url')

function queriesOver(connection: ScopeConnection): ScopedQueries {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ScopeDriver(connection),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }).withSchema('ev')
}

class ScopeConnection implements DatabaseConnection {
  readonly #client: ClientBase
  readonly #role: string
  readonly #remembered: Map<string, Promise<QueryResult<unknown>>> | null
  #ended = false

  constructor(client: ClientBase, role: string, remembers: boolean) {
    this.#client = client
    this.#role = role
    this.#remembered = remembers ? new Map() : null
  }

  end(): void {
    this.#ended = true
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const values = query.parameters.map(toParameter)
    if (!this.#remembered || query.query.kind !== 'SelectQueryNode') {
      this.#remembered?.clear()
      return this.#send<Row>(query.sql, values)
    }
    const question = JSON.stringify([query.sql, values])
    const earlier = this.#remembered.get(question) ?? this.#send(query.sql, values)
    this.#remembered.set(question, earlier)
    return earlier as Promise<QueryResult<Row>>
  }

  async #send<Row>(text: string, values: unknown[]): Promise<QueryResult<Row>> {
    if (this.#ended) throw new Error('this scope has ended')
    const result = await this.#client.query({ name: statementName(this.#role, text), text, values })
    return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  }

  // biome-ignore lint/correctness/useYield: a scope has no cursors, and Kysely asks for the method
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('a scope does not stream')
  }
}

class ScopeDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }

  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  async beginTransaction() {
    throw new Error('a scope is one transaction already')
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}
