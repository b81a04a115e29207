/** An instant as ISO text, such as an address or a hidden field carries; undefined when it is none. */
export function readInstant(text: string | undefined): Temporal.Instant | undefined {
  try {
    return text === undefined ? undefined : Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}
