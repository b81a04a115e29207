const minutes = [1, 5, 15, 60, 240, 720] as const

/** How long to wait before the next attempt, after that many: longer each time, twelve hours at most. It never gives up. */
export function pauseAfter(attempts: number): Temporal.Duration {
  const longest = minutes.length - 1
  return Temporal.Duration.from({ minutes: minutes[Math.min(Math.max(attempts, 1) - 1, longest)] ?? 720 })
}

/**
 * How long a message is out of reach of other attempts while it is being sent. A worker that is killed in between leaves it to be
 * sent again after this, under the same Message-ID.
 */
export const sendingLease = Temporal.Duration.from({ minutes: 15 })

/** When the provider is first asked what became of a text that left. */
export const firstAsked = Temporal.Duration.from({ minutes: 1 })
