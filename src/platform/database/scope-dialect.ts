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

export function queriesOn(client: ClientBase, role: string): ScopedQueries {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ScopeDriver(new ScopeConnection(client, role)),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }).withSchema('ev')
}

class ScopeConnection implements DatabaseConnection {
  readonly #client: ClientBase
  readonly #role: string

  constructor(client: ClientBase, role: string) {
    this.#client = client
    this.#role = role
  }

  /** Statements are prepared and named by role and text: a name that roles share is planned anew at every change of role. */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const name = createHash('sha1').update(this.#role).update(query.sql).digest('base64url')
    const result = await this.#client.query({ name, text: query.sql, values: query.parameters.map(toParameter) })
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
