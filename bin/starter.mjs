// npm does not always pass on the signal that ends it, and cannot pass on SIGKILL. So a command that npm started looks
// now and then whether npm is still there. A command started by hand, or by a service unit, is left alone.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const every = 500
const shells = new Set(['sh', 'dash', 'bash', 'zsh', 'ash', 'ksh'])

/** Name and parent of a process, or undefined when it is gone. */
const lookUp = (pid) => {
  try {
    if (process.platform === 'linux') {
      // "pid (name) state ppid …": the name may itself hold spaces and brackets.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const end = stat.lastIndexOf(')')
      return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(stat.slice(end + 2).split(' ')[1]) }
    }
    const [parent, ...name] = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
    return { name: name.join(' ').split('/').pop(), parent: Number(parent) }
  } catch {
    return undefined
  }
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Calls `gone` once when the npm that started this process has ended. */
export const watchStarter = (gone) => {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const parent = process.ppid
  const seen = lookUp(parent)
  // npm runs a script through a shell, which may stay alive after npm was killed.
  const npm = seen && shells.has(seen.name) ? seen.parent : undefined
  const npmIsThere = () => {
    if (npm === undefined) return true
    // On Linux a dead npm that nobody has reaped still answers to signals, but has lost its child.
    return process.platform === 'linux' ? lookUp(parent)?.parent === npm : isAlive(npm)
  }
  const timer = setInterval(() => {
    if (process.ppid === parent && npmIsThere()) return
    clearInterval(timer)
    gone()
  }, every)
  timer.unref()
}
