import { pino } from 'pino'

/** A structured log: numbers, kinds and references. Never what a person told us, never an address or a message of an error. */
export interface Log {
  info(facts: Readonly<Record<string, unknown>>, what: string): void
  warn(facts: Readonly<Record<string, unknown>>, what: string): void
  error(facts: Readonly<Record<string, unknown>>, what: string): void
}

export const openLog = (destination: NodeJS.WritableStream): Log => pino({ base: null }, destination)

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }
