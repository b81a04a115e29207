import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const isThere = (path: string): boolean => {
  try {
    statSync(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/**
 * Makes a folder and those above it. Throws the system's error. Node's own recursive way never comes back from a place
 * such as /proc, which exists and yet says that it does not when something is to be made in it.
 */
export const makeFolder = (folder: string, mode = 0o700): void => {
  if (isThere(folder)) return
  makeFolder(dirname(folder), mode)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
