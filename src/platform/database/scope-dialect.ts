import { createHash } from 'node:crypto'
import {
  type BinaryOperationNode,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  OperatorNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  type QueryResult,
} from 'kysely'
import type { QueryResult as Answer, QueryConfig } from 'pg'
import { JointQuestions, type Question } from './joint-questions.ts'
import type { Tables } from './tables.gen.ts'
import { toParameter } from './value-types.ts'

/** A query builder bound to one open transaction. It can neither begin another nor reach another connection. */
export type ScopedQueries = Kysely<Tables>

/** What sends statements on a connection, in order. */
export interface Sender {
  query(statement: QueryConfig): Promise<Answer>
}

/**
 * Queries on an open transaction, and how to end them: what is asked after the end, by work that nobody waited for, is refused, so that
 * it cannot fall into the next transaction on the same connection. With `onlyReads` questions that are asked at once go together, and the
 * same question asked twice is sent once, and both get the same answer, until something else than a question is sent.
 */
export function queriesOn(
  client: Sender,
  role: string,
  { onlyReads }: { readonly onlyReads: boolean },
): { readonly queries: ScopedQueries; end(): void } {
  const connection = new ScopeConnection(client, role, onlyReads)
  const queries = queriesOver(connection)
  connections.set(queries, connection)
  return { queries, end: () => connection.end() }
}

/** Where queries are sent: for what is compiled already, and would lose time in the builder's own waiting for a connection. */
export function connectionOf(queries: ScopedQueries): Pick<DatabaseConnection, 'executeQuery'> {
  const connection = connections.get(queries)
  if (!connection) throw new TypeError('these queries are of no scope')
  return connection
}
const connections = new WeakMap<ScopedQueries, ScopeConnection>()

/** Statements are prepared and named by role and text: a name that roles share is planned anew at every change of role. */
export function statementName(role: string, text: string): string {
  const ofRole = statementNames.get(role) ?? new Map<string, string>()
  statementNames.set(role, ofRole)
  const known = ofRole.get(text) ?? createHash('sha1').update(role).update(text).digest('base64url')
  ofRole.set(text, known)
  return known
}
const statementNames = new Map<string, Map<string, string>>()

function queriesOver(connection: ScopeConnection): ScopedQueries {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ScopeDriver(connection),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new ScopeQueryCompiler(),
    },
  })
}

/** A list of values is one parameter, so that a statement is the same, and prepared once, however long the list. */
class ScopeQueryCompiler extends PostgresQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { leftOperand, operator, rightOperand } = node
    const listed = OperatorNode.is(operator) ? wordsOfLists.get(operator.operator) : undefined
    if (listed && PrimitiveValueListNode.is(rightOperand)) {
      this.visitNode(leftOperand)
      this.append(` ${listed}(`)
      this.appendValue(rightOperand.values)
      this.append(')')
    } else super.visitBinaryOperation(node)
  }
}
const wordsOfLists = new Map<string, string>([
  ['in', '= any'],
  ['not in', '<> all'],
])

/** Answers by the text of the question and by its values. */
type Remembered = Map<string, Map<string, Promise<unknown[]>>>

class ScopeConnection implements DatabaseConnection {
  readonly #client: Sender
  readonly #role: string
  readonly #remembered: Remembered | null
  readonly #questions: JointQuestions
  #ended = false

  constructor(client: Sender, role: string, onlyReads: boolean) {
    this.#client = client
    this.#role = role
    this.#remembered = onlyReads ? new Map() : null
    this.#questions = new JointQuestions((question) => this.#send(question))
  }

  end(): void {
    this.#ended = true
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const question = { text: query.sql, values: query.parameters.map(toParameter) }
    if (this.#remembered && query.query.kind === 'SelectQueryNode')
      return { rows: (await this.#answer(question, this.#remembered)) as Row[] }
    this.#remembered?.clear()
    const { rows, rowCount } = await this.#send(question)
    return { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) }
  }

  #answer(question: Question, remembered: Remembered): Promise<unknown[]> {
    const answers = remembered.get(question.text) ?? new Map<string, Promise<unknown[]>>()
    remembered.set(question.text, answers)
    const values = JSON.stringify(question.values)
    const answer = answers.get(values) ?? this.#questions.ask(question)
    answers.set(values, answer)
    return answer
  }

  async #send({ text, values }: Question) {
    if (this.#ended) throw new Error('this scope has ended')
    return this.#client.query({ name: statementName(this.#role, text), text, values: [...values] })
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
