import pg from 'pg'

/** A statement as it was sent: its text, and the values that it was sent with. */
export interface SentStatement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** What a scope, the log and sign-in need around a page's own questions; the bare handler does without them. */
const around =
  /^(BEGIN|COMMIT|ROLLBACK)|set_config|access_log|request_key|ev\.(begin_|end_)?(act|answer|request|service_now)|auth\.|row_scope\(\) AS rows/i

/**
 * The page's own statements, in order, of all that this process sends to PostgreSQL as `login` while `work` runs. The background work,
 * which has a login of its own, goes on meanwhile.
 */
export async function sentDuring(
  login: string,
  work: () => Promise<unknown>,
): Promise<{ readonly own: SentStatement[]; readonly all: number }> {
  const { prototype } = pg.Client
  const { query } = prototype
  const sent: SentStatement[] = []
  prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first, second] = given
    const { text, values } = (typeof first === 'string' ? { text: first, values: second } : first) as SentStatement
    if (this.user === login) sent.push({ text, values: Array.isArray(values) ? values : [] })
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  } as typeof query
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return { own: sent.filter(({ text }) => !around.test(text)), all: sent.length }
}
