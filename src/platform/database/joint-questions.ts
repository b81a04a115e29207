import type { QueryResult as Answer, FieldDef } from 'pg'
import { types } from 'pg'
import { toInstant } from './value-types.ts'

// A page is made of many small questions, and each statement costs a round through parser, executor and driver. So questions that are
// asked at once travel as one statement, each with its rows as one JSON value. What columns a question has is learned from its first
// answer, for which it travels alone; one with a column that JSON would blur (a numeric, a range) always does.

/** How a value of a column is made from what JSON has for it; null where that is the value already. */
type FromJson = ((value: never) => unknown) | null

const { builtins } = types
const plain = [
  ...[builtins.BOOL, builtins.INT2, builtins.INT4, builtins.INT8, builtins.TEXT, builtins.VARCHAR, builtins.UUID],
  ...[builtins.DATE, builtins.JSON, builtins.JSONB],
  // name, and arrays of text, int4 and uuid: pg names no such types.
  ...[19, 1009, 1007, 2951],
]
const fromJson = new Map<number, FromJson>([
  ...plain.map((oid) => [oid, null] as const),
  [builtins.TIMESTAMPTZ, toInstant],
  [builtins.BYTEA, (hex: string) => Buffer.from(hex.slice(2), 'hex')],
])

interface Shape {
  /** Short for its text. */
  readonly number: number
  /** Of the columns that need it; null when its rows cannot travel as JSON. */
  readonly made: readonly (readonly [column: string, from: NonNullable<FromJson>])[] | null
}

/** By text: a statement has the same columns for every role, and for as long as the process lives. */
const shapes = new Map<string, Shape>()

function learn(text: string, fields: readonly FieldDef[]): void {
  if (shapes.has(text)) return
  const made = fields.flatMap(({ name, dataTypeID }) => {
    const from = fromJson.get(dataTypeID)
    return from ? [[name, from] as const] : []
  })
  const travels = fields.every((it) => fromJson.has(it.dataTypeID))
  shapes.set(text, { number: shapes.size, made: travels ? made : null })
}

export interface Question {
  readonly text: string
  readonly values: readonly unknown[]
}

interface Waiting extends Question {
  readonly shape: Shape
  settle(rows: unknown[]): void
  fail(error: unknown): void
}

/** The questions of one scope. `send` sends a statement on its connection. */
export class JointQuestions {
  readonly #send: (question: Question) => Promise<Pick<Answer, 'rows' | 'fields'>>
  #waiting: Waiting[] = []

  constructor(send: (question: Question) => Promise<Pick<Answer, 'rows' | 'fields'>>) {
    this.#send = send
  }

  async ask(question: Question): Promise<unknown[]> {
    const shape = shapes.get(question.text)
    if (shape?.made) return this.#askTogether(question, shape)
    const { rows, fields } = await this.#send(question)
    learn(question.text, fields)
    return rows
  }

  /** Waits until everybody who can ask without an answer has asked. */
  #askTogether(question: Question, shape: Shape): Promise<unknown[]> {
    if (this.#waiting.length === 0) onceAllHaveAsked(() => void this.#sendWaiting())
    return new Promise((settle, fail) => void this.#waiting.push({ ...question, shape, settle, fail }))
  }

  async #sendWaiting(): Promise<void> {
    const all = this.#waiting
    this.#waiting = []
    try {
      const [alone] = all
      if (alone && all.length === 1) return alone.settle((await this.#send(alone)).rows)
      const { rows } = await this.#send({ text: jointText(all), values: all.flatMap((it) => it.values) })
      const [answers] = rows as Record<string, Record<string, unknown>[] | null>[]
      all.forEach(({ shape, settle }, place) => void settle(valuesOf(shape, answers?.[`q${place}`] ?? [])))
    } catch (error) {
      for (const { fail } of all) fail(error)
    }
  }
}

/**
 * When nothing is left that can go on without an answer, and before what has come for other pages is looked at: drawing one of those would
 * leave the database without work. The second turn is after all that was promised when the first began.
 */
const onceAllHaveAsked = (go: () => void) => process.nextTick(() => queueMicrotask(() => process.nextTick(go)))

const jointTexts = new Map<string, string>()

/** The same questions together have the same text, so that it is prepared once. */
function jointText(all: readonly Waiting[]): string {
  const key = all.map((it) => it.shape.number).join()
  const known = jointTexts.get(key)
  if (known) return known
  let before = 0
  const parts = all.map(({ text, values }, place) => {
    const part = `(SELECT json_agg(t) FROM (${renumbered(text, before)}) AS t) AS q${place}`
    before += values.length
    return part
  })
  const made = `SELECT ${parts.join(',\n')}`
  jointTexts.set(key, made)
  return made
}

/** Leaves alone what stands in quotes. */
const renumbered = (text: string, by: number) =>
  text.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\d+)/g, (found, number?: string) =>
    number === undefined ? found : `$${Number(number) + by}`,
  )

function valuesOf({ made }: Shape, rows: Record<string, unknown>[]): Record<string, unknown>[] {
  for (const row of rows)
    for (const [column, from] of made ?? []) if (row[column] !== null) row[column] = from(row[column] as never)
  return rows
}
