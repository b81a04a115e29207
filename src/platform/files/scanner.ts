import { connect, type NetConnectOpts, type Socket } from 'node:net'
import type { UploadFlag } from './inspect-upload.ts'

export type ScanAnswer =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'infected'; readonly signature: string }
  | { readonly verdict: 'unavailable'; readonly why: 'notConfigured' | 'unreachable' | 'timedOut' | 'unclear' }

export type Scanner = { scan(bytes: Uint8Array): Promise<ScanAnswer> }

/** Where no scanner was configured: everything waits for a person. */
export const noScanner: Scanner = { scan: async () => ({ verdict: 'unavailable', why: 'notConfigured' }) }

/**
 * What becomes of a file after the scan. Fails closed: without a clean answer, or with anything that a person should look
 * at, it stays in quarantine until somebody releases it; an infected one is never released.
 */
export function afterScan(answer: ScanAnswer, flags: readonly UploadFlag[]): 'available' | 'quarantined' | 'blocked' {
  if (answer.verdict === 'infected') return 'blocked'
  return answer.verdict === 'clean' && flags.length === 0 ? 'available' : 'quarantined'
}

const chunkBytes = 64 * 1024
const longestReply = 4096

/**
 * Asks clamd by its INSTREAM command. `address` is `tcp://host:port` or `unix:/path`; the time is for the whole scan. Never
 * throws: whatever is not plainly clean or infected is unavailable.
 */
export function clamdScanner(address: string, timeoutMilliseconds = 30_000): Scanner {
  const target = targetOf(address)
  return {
    scan: async (bytes) => {
      const socket = connect(target)
      const reply = replyOf(socket, timeoutMilliseconds)
      send(socket, bytes)
      const answer = await reply
      socket.destroy()
      return answer
    },
  }
}

function targetOf(address: string): NetConnectOpts {
  if (address.startsWith('unix:/')) return { path: address.slice('unix:'.length) }
  const url = new URL(address)
  if (url.protocol !== 'tcp:' || url.port === '') throw new Error('a scanner is at tcp://host:port or unix:/path')
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) }
}

// Each piece is told its length; a length of nothing ends the file.
function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const piece = bytes.subarray(at, at + chunkBytes)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    socket.write(length)
    socket.write(piece)
  }
  socket.write(Buffer.alloc(4))
}

function replyOf(socket: Socket, timeoutMilliseconds: number): Promise<ScanAnswer> {
  return new Promise((resolve) => {
    let reply = ''
    const timer = setTimeout(() => resolve({ verdict: 'unavailable', why: 'timedOut' }), timeoutMilliseconds)
    const answered = (answer: ScanAnswer) => {
      clearTimeout(timer)
      resolve(answer)
    }
    socket.on('data', (piece) => {
      reply += piece.toString('latin1')
      if (reply.includes('\0') || reply.length > longestReply) answered(understood(reply))
    })
    socket.on('end', () => answered(understood(reply)))
    socket.on('close', () => answered(understood(reply)))
    socket.on('error', () => answered({ verdict: 'unavailable', why: 'unreachable' }))
  })
}

function understood(reply: string): ScanAnswer {
  if (reply === 'stream: OK\0') return { verdict: 'clean' }
  const signature = /^stream: ([\x21-\x7e]{1,200}) FOUND\0$/.exec(reply)?.[1]
  return signature ? { verdict: 'infected', signature } : { verdict: 'unavailable', why: 'unclear' }
}
