/** How long a second signal must be away from the first to mean "now": a terminal and npm both pass on one Ctrl-C. */
const echo = 1000

export interface Lifetime {
  /** Aborts when the process is asked to stop; its reason says by what. */
  readonly signal: AbortSignal
  /** Ask for the same from inside. */
  readonly stop: (reason: string) => void
}

type Watched = Pick<NodeJS.Process, 'on' | 'exit'> & { readonly channel?: { unref(): void } | null | undefined }

/**
 * Turns every way of being asked to stop into one abort signal: Ctrl-C, SIGTERM, SIGHUP, and the end of the process that
 * started us (its channel closes, however it died). A second request by signal ends the process at once.
 */
export const watchLifetime = (watched: Watched = process, now: () => number = () => performance.now()): Lifetime => {
  const controller = new AbortController()
  let first: number | undefined
  const stop = (reason: string) => {
    first ??= now()
    if (!controller.signal.aborted) controller.abort(reason)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    watched.on(name, () => {
      if (first !== undefined && now() - first > echo) watched.exit(1)
      stop(name)
    })
  }
  if (watched.channel) {
    watched.on('disconnect', () => stop('the starting process ended'))
    watched.channel.unref()
  }
  return { signal: controller.signal, stop }
}
