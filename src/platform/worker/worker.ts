import type { Desk } from '../database/desk.ts'
import type { Log } from '../log.ts'
import type { Job } from '../web/route.ts'

export interface WorkerParts<Purpose extends string> {
  readonly jobs: readonly Job<Purpose>[]
  readonly desk: Desk<Purpose>
  /** Pause between the end of a tick and the next, in milliseconds. */
  readonly everyMs: number
  readonly log: Log
}

export interface Worker {
  /** Runs every job now, after a tick that is under way. Answers how many things were done. */
  runAllNow(): Promise<number>
  /** Seconds of the machine's clock since a tick ended last, or since the start. */
  secondsSinceTick(): number
  /** No new job starts; resolves when the one that is running has ended. */
  stop(): Promise<void>
}

/**
 * Asks each job in turn for what is due, again and again. One tick at a time; a job that another process is running is left to it;
 * one that fails is logged without its words, which may repeat somebody's data, and holds up none of the others.
 */
export function startWorker<Purpose extends string>(parts: WorkerParts<Purpose>): Worker {
  const { everyMs } = parts
  let stopped = false
  let last: Promise<number> = Promise.resolve(0)
  let timer: NodeJS.Timeout | undefined
  let ticked = performance.now()
  const tick = () => {
    last = last.then(() => runInTurn(parts, () => stopped))
    void last.then(() => {
      ticked = performance.now()
    })
    return last
  }
  const wait = () => {
    if (!stopped) timer = setTimeout(() => void tick().then(wait), everyMs)
  }
  wait()
  return {
    runAllNow: tick,
    secondsSinceTick: () => (performance.now() - ticked) / 1000,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await last
    },
  }
}

/** Runs every job once, without a worker: a command does, and the demonstration while it is being made. */
export const runJobsOnce = <Purpose extends string>(parts: Omit<WorkerParts<Purpose>, 'everyMs'>): Promise<number> =>
  runInTurn(parts, () => false)

async function runInTurn<Purpose extends string>(
  parts: Omit<WorkerParts<Purpose>, 'everyMs'>,
  isStopped: () => boolean,
): Promise<number> {
  let count = 0
  for (const job of parts.jobs) {
    if (isStopped()) break
    count += await runOne(parts, job)
  }
  return count
}

async function runOne<Purpose extends string>(
  { desk, log }: Omit<WorkerParts<Purpose>, 'everyMs'>,
  job: Job<Purpose>,
): Promise<number> {
  try {
    const count = await desk.alone(`job ${job.name}`, () => job.run(desk))
    if (count) log.info({ job: job.name, count }, 'job done')
    return count ?? 0
  } catch (error) {
    log.error({ job: job.name, ...kindOf(error) }, 'job failed')
    return 0
  }
}

/** The name and the code of an error, never its message. */
function kindOf(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: 'unknown' }
  const { code } = error as { code?: unknown }
  return { error: error.name, ...(typeof code === 'string' && /^[\w-]{1,40}$/.test(code) ? { code } : {}) }
}
