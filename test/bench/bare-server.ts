import { createHash, randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import Fastify from 'fastify'
import pg from 'pg'
import type { SentStatement } from './sent-statements.ts'

// What a page costs without Evenhand: the same statements, named, one after another on a pool of ten, and the facts as a plain list.
// Reads one line of JSON: of each page by its name, where the database is, as whom, and the statements. Says its address.

interface Given {
  readonly pages: Readonly<
    Record<string, { readonly databaseUrl: string; readonly statements: readonly SentStatement[] }>
  >
}

/** Each fact as it came, also those that came together as JSON. */
const shown = (value: unknown): string =>
  value !== null && typeof value === 'object' && !(value instanceof Date)
    ? Object.values(value).map(shown).join(', ')
    : String(value ?? '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
const nameOf = (text: string) => createHash('sha1').update(text).digest('base64url')
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const reference = /^E-[0-9A-Z]{4}-[0-9A-Z]{3}$/

/** What is written must be new each time: identifiers that no row had before, the same wherever they came again. */
function afresh(statements: readonly SentStatement[], keep: ReadonlySet<unknown>): SentStatement[] {
  const fresh = new Map<unknown, unknown>()
  const anew = (value: unknown) => {
    if (typeof value !== 'string' || keep.has(value)) return value
    if (!uuid.test(value) && !reference.test(value)) return value
    const made = fresh.get(value) ?? (uuid.test(value) ? randomUUID() : `E-${randomUUID().slice(0, 13)}`)
    fresh.set(value, made)
    return made
  }
  return statements.map(({ text, values }) => ({ text, values: values.map(anew) }))
}

const writes = (statements: readonly SentStatement[]) =>
  statements.some(({ text }) => /^\s*(insert|update)/i.test(text))

/** A booking of what is taken is refused by the database: nothing is kept of it, and the page goes on. */
async function askOf(client: pg.PoolClient, { text, values }: SentStatement): Promise<Record<string, unknown>[]> {
  try {
    return (await client.query({ name: nameOf(text), text, values: [...values] })).rows
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '23P01') throw error
    await client.query('ROLLBACK')
    await client.query('BEGIN')
    return []
  }
}

/** What was there before the page was asked for is asked about again, and not made anew. */
async function knownAmong(pool: pg.Pool, statements: readonly SentStatement[]): Promise<Set<unknown>> {
  const named = statements
    .flatMap(({ values }) => values.flat())
    .filter((it) => typeof it === 'string' && uuid.test(it))
  const { rows } = await pool.query(
    `SELECT id FROM ev.staff UNION ALL SELECT id FROM ev.case_file WHERE id = ANY ($1)
     UNION ALL SELECT id FROM ev.person WHERE id = ANY ($1) UNION ALL SELECT id FROM ev.party WHERE id = ANY ($1)`,
    [named],
  )
  return new Set<unknown>(rows.map((it) => it.id))
}

async function start({ pages }: Given): Promise<void> {
  const server = Fastify()
  for (const [name, { databaseUrl, statements }] of Object.entries(pages)) {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
    const keep = await knownAmong(pool, statements)
    const writing = writes(statements)
    const answer = async () => {
      const client = await pool.connect()
      try {
        const facts: string[] = []
        if (writing) await client.query('BEGIN')
        for (const { text, values } of writing ? afresh(statements, keep) : statements) {
          const rows = await askOf(client, { text, values })
          for (const row of rows) facts.push(`<li>${Object.values(row).map(shown).join(', ')}</li>`)
        }
        if (writing) await client.query('COMMIT')
        return `<!DOCTYPE html><title>${name}</title><ul>${facts.join('')}</ul>`
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      } finally {
        client.release()
      }
    }
    server.route({
      method: ['GET', 'POST'],
      url: `/${name}`,
      handler: async (_, reply) => reply.type('text/html; charset=utf-8').send(await answer()),
    })
  }
  server.addContentTypeParser('application/x-www-form-urlencoded', (_request, body, done) => {
    body.resume().on('end', () => done(null, null))
  })
  process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`)
}

const lines = createInterface({ input: process.stdin })
lines.once('line', (line) => void start(JSON.parse(line) as Given))
lines.once('close', () => process.exit(0))
