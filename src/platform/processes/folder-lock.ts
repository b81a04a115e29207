import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { CannotStart } from './cannot-start.ts'
import { isAlive, startMark } from './process-identity.ts'

interface Holder {
  readonly pid: number
  readonly started: string | undefined
}

/** Somebody else is at work on this folder. */
export class FolderInUse extends CannotStart {
  constructor(folder: string, pid: number) {
    super(
      `The folder ${folder} is in use by another Evenhand (process ${pid}). Stop it first, or choose another --data.`,
    )
    this.name = 'FolderInUse'
  }
}

const holderIn = (file: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

const isHeld = (holder: Holder | undefined): holder is Holder =>
  holder !== undefined && isAlive(holder.pid) && startMark(holder.pid) === holder.started

/** Takes a lock that a crash cannot leave behind for good, and answers how to give it back. Throws FolderInUse. */
export const takeLock = (file: string, folder: string): (() => void) => {
  const mine = `${file}.${randomUUID()}`
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startMark(process.pid) } satisfies Holder))
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      if (linked(mine, file)) return () => rmSync(file, { force: true })
      const holder = holderIn(file)
      if (isHeld(holder)) throw new FolderInUse(folder, holder.pid)
      removeStale(file)
    }
  } finally {
    rmSync(mine, { force: true })
  }
  throw new Error(`The lock ${file} cannot be taken.`)
}

// Linking is atomic and refuses when the name exists, so two starts at the same moment cannot both succeed.
const linked = (from: string, to: string): boolean => {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

// Between our look and our removal another start may have replaced the stale lock by its own: put that one back.
const removeStale = (file: string): void => {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (isHeld(holderIn(aside))) linked(aside, file)
  rmSync(aside, { force: true })
}
